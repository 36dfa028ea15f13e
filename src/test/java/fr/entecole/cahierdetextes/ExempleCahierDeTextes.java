package fr.entecole.cahierdetextes;

import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ELEVE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.cahierdetextes.CahierDeTextes.Auteur;
import fr.entecole.cahierdetextes.CahierDeTextes.Don;
import fr.entecole.cahierdetextes.CahierDeTextes.Pour;
import fr.entecole.cahierdetextes.CahierDeTextes.Propos;
import fr.entecole.cahierdetextes.Rendus.Tampon;
import fr.entecole.cahierdetextes.Travail.Nature;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/// Work for one pupil of the class, ticked and handed back, with an answer.
class ExempleCahierDeTextes implements ExempleDeModule {

    @Override
    public String module() {
        return "cahierdetextes";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var classe = monde.bean(Classes.class).named(List.of(monde.classe())).getFirst();
        var eleve = monde.personne(ELEVE);
        var seul = new Pour(null, List.of(Public.ofEleves(monde.ecole(), List.of(eleve), Qui.ELEVES)));
        var now = monde.bean(Clock.class).instant();
        var calendrier = monde.bean(Calendriers.class).of(monde.ecole());
        var jour = LocalDate.now(monde.bean(Clock.class));
        for (int i = 0; i < 5; i++) { // the next days are those that others take away
            jour = Semaine.next(calendrier, jour).orElseThrow();
        }
        var travail = give(monde, new Don(classe, Nature.A_FAIRE, new Propos("Maths", "Relis.", "", 5), seul), jour);
        var gone = give(monde, new Don(classe, Nature.A_FAIRE, new Propos("Maths", "Retiré.", "", 5), seul), jour);
        var moved = give(monde, new Don(classe, Nature.A_FAIRE, new Propos("Maths", "Reporté.", "", 5), seul), jour);
        monde.bean(Coches.class).tick(monde.ecole(), eleve, List.of(travail), List.of(travail), now);
        var answered = hand(monde, travail);
        var taken = hand(monde, moved);
        var remises = monde.bean(Rendus.class);
        remises.answer(
                remises.one(eleve(monde), answered).orElseThrow(),
                Tampon.VU,
                "Bien lu.",
                monde.personne(ENSEIGNANTE),
                now);
        exemple.get("/cahierdetextes/classes/{id}").with("id", monde.classe()).answers(ENSEIGNANTE, DIRECTRICE);
        exemple.get("/cahierdetextes/classes/{id}/nouveau")
                .with("id", monde.classe())
                .answers(ENSEIGNANTE);
        exemple.post("/cahierdetextes/classes/{id}/travaux")
                .with("id", monde.classe())
                .field("matiere", "Maths")
                .field("texte", "Relis la leçon.")
                .field("jour", jour)
                .answers(ENSEIGNANTE);
        exemple.get("/cahierdetextes/classes/{id}/copie")
                .with("id", monde.classe())
                .field("semaine", jour)
                .answers(ENSEIGNANTE);
        exemple.post("/cahierdetextes/classes/{id}/copie")
                .with("id", monde.classe())
                .field("semaine", jour)
                .answers(ENSEIGNANTE);
        exemple.post("/cahierdetextes/classes/{id}/semaine")
                .with("id", monde.classe())
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/cahierdetextes/classes/{id}/annee")
                .with("id", monde.classe())
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE, DIRECTRICE);
        monde.post(DIRECTRICE, "/cahierdetextes/matieres/" + monde.ecole() + "/CYCLE_3", "noms", "Maths\nSciences");
        exemple.post("/cahierdetextes/matieres/{ecole}/{cycle}")
                .with("ecole", monde.ecole())
                .with("cycle", "CYCLE_3")
                .field("noms", "Maths")
                .answers(DIRECTRICE);
        exemple.get("/cahierdetextes/travaux/{id}")
                .with("id", travail)
                .answers(ENSEIGNANTE, DIRECTRICE, RESPONSABLE, ELEVE);
        exemple.get("/cahierdetextes/travaux/{id}/correction")
                .with("id", travail)
                .answers(ENSEIGNANTE);
        exemple.post("/cahierdetextes/travaux/{id}/correction")
                .with("id", travail)
                .field("matiere", "Maths")
                .field("texte", "Relis.")
                .field("jour", jour)
                .field("minutes", "5")
                .field("numero", "1")
                .answers(ENSEIGNANTE);
        exemple.post("/cahierdetextes/travaux/{id}/report")
                .with("id", moved)
                .field("jour", jour)
                .field("numero", "1")
                .answers(ENSEIGNANTE);
        exemple.post("/cahierdetextes/travaux/{id}/retrait").with("id", gone).answers(ENSEIGNANTE);
        exemple.post("/cahierdetextes/travaux/{id}/remise-en-place")
                .with("id", gone)
                .answers(ENSEIGNANTE);
        exemple.post("/cahierdetextes/travaux/{id}/remise")
                .with("id", moved)
                .field("texte", "Voilà.")
                .answers(ELEVE);
        exemple.get("/cahierdetextes/remises/{id}").with("id", answered).answers(ENSEIGNANTE);
        exemple.post("/cahierdetextes/remises/{id}/retour")
                .with("id", answered)
                .field("tampon", "BRAVO")
                .answers(ENSEIGNANTE);
        exemple.post("/cahierdetextes/remises/{id}/retrait").with("id", taken).answers(ELEVE);
    }

    private static Utilisateur eleve(Monde monde) {
        return monde.bean(Utilisateurs.class).of(monde.compte(ELEVE), null).orElseThrow();
    }

    private static UUID hand(Monde monde, UUID travail) {
        var of = monde.bean(LectureDuCahier.class).one(travail).orElseThrow().travail();
        return monde.bean(Rendus.class)
                .hand(
                        eleve(monde),
                        of,
                        "Fini.",
                        List.of(),
                        monde.bean(Clock.class).instant());
    }

    private static UUID give(Monde monde, Don don, LocalDate jour) {
        return monde.bean(CahierDeTextes.class)
                .give(
                        don,
                        List.of(jour),
                        new Auteur(monde.compte(ENSEIGNANTE), monde.personne(ENSEIGNANTE)),
                        monde.bean(Clock.class).instant(),
                        _ -> {})
                .getFirst();
    }
}
