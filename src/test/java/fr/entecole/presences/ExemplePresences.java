package fr.entecole.presences;

import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.annuaire.Classes;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import fr.entecole.presences.registre.ClassesDuRegistre;
import fr.entecole.socle.AnneeScolaire;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/// Half-days in which the child was missing, one of which their guardian has explained.
class ExemplePresences implements ExempleDeModule {

    @Override
    public String module() {
        return "presences";
    }

    /// Reasons are read by who teaches the child, the head and who said them.
    @Override
    public String withoutContenu() {
        return "a register of the law: what is said in it is corrected by another line, never hidden";
    }

    @Override
    public String withoutRecherche() {
        return "who is absent, and why, is found through the child, never by words";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var ecole = monde.ecole();
        var classe = monde.classe();
        var eleve = monde.personne(Passant.ELEVE);
        var today = LocalDate.now(monde.bean(Clock.class));
        var all = monde.bean(Calendriers.class)
                .of(ecole)
                .demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1));
        var free = all.stream()
                .filter(d -> monde.bean(CahierDAppel.class)
                                .feuille(new Appele(ecole, classe, d))
                                .numero()
                        == 0)
                .toList();
        monde.bean(ClassesDuRegistre.class)
                .name(monde.bean(Classes.class).named(List.of(classe)).getFirst());
        var demi = free.getLast();
        var absence = missing(monde, demi, eleve);
        written(monde, demi, eleve);
        roll(exemple, ecole, classe, demi);
        served(monde, exemple, ecole, classe, all.getLast().jour());
        gathered(monde, exemple, ecole, classe);
        families(monde, exemple, absence);
        followed(exemple, ecole, eleve, demi);
        arranged(monde, exemple, ecole, eleve, today);
        missing(monde, free.getFirst(), eleve);
        register(exemple, ecole, classe, free.getFirst()); // of a month that is over, but in September
    }

    private static UUID missing(Monde monde, DemiJournee demi, UUID eleve) {
        var clock = monde.bean(Clock.class);
        monde.bean(CahierDAppel.class)
                .call(
                        new Appele(monde.ecole(), monde.classe(), demi),
                        0,
                        Map.of(eleve, Dit.ABSENT, monde.personne(Passant.CAMARADE), Dit.PRESENT),
                        "",
                        new Auteur(monde.compte(ENSEIGNANTE), monde.personne(ENSEIGNANTE), "Claire Estève"),
                        clock.instant());
        return monde.id(
                "select id from presences.dernier where eleve_id = ? and jour = ? and moment = ?",
                eleve,
                demi.jour(),
                demi.moment().name());
    }

    /// What the head wants, counts, decides and does, each once.
    private static void written(Monde monde, DemiJournee demi, UUID eleve) {
        var school = "/presences/ecoles/" + monde.ecole();
        monde.post(DIRECTRICE, school + "/reglages", "quoi", "CANTINE", "quoi", "GARDERIE", "sert", "NOMS_GARDERIE");
        monde.post(
                DIRECTRICE,
                school + "/classes/" + monde.classe() + "/appel",
                "jour",
                demi.jour(),
                "moment",
                demi.moment(),
                "version",
                1,
                "n-CANTINE",
                3);
        var child = school + "/eleves/" + eleve;
        monde.post(
                DIRECTRICE,
                child + "/decision",
                "jour",
                demi.jour(),
                "moment",
                demi.moment(),
                "sens",
                "NON_LEGITIME",
                "motivation",
                "À revoir.");
        monde.post(DIRECTRICE, child + "/etapes", "sorte", "CONTACT", "jour", demi.jour());
    }

    private static void roll(Exemple exemple, UUID ecole, UUID classe, DemiJournee demi) {
        var path = "/presences/ecoles/{ecole}/classes/{classe}/appel";
        exemple.get(path)
                .with("ecole", ecole)
                .with("classe", classe)
                .field("jour", demi.jour())
                .field("moment", demi.moment())
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post(path)
                .with("ecole", ecole)
                .with("classe", classe)
                .field("jour", demi.jour())
                .field("moment", demi.moment())
                .field("version", 1)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post(path + "/retour")
                .with("ecole", ecole)
                .with("classe", classe)
                .field("jour", demi.jour())
                .field("moment", demi.moment())
                .field("version", 1)
                .answers(ENSEIGNANTE, DIRECTRICE);
        for (var route : List.of("reglages", "archive", "annee", "registres")) {
            exemple.get("/presences/ecoles/{ecole}/" + route)
                    .with("ecole", ecole)
                    .answers(DIRECTRICE);
        }
        exemple.post("/presences/ecoles/{ecole}/reglages")
                .with("ecole", ecole)
                .field("quoi", "GARDERIE")
                .field("sert", "NOMS_GARDERIE")
                .answers(DIRECTRICE);
        exemple.post("/presences/ecoles/{ecole}/archive")
                .with("ecole", ecole)
                .status(HttpStatus.OK)
                .answers(DIRECTRICE);
    }

    /// Who stayed, the last day of class, in a school whose care is the commune's.
    private static void served(Monde monde, Exemple exemple, UUID ecole, UUID classe, LocalDate jour) {
        monde.post(
                ENSEIGNANTE,
                "/presences/ecoles/" + ecole + "/classes/" + classe + "/services/GARDERIE",
                "jour",
                jour,
                "eleve",
                monde.personne(Passant.ELEVE),
                "eleve",
                monde.personne(Passant.CAMARADE));
        var services = "/presences/ecoles/{ecole}/classes/{classe}/services/{service}";
        exemple.get(services)
                .with("ecole", ecole)
                .with("classe", classe)
                .with("service", "GARDERIE")
                .field("jour", jour)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post(services)
                .with("ecole", ecole)
                .with("classe", classe)
                .with("service", "GARDERIE")
                .field("jour", jour)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.get("/presences/ecoles/{ecole}/services").with("ecole", ecole).answers(Passant.REFERENT_VILLE);
        exemple.post("/presences/ecoles/{ecole}/services/impression")
                .with("ecole", ecole)
                .status(HttpStatus.OK)
                .answers(Passant.REFERENT_VILLE);
    }

    /// An evacuation that the head has begun, in which the child was found.
    private static void gathered(Monde monde, Exemple exemple, UUID ecole, UUID classe) {
        var school = "/presences/ecoles/{ecole}";
        exemple.get(school + "/classes/{classe}/appeler")
                .with("ecole", ecole)
                .with("classe", classe)
                .answers(ENSEIGNANTE, DIRECTRICE);
        monde.post(DIRECTRICE, "/presences/ecoles/" + ecole + "/exercices", "genre", "INCENDIE");
        var running = monde.id("select id from presences.exercice where ecole_id = ? and fini_le is null", ecole);
        monde.post(
                ENSEIGNANTE,
                "/presences/ecoles/" + ecole + "/exercices/" + running + "/retrouves",
                "classe",
                classe,
                "la",
                monde.personne(Passant.ELEVE));
        exemple.post(school + "/exercices")
                .with("ecole", ecole)
                .field("genre", "INCENDIE")
                .answers(ENSEIGNANTE, DIRECTRICE)
                .also(Passant.COLLEGUE, "who teaches in the school sounds the alarm for all of it")
                .also(Passant.ANCIEN_ENSEIGNANT, "teaches another class of the school");
        exemple.post(school + "/exercices/{id}/retrouves")
                .with("ecole", ecole)
                .with("id", running)
                .field("classe", classe)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post(school + "/exercices/{id}/fin")
                .with("ecole", ecole)
                .with("id", running)
                .answers(DIRECTRICE);
        exemple.get(school + "/exercices").with("ecole", ecole).answers(DIRECTRICE);
        exemple.post(school + "/exercices/impression")
                .with("ecole", ecole)
                .status(HttpStatus.OK)
                .answers(DIRECTRICE);
        exemple.post(school + "/evacuation/impression")
                .with("ecole", ecole)
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE, DIRECTRICE)
                .also(Passant.COLLEGUE, "prints her own class")
                .also(Passant.ANCIEN_ENSEIGNANT, "prints his own class");
    }

    private static void families(Monde monde, Exemple exemple, UUID absence) {
        exemple.get("/presences/absences/{id}").with("id", absence).answers(RESPONSABLE);
        exemple.post("/presences/absences/{id}")
                .with("id", absence)
                .field("motif", "MAL")
                .answers(RESPONSABLE);
        monde.post(RESPONSABLE, "/presences/absences/" + absence, "motif", "SOIN");
        var said = monde.id(
                "select id from presences.excuse where responsable_id = ? order by id desc limit 1",
                monde.personne(RESPONSABLE));
        exemple.post("/presences/excuses/{id}/retrait").with("id", said).answers(RESPONSABLE);
    }

    private static void followed(Exemple exemple, UUID ecole, UUID eleve, DemiJournee demi) {
        var path = "/presences/ecoles/{ecole}/eleves/{eleve}";
        exemple.get(path).with("ecole", ecole).with("eleve", eleve).answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post(path + "/raison")
                .with("ecole", ecole)
                .with("eleve", eleve)
                .field("jour", demi.jour())
                .field("moment", demi.moment())
                .field("motif", "MAL")
                .field("mode", "ORAL")
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post(path + "/decision")
                .with("ecole", ecole)
                .with("eleve", eleve)
                .field("jour", demi.jour())
                .field("moment", demi.moment())
                .field("sens", "LEGITIME")
                .field("motivation", "Vu avec la famille.")
                .answers(DIRECTRICE);
        exemple.post(path + "/etapes")
                .with("ecole", ecole)
                .with("eleve", eleve)
                .field("sorte", "CONTACT")
                .field("jour", demi.jour())
                .answers(DIRECTRICE);
        exemple.post(path + "/dossier")
                .with("ecole", ecole)
                .with("eleve", eleve)
                .status(HttpStatus.OK)
                .answers(DIRECTRICE);
    }

    private static void arranged(Monde monde, Exemple exemple, UUID ecole, UUID eleve, LocalDate today) {
        var path = "/presences/ecoles/{ecole}/eleves/{eleve}/amenagements";
        exemple.post(path)
                .with("ecole", ecole)
                .with("eleve", eleve)
                .field("du", today)
                .field("au", today)
                .field("pourquoi", "Sieste à la maison.")
                .answers(DIRECTRICE);
        monde.post(
                DIRECTRICE,
                "/presences/ecoles/" + ecole + "/eleves/" + eleve + "/amenagements",
                "du",
                today,
                "au",
                today,
                "pourquoi",
                "Scolarité partagée.");
        exemple.post(path + "/{id}/fin")
                .with("ecole", ecole)
                .with("eleve", eleve)
                .with("id", monde.id("select id from presences.amenagement where eleve_id = ?", eleve))
                .answers(DIRECTRICE);
    }

    private static void register(Exemple exemple, UUID ecole, UUID classe, DemiJournee demi) {
        var path = "/presences/ecoles/{ecole}/classes/{classe}/registre";
        var mois = demi.jour().toString().substring(0, 7);
        exemple.get(path).with("ecole", ecole).with("classe", classe).answers(ENSEIGNANTE, DIRECTRICE);
        exemple.get(path + ".csv")
                .with("ecole", ecole)
                .with("classe", classe)
                .field("mois", mois)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post(path + "/impression")
                .with("ecole", ecole)
                .with("classe", classe)
                .field("mois", mois)
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post(path + "/annee")
                .with("ecole", ecole)
                .with("classe", classe)
                .status(HttpStatus.OK)
                .answers(ENSEIGNANTE, DIRECTRICE);
        exemple.post("/presences/ecoles/{ecole}/classes/{classe}/signature")
                .with("ecole", ecole)
                .with("classe", classe)
                .field("mois", mois)
                .answers(DIRECTRICE);
    }
}
