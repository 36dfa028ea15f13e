package fr.entecole.liaison.rendezvous;

import static fr.entecole.maison.Passant.ANCIEN_RESPONSABLE;
import static fr.entecole.maison.Passant.AUTRE_FAMILLE;
import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ELEVE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.Demande;
import fr.entecole.liaison.Redaction;
import fr.entecole.liaison.rendezvous.Horaires.Tranche;
import fr.entecole.liaison.rendezvous.Proposition.Part;
import fr.entecole.liaison.rendezvous.TenueDesRendezVous.Ecole;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.redaction.TexteRiche;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;

/// Meetings of the class: one taken by a guardian, one noted by the teacher, one wished for.
class ExempleRendezVous implements ExempleDeModule {

    @Override
    public String module() {
        return "liaison";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var now = monde.bean(Clock.class).instant();
        var mot = proposed(monde, "Rencontrons-nous", now);
        var creneaux =
                monde.bean(LectureDesRendezVous.class).of(mot).orElseThrow().creneaux();
        var responsable = monde.personne(RESPONSABLE);
        var eleve = monde.personne(ELEVE);
        var carnet = monde.bean(CarnetDeRendezVous.class);
        carnet.book(
                new CarnetDeRendezVous.Demande(
                        mot, creneaux.getFirst().id(), eleve, responsable, Set.of(responsable), responsable, false),
                now);
        carnet.wish(mot, monde.ecole(), creneaux.get(1).id(), eleve, responsable, now);
        var noted = proposed(monde, "Rencontrons-nous encore", now);
        var tenue = monde.bean(TenueDesRendezVous.class);
        var lecture = monde.bean(LectureDesRendezVous.class);
        var by = new Ecole(noted, monde.ecole(), monde.compte(ENSEIGNANTE), monde.personne(ENSEIGNANTE));
        tenue.book(by, lecture.of(noted).orElseThrow().creneaux().getFirst().id(), eleve, responsable, now);
        var taken = lecture.of(mot).orElseThrow().creneaux();
        var prise = Objects.requireNonNull(taken.getFirst().prise()).id();
        exemple.get("/liaison/mots/{id}/rendez-vous")
                .with("id", mot)
                .answers(ENSEIGNANTE, DIRECTRICE, RESPONSABLE, AUTRE_FAMILLE)
                .also(ANCIEN_RESPONSABLE, "they have another child in the class");
        exemple.get("/liaison/mots/{id}/rendez-vous/{prise}/agenda")
                .with("id", mot)
                .with("prise", prise)
                .answers(RESPONSABLE);
        exemple.post("/liaison/mots/{id}/rendez-vous")
                .with("id", mot)
                .field("eleve", eleve)
                .field("creneau", creneaux.get(2).id())
                .field("version", "1")
                .answers(RESPONSABLE);
        for (var gesture : List.of("rendu", "souhait", "oubli")) {
            exemple.post("/liaison/mots/{id}/rendez-vous/" + gesture)
                    .with("id", mot)
                    .field("eleve", eleve)
                    .answers(RESPONSABLE);
        }
        school(exemple, mot, taken.getFirst().id(), taken.get(3).id());
    }

    private static void school(Exemple exemple, UUID mot, UUID first, UUID free) {
        exemple.get("/liaison/mots/{id}/rendez-vous/creneaux/{creneau}")
                .with("id", mot)
                .with("creneau", first)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/mots/{id}/rendez-vous/creneaux")
                .with("id", mot)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/mots/{id}/rendez-vous/creneaux/{creneau}/famille")
                .with("id", mot)
                .with("creneau", free)
                .field("famille", "aucune")
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/mots/{id}/rendez-vous/creneaux/{creneau}/deplacement")
                .with("id", mot)
                .with("creneau", first)
                .field("vers", free)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/mots/{id}/rendez-vous/creneaux/{creneau}/liberation")
                .with("id", mot)
                .with("creneau", first)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/mots/{id}/rendez-vous/creneaux/{creneau}/annulation")
                .with("id", mot)
                .with("creneau", free)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/liaison/mots/{id}/rendez-vous/papier")
                .with("id", mot)
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE, DIRECTRICE);
    }

    private static UUID proposed(Monde monde, String titre, Instant now) {
        var pour = Public.ofClasse(monde.ecole(), monde.classe(), Qui.RESPONSABLES);
        var first = now.plus(Duration.ofDays(7));
        return monde.bean(CahierDeLiaison.class)
                .publish(
                        new Redaction(List.of(pour), false, titre, TexteRiche.of("Choisissez."), now)
                                .of(GenreRendezVous.CODE, Demande.RIEN),
                        new Auteur(monde.compte(ENSEIGNANTE), monde.personne(ENSEIGNANTE)),
                        now,
                        mot -> monde.bean(CarnetDeRendezVous.class)
                                .propose(
                                        mot,
                                        monde.ecole(),
                                        "Salle de classe",
                                        Part.ENFANT,
                                        now.plus(Duration.ofDays(5)),
                                        IntStream.range(0, 8)
                                                .mapToObj(i -> new Tranche(
                                                        first.plus(Duration.ofMinutes(15L * i)),
                                                        first.plus(Duration.ofMinutes(15L * i + 15))))
                                                .toList()));
    }
}
