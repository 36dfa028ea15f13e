package fr.entecole.calendrier;

import static fr.entecole.maison.Passant.ADMINISTRATEUR;
import static fr.entecole.maison.Passant.AESH;
import static fr.entecole.maison.Passant.ANCIEN_ENSEIGNANT;
import static fr.entecole.maison.Passant.ANCIEN_RESPONSABLE;
import static fr.entecole.maison.Passant.AUTRE_FAMILLE;
import static fr.entecole.maison.Passant.COLLEGUE;
import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/// A bridge of the school, and its pages.
class ExempleCalendrier implements ExempleDeModule {

    @Override
    public String module() {
        return "calendrier";
    }

    @Override
    public String withoutPeople() {
        return "days and hours of schools; who has set them is in the journal";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var ecole = monde.ecole();
        var calendrier = monde.bean(Calendriers.class).of(ecole);
        var jour = schoolDay(calendrier, LocalDate.now(monde.bean(Clock.class)));
        monde.post(
                DIRECTRICE,
                "/calendrier/ecoles/" + ecole + "/jours",
                "jour",
                jour,
                "classe",
                "false",
                "motif",
                "Essai");
        exemple.get("/calendrier/ecoles/{ecole}")
                .with("ecole", ecole)
                .answers(DIRECTRICE, ENSEIGNANTE, COLLEGUE, AESH, RESPONSABLE, AUTRE_FAMILLE)
                .also(ANCIEN_ENSEIGNANT, "they still work in the school")
                .also(ANCIEN_RESPONSABLE, "they have another child in the school");
        exemple.get("/calendrier/ecoles/{ecole}/jours").with("ecole", ecole).answers(DIRECTRICE);
        exemple.post("/calendrier/ecoles/{ecole}/jours")
                .with("ecole", ecole)
                .field("jour", schoolDay(calendrier, jour))
                .field("classe", "false")
                .field("motif", "Essai")
                .answers(DIRECTRICE);
        exemple.post("/calendrier/ecoles/{ecole}/jours/{jour}/retrait")
                .with("ecole", ecole)
                .with(
                        "jour",
                        monde.id("select id from calendrier.jour_local where ecole_id = ? and jour = ?", ecole, jour))
                .answers(DIRECTRICE);
        exemple.get("/calendrier/ecoles/{ecole}/semaine").with("ecole", ecole).answers(DIRECTRICE);
        exemple.post("/calendrier/ecoles/{ecole}/semaine")
                .with("ecole", ecole)
                .field("effet", jour)
                .field("j1-MATIN-debut", "08:30")
                .field("j1-MATIN-fin", "11:30")
                .answers(DIRECTRICE);
        exemple.get("/calendrier/ecoles/{ecole}/remise").with("ecole", ecole).answers(DIRECTRICE);
        exemple.post("/calendrier/ecoles/{ecole}/remise")
                .with("ecole", ecole)
                .field("effet", jour)
                .field("ouvre", "08:00")
                .field("ferme", "18:00")
                .answers(DIRECTRICE);
        exemple.post("/calendrier/vacances/{id}/retrait")
                .with(
                        "id",
                        monde.id(
                                "select id from calendrier.vacances where remplacee_le is null order by debut limit 1"))
                .answers(ADMINISTRATEUR);
    }

    private static LocalDate schoolDay(Calendrier calendrier, LocalDate after) {
        return calendrier
                .next(new DemiJournee(after, Moment.APRES_MIDI))
                .orElseThrow()
                .jour();
    }

    @Override
    public Map<String, String> ofTheRegionAlone() {
        return Map.of(
                "vacances-changees", "holidays are of a zone",
                "semaine-par-defaut", "of the schools that have set none; a school's own is told to it",
                "remise-par-defaut", "as the week");
    }

    @Override
    public String withoutContenu() {
        return "dates and hours, no words of anyone to others";
    }
}
