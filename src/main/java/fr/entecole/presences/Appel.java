package fr.entecole.presences;

import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Creneau;
import fr.entecole.calendrier.DemiJournee;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A roll as who calls it needs it: the children, what was said of them, what was announced.
///
/// @param signeeLe when the head last signed the month of that day
/// @param choix what the head wants in the school
/// @param comptes how many eat, stay, study, by service, where somebody has said
/// @param matinFait whether the morning of that day is called
public record Appel(
        Appele quoi,
        Classe classe,
        Feuille feuille,
        List<Eleve> eleves,
        @Nullable Instant signeeLe,
        Set<Choix.Quoi> choix,
        Map<Choix.Quoi, Integer> comptes,
        boolean matinFait) {

    private static final int EARLY = 15;

    /// What holds if nobody touches anything: what was said, else what was announced, else everyone is there.
    public Map<UUID, Dit> proposed() {
        var held = feuille.dits();
        Map<UUID, Dit> all = new LinkedHashMap<>();
        eleves.forEach(e -> all.put(e.id, held.getOrDefault(e.id, feuille.faite() ? Dit.PRESENT : e.expected())));
        return all;
    }

    /// Whether the commune serves it, and reads who.
    public boolean isRead(Choix.Quoi service) {
        return choix.contains(service) && choix.contains(service.noms());
    }

    /// Of how many children families were told by the last version: taking it back does not make it unheard.
    public long prevenus() {
        var last = feuille.derniere();
        if (last == null) {
            return 0;
        }
        var before = feuille.at(last.numero() - 1);
        var held = feuille.dits();
        return eleves.stream()
                .filter(e -> Dit.ABSENT.equals(held.get(e.id)) && !Dit.ABSENT.equals(before.get(e.id)))
                .filter(e -> e.wasTold(last.faitLe()))
                .count();
    }

    /// When that half-day's roll opens, a quarter of an hour before class; empty once it has.
    public static Optional<LocalTime> opensAt(Calendrier calendrier, DemiJournee demi, Instant now) {
        var there = now.atZone(Calendrier.PARIS);
        return calendrier
                .classe(demi)
                .map(hours -> hours.debut().minusMinutes(EARLY))
                .filter(opens -> demi.jour().isAfter(there.toLocalDate())
                        || (demi.jour().equals(there.toLocalDate())
                                && there.toLocalTime().isBefore(opens)));
    }

    /// Whether what is written now is told at once: in a half-day of class of today, from a little before its start.
    static boolean inSchoolTime(Calendrier calendrier, Instant now) {
        var there = now.atZone(Calendrier.PARIS);
        for (var moment : DemiJournee.Moment.values()) {
            Optional<Creneau> hours = calendrier.classe(new DemiJournee(there.toLocalDate(), moment));
            if (hours.isPresent()
                    && !there.toLocalTime().isBefore(hours.get().debut().minusMinutes(30))
                    && !there.toLocalTime().isAfter(hours.get().fin())) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is an afternoon that a morning of class comes before.
    public static boolean follows(Calendrier calendrier, DemiJournee demi) {
        return demi.moment() == DemiJournee.Moment.APRES_MIDI
                && calendrier.hasClasse(new DemiJournee(demi.jour(), DemiJournee.Moment.MATIN));
    }

    /// The half-day that is called now: the one that runs or comes next today, else the last one of today.
    public static Optional<DemiJournee> current(Calendrier calendrier, Instant now) {
        var there = now.atZone(Calendrier.PARIS);
        LocalDate today = there.toLocalDate();
        Optional<DemiJournee> last = Optional.empty();
        for (var moment : DemiJournee.Moment.values()) {
            var demi = new DemiJournee(today, moment);
            var hours = calendrier.classe(demi);
            if (hours.isPresent()) {
                if (!there.toLocalTime().isAfter(hours.get().fin())) {
                    return Optional.of(demi);
                }
                last = Optional.of(demi);
            }
        }
        return last;
    }

    /// @param niveau empty where the feed gives none
    /// @param excuses that cover this half-day
    /// @param dispense why they are not expected in it, empty where they are
    public record Eleve(UUID id, String prenom, String nom, String niveau, List<Excuse> excuses, String dispense) {

        /// « Amara, Ilyes »
        public String appel() {
            return nom + ", " + prenom;
        }

        public String nomComplet() {
            return prenom + " " + nom;
        }

        /// What each guardian said last of this half-day, and the school; once where they say the same.
        public List<Excuse> paroles() {
            Map<Optional<UUID>, Excuse> last = new LinkedHashMap<>();
            excuses.forEach(x -> last.put(Optional.ofNullable(x.responsable()), x));
            boolean same = last.values().stream()
                            .map(x -> x.motif() + " " + x.precisions())
                            .distinct()
                            .count()
                    <= 1;
            return same ? excuses.stream().skip(Math.max(0, excuses.size() - 1)).toList() : List.copyOf(last.values());
        }

        /// Whether the family of a child who is missing was told so by what was written then.
        boolean wasTold(Instant then) {
            return excuses.stream().noneMatch(x -> x.diteLe().isBefore(then));
        }

        Dit expected() {
            return dispense.isEmpty() ? (excuses.isEmpty() ? Dit.PRESENT : Dit.ABSENT) : Dit.NON_ATTENDU;
        }
    }
}
