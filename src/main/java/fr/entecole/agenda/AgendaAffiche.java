package fr.entecole.agenda;

import fr.entecole.socle.Dates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The agenda as a page shows it: its days, each with what there is.
///
/// @param jours of lists those that hold something; of a week or a grid all of them
record AgendaAffiche(
        Periode periode,
        List<Jour> jours,
        List<EnfantsConcernes.Enfant> enfants,
        @Nullable UUID enfant) {

    /// @param dehors in the grid of a month, a day of another one
    record Jour(LocalDate jour, boolean aujourdhui, boolean dehors, List<Entree> entrees) {

        String titre(LocalDate today) {
            return Horaires.proche(jour, today).startsWith(Horaires.alone(Dates.jour(jour)))
                    ? Horaires.alone(Dates.jour(jour))
                    : Horaires.proche(jour, today) + ", " + Dates.jour(jour);
        }
    }

    /// One line of a day.
    ///
    /// @param icone of its kind
    /// @param quand « de 14 h à 15 h 30 », « jusqu’au vendredi 18 décembre »; empty for the whole day
    /// @param heure at which it begins, empty for the whole day
    /// @param qui the children, the class, the school; empty where it goes without saying
    /// @param adresse of its page; null where there is none
    /// @param ton of the badge that marks it: empty for an event
    record Entree(
            String icone,
            String genre,
            String titre,
            String quand,
            String heure,
            String qui,
            String lieu,
            @Nullable String adresse,
            boolean annulee,
            String ton) {}

    /// Of a grid: its weeks, from Monday to Sunday.
    List<List<Jour>> semaines() {
        List<List<Jour>> weeks = new ArrayList<>();
        for (int i = 0; i < jours.size(); i += DayOfWeek.values().length) {
            weeks.add(jours.subList(i, Math.min(i + DayOfWeek.values().length, jours.size())));
        }
        return weeks;
    }

    boolean vide() {
        return jours.stream().allMatch(jour -> jour.entrees.isEmpty());
    }
}
