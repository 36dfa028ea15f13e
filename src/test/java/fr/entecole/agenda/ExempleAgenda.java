package fr.entecole.agenda;

import static fr.entecole.maison.Passant.ANCIEN_RESPONSABLE;
import static fr.entecole.maison.Passant.AUTRE_FAMILLE;
import static fr.entecole.maison.Passant.CAMARADE;
import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ELEVE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.agenda.TenueDeLAgenda.Auteur;
import fr.entecole.agenda.TenueDeLAgenda.Date;
import fr.entecole.agenda.TenueDeLAgenda.Propos;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Dates of the class and of one child, in a week's time.
class ExempleAgenda implements ExempleDeModule {

    @Override
    public String module() {
        return "agenda";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var classe =
                EvenementAccess.withPupils(List.of(Public.ofClasse(monde.ecole(), monde.classe(), Qui.RESPONSABLES)));
        var enfant = List.of(Public.ofEleves(monde.ecole(), List.of(monde.personne(Passant.ELEVE)), Qui.RESPONSABLES));
        var outing = publish(monde, classe, "Une sortie");
        var meeting = publish(monde, enfant, "Un rendez-vous");
        exemple.get("/agenda/evenements/{id}")
                .with("id", outing)
                .answers(ENSEIGNANTE, DIRECTRICE, RESPONSABLE, AUTRE_FAMILLE, ELEVE, CAMARADE)
                .also(ANCIEN_RESPONSABLE, "they have another child in the class");
        exemple.get("/agenda/evenements/{id}/changement").with("id", meeting).answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/agenda/evenements/{id}/changement")
                .with("id", meeting)
                .field("genre", "RENDEZ_VOUS")
                .field("titre", "Un autre rendez-vous")
                .field("jour", day(monde))
                .field("version", "1")
                .answers(ENSEIGNANTE, DIRECTRICE);
        var seance = monde.id("select id from agenda.seance where evenement_id = ?", meeting);
        exemple.get("/agenda/evenements/{id}/seances/{seance}")
                .with("id", meeting)
                .with("seance", seance)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/agenda/evenements/{id}/seances/{seance}")
                .with("id", meeting)
                .with("seance", seance)
                .field("jour", day(monde).plusDays(1))
                .field("version", "1")
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/agenda/evenements/{id}/annulation").with("id", meeting).answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/agenda/evenements/{id}/retablissement")
                .with("id", meeting)
                .field("version", "2")
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/agenda/anniversaires/{ecole}")
                .with("ecole", monde.ecole())
                .field("pour", "ELEVES")
                .answers(DIRECTRICE);
    }

    private static LocalDate day(Monde monde) {
        return LocalDate.now(monde.bean(Clock.class)).plusWeeks(1);
    }

    private static UUID publish(Monde monde, List<Public> pour, String titre) {
        var day = day(monde);
        return monde.bean(TenueDeLAgenda.class)
                .publish(
                        pour,
                        new Propos(Genre.SORTIE, titre, "", ""),
                        List.of(new Date(day, day, null, null)),
                        new Auteur(monde.compte(ENSEIGNANTE), monde.personne(ENSEIGNANTE)),
                        monde.bean(Clock.class).instant(),
                        false);
    }
}
