package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A week, as typed: for each half-day its first and last hour, both empty where there is no class.
///
/// @param heures by name of field: `j3-MATIN-debut`
record SemaineForm(String effet, Map<String, String> heures) {

    static final List<DayOfWeek> JOURS = List.of(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY,
            DayOfWeek.SATURDAY);

    /// No school has class on a Saturday afternoon.
    static List<Moment> moments(DayOfWeek jour) {
        return jour == DayOfWeek.SATURDAY ? List.of(Moment.MATIN) : List.of(Moment.values());
    }

    static SemaineForm of(Semaine semaine, LocalDate effet) {
        Map<String, String> heures = new HashMap<>();
        for (var c : semaine.creneaux()) {
            heures.put(champ(c.jour(), c.moment(), "debut"), c.debut().toString());
            heures.put(champ(c.jour(), c.moment(), "fin"), c.fin().toString());
        }
        return new SemaineForm(effet.toString(), heures);
    }

    static String champ(DayOfWeek jour, Moment moment, String bout) {
        return "j" + jour.getValue() + "-" + moment + "-" + bout;
    }

    static String jour(DayOfWeek jour) {
        return Dates.jour(jour);
    }

    String heure(DayOfWeek jour, Moment moment, String bout) {
        return heures.getOrDefault(champ(jour, moment, bout), "").strip();
    }

    /// It may hold from today on: what was, was.
    Erreurs erreurs(LocalDate aujourdhui) {
        var erreurs = new Erreurs();
        for (var jour : JOURS) {
            @Nullable Creneau matin = null;
            for (var moment : moments(jour)) {
                var creneau = creneau(jour, moment, erreurs).orElse(null);
                if (matin != null && creneau != null && creneau.debut().isBefore(matin.fin())) {
                    erreurs.add(
                            champ(jour, moment, "debut"),
                            t("Le {0}, l’après-midi commence avant la fin du matin.", jour(jour)));
                }
                matin = creneau;
            }
        }
        if (erreurs.isEmpty() && creneaux().isEmpty()) {
            erreurs.add(
                    champ(DayOfWeek.MONDAY, Moment.MATIN, "debut"),
                    t("Donnez les heures d’une demi-journée au moins."));
        }
        var from = Dates.typed(effet).orElse(null);
        if (from == null || from.isBefore(aujourdhui)) {
            erreurs.add("effet", t("Choisissez le premier jour, aujourd’hui ou plus tard."));
        }
        return erreurs;
    }

    private Optional<Creneau> creneau(DayOfWeek jour, Moment moment, Erreurs erreurs) {
        var de = heure(jour, moment, "debut");
        var a = heure(jour, moment, "fin");
        if (de.isEmpty() && a.isEmpty()) {
            return Optional.empty();
        }
        var debut = read(de);
        var fin = read(a);
        var named = jour(jour);
        var when =
                t("{0} {1}", named.substring(0, 1).toUpperCase(Locale.FRENCH) + named.substring(1), moment.libelle());
        if (debut == null || fin == null) {
            erreurs.add(
                    champ(jour, moment, debut == null ? "debut" : "fin"),
                    t("{0} : donnez les deux heures, ou aucune.", when));
            return Optional.empty();
        }
        if (!debut.isBefore(fin)) {
            erreurs.add(champ(jour, moment, "fin"), t("{0} : la fin doit venir après le début.", when));
            return Optional.empty();
        }
        return Optional.of(new Creneau(jour, moment, debut, fin));
    }

    /// Once nothing is to be corrected.
    List<Creneau> creneaux() {
        List<Creneau> creneaux = new ArrayList<>();
        for (var jour : JOURS) {
            for (var moment : moments(jour)) {
                creneau(jour, moment, new Erreurs()).ifPresent(creneaux::add);
            }
        }
        return creneaux;
    }

    LocalDate premierJour() {
        return Dates.typed(effet).orElseThrow();
    }

    /// `8:30`, `08h30`, `08:30`.
    static @Nullable LocalTime read(String words) {
        var typed = words.replace('h', ':').replace('H', ':');
        try {
            return LocalTime.parse(typed.indexOf(':') == 1 ? "0" + typed : typed.endsWith(":") ? typed + "00" : typed);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
