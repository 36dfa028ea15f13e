package fr.entecole.agenda.seances;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.agenda.Horaires;
import fr.entecole.agenda.Seance;
import fr.entecole.agenda.TenueDeLAgenda.Date;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A date that is moved, as typed.
///
/// @param quoi `suivantes`: those after it too
/// @param prevenir `true`: bells ring
/// @param geste `confirmer` once those that fall on a day without class have been shown
record SeanceForm(String jour, String debut, String fin, String quoi, String prevenir, String geste) {

    SeanceForm(
            @Nullable String jour,
            @Nullable String debut,
            @Nullable String fin,
            @Nullable String quoi,
            @Nullable String prevenir,
            @Nullable String geste) {
        this.jour = typed(jour);
        this.debut = typed(debut);
        this.fin = typed(fin);
        this.quoi = typed(quoi);
        this.prevenir = typed(prevenir);
        this.geste = typed(geste);
    }

    static SeanceForm of(Seance seance) {
        var debut = seance.debut();
        var fin = seance.fin();
        return new SeanceForm(
                seance.jour().toString(),
                debut == null ? "" : debut.toString(),
                fin == null ? "" : fin.toString(),
                "une",
                "true",
                "");
    }

    boolean suivantes() {
        return quoi.equals("suivantes");
    }

    boolean previent() {
        return prevenir.equals("true");
    }

    boolean confirms() {
        return geste.equals("confirmer");
    }

    Erreurs erreurs(LocalDate today) {
        var erreurs = new Erreurs();
        var day = Dates.typed(jour);
        if (day.isEmpty() || day.get().isBefore(today) || day.get().isAfter(today.plusMonths(18))) {
            erreurs.add("jour", t("Choisissez un jour à venir, dans les dix-huit mois."));
        }
        var begins = Horaires.typed(debut);
        if (!debut.isEmpty() && begins.isEmpty()) {
            erreurs.add("debut", t("Écrivez l’heure du début, comme 14:30."));
        }
        var ends = Horaires.typed(fin);
        if (!fin.isEmpty() && (ends.isEmpty() || begins.isEmpty() || !ends.get().isAfter(begins.get()))) {
            erreurs.add("fin", t("Écrivez une heure de fin après celle du début."));
        }
        return erreurs;
    }

    /// Of one without errors.
    Date date() {
        var day = Dates.typed(jour).orElseThrow();
        return new Date(
                day,
                day,
                Horaires.typed(debut).orElse(null),
                Horaires.typed(fin).orElse(null));
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
