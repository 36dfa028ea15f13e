package fr.entecole.reservations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reservation as typed.
///
/// @param repete day until which it comes back each week, empty for once
/// @param autres `true`: the days that are free, where some are not
record ReservationForm(
        String jour, String debut, String fin, String classe, String motif, String repete, String autres) {

    static final int LONGEST = 80;
    private static final LocalTime NOON = LocalTime.of(12, 30);

    ReservationForm(
            @Nullable String jour,
            @Nullable String debut,
            @Nullable String fin,
            @Nullable String classe,
            @Nullable String motif,
            @Nullable String repete,
            @Nullable String autres) {
        this.jour = typed(jour);
        this.debut = typed(debut);
        this.fin = typed(fin);
        this.classe = typed(classe);
        this.motif = typed(motif);
        this.repete = typed(repete);
        this.autres = typed(autres);
    }

    static ReservationForm on(LocalDate day) {
        return new ReservationForm(day.toString(), "", "", "", "", "", "");
    }

    boolean others() {
        return autres.equals("true");
    }

    /// @param classes those for which this person may reserve
    Erreurs erreurs(Chose chose, List<UUID> classes, LocalDateTime now) {
        var erreurs = new Erreurs();
        var today = now.toLocalDate();
        var day = Dates.typed(jour);
        if (day.isEmpty() || day.get().isBefore(today) || day.get().isAfter(today.plusMonths(12))) {
            erreurs.add("jour", t("Choisissez un jour à venir, dans les douze mois."));
        }
        var from = hour(debut);
        var to = hour(fin);
        if (from.isEmpty() || from.get().isBefore(chose.ouvre())) {
            erreurs.add("debut", t("Écrivez une heure de début à partir de {0}.", Reservation.heure(chose.ouvre())));
        }
        if (to.isEmpty()
                || from.isEmpty()
                || !to.get().isAfter(from.get())
                || to.get().isAfter(chose.ferme())) {
            erreurs.add(
                    "fin",
                    t("Écrivez une heure de fin après le début, jusqu’à {0}.", Reservation.heure(chose.ferme())));
        } else if (day.isPresent() && !day.get().atTime(to.get()).isAfter(now)) {
            erreurs.add("fin", t("Cette heure est déjà passée."));
        }
        if (motif.isEmpty() || motif.length() > LONGEST) {
            erreurs.add("motif", t("Dites pourquoi, en {0} caractères au plus.", LONGEST));
        }
        if (!classe.isEmpty() && classeChoisie().filter(classes::contains).isEmpty()) {
            erreurs.add("classe", t("Choisissez une de vos classes, ou aucune."));
        }
        if (!repete.isEmpty()) {
            var until = Dates.typed(repete);
            if (until.isEmpty()
                    || day.isEmpty()
                    || until.get().isBefore(day.get())
                    || until.get().isAfter(today.plusMonths(12))) {
                erreurs.add("repete", t("Choisissez un jour après le premier, dans les douze mois."));
            }
        }
        return erreurs;
    }

    Optional<UUID> classeChoisie() {
        try {
            return Optional.of(UUID.fromString(classe));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Of one without errors: once, or each week with class until the day that was said.
    List<Reservations.Moment> moments(Calendrier calendrier) {
        var first = Dates.typed(jour).orElseThrow();
        var from = hour(debut).orElseThrow();
        var to = hour(fin).orElseThrow();
        var until = Dates.typed(repete).orElse(first);
        List<Reservations.Moment> moments = new ArrayList<>();
        for (var day = first; !day.isAfter(until); day = day.plusWeeks(1)) {
            var half = new DemiJournee(day, from.isBefore(NOON) ? Moment.MATIN : Moment.APRES_MIDI);
            if (repete.isEmpty() || calendrier.hasClasse(half)) {
                moments.add(new Reservations.Moment(day.atTime(from), day.atTime(to)));
            }
        }
        return moments;
    }

    /// Days of a weekly one of which none was taken: without class, or held by somebody else.
    ///
    /// @param moments all with class
    /// @param refusees those that were not free
    List<LocalDate> skipped(List<Reservations.Moment> moments, List<Reservations.Moment> refusees) {
        var taken = moments.stream()
                .filter(moment -> !refusees.contains(moment))
                .map(moment -> moment.de().toLocalDate())
                .toList();
        var first = Dates.typed(jour).orElseThrow();
        return first.datesUntil(Dates.typed(repete).orElse(first).plusDays(1), Period.ofWeeks(1))
                .filter(day -> !taken.contains(day))
                .toList();
    }

    static Optional<LocalTime> hour(String words) {
        try {
            return Optional.of(LocalTime.parse(words.strip()).withSecond(0).withNano(0));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
