package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Semaine.Portee;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Delivery hours, as typed.
///
/// @param samedi empty: not on a Saturday
/// @param vacances,feries `true`: also then
record RemiseForm(String effet, String ouvre, String ferme, String samedi, String vacances, String feries) {

    RemiseForm(
            @Nullable String effet,
            @Nullable String ouvre,
            @Nullable String ferme,
            @Nullable String samedi,
            @Nullable String vacances,
            @Nullable String feries) {
        this.effet = typed(effet);
        this.ouvre = typed(ouvre);
        this.ferme = typed(ferme);
        this.samedi = typed(samedi);
        this.vacances = typed(vacances);
        this.feries = typed(feries);
    }

    static RemiseForm of(HeuresDeRemise heures, LocalDate effet) {
        return new RemiseForm(
                effet.toString(),
                heures.ouvre().toString(),
                heures.ferme().toString(),
                heures.samedi() == null ? "" : heures.samedi().toString(),
                String.valueOf(heures.vacances()),
                String.valueOf(heures.feries()));
    }

    Erreurs erreurs(LocalDate aujourdhui) {
        var erreurs = new Erreurs();
        var from = SemaineForm.read(ouvre);
        var to = SemaineForm.read(ferme);
        if (from == null) {
            erreurs.add("ouvre", t("Écrivez l’heure où la remise commence, par exemple 07:00."));
        }
        if (to == null) {
            erreurs.add("ferme", t("Écrivez l’heure où elle s’arrête, par exemple 20:00."));
        } else if (from != null && !from.isBefore(to)) {
            erreurs.add("ferme", t("La fin doit venir après le début."));
        }
        var saturday = SemaineForm.read(samedi);
        if (!samedi.isEmpty() && (saturday == null || (from != null && !from.isBefore(saturday)))) {
            erreurs.add("samedi", t("Écrivez une heure qui vient après le début, ou laissez vide."));
        }
        var day = Dates.typed(effet).orElse(null);
        if (day == null || day.isBefore(aujourdhui)) {
            erreurs.add("effet", t("Choisissez le premier jour, aujourd’hui ou plus tard."));
        }
        return erreurs;
    }

    /// Once nothing is to be corrected.
    HeuresDeRemise heures(Portee portee) {
        return new HeuresDeRemise(
                portee,
                Dates.typed(effet).orElseThrow(),
                Objects.requireNonNullElse(SemaineForm.read(ouvre), LocalTime.MIN),
                Objects.requireNonNullElse(SemaineForm.read(ferme), LocalTime.MAX),
                SemaineForm.read(samedi),
                Boolean.parseBoolean(vacances),
                Boolean.parseBoolean(feries));
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
