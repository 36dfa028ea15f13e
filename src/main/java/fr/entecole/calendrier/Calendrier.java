package fr.entecole.calendrier;

import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The whole time of one school, as it is known today. Pure: nothing is read, and no day is « today ».
///
/// A half-day has class when the school says so for that day, else when its week has it and no holiday, public holiday
/// or bridge takes it away.
public final class Calendrier {

    public static final ZoneId PARIS = Dates.PARIS;

    /// Longer than any time without delivery that a calendar can hold.
    private static final int FAR = 500;

    private final UUID ecole;
    private final List<Vacances> vacances;
    private final List<JourLocal> locaux;
    private final List<Semaine> semaines;
    private final List<HeuresDeRemise> remises;

    Calendrier(
            UUID ecole,
            List<Vacances> vacances,
            List<JourLocal> locaux,
            List<Semaine> semaines,
            List<HeuresDeRemise> remises) {
        this.ecole = ecole;
        this.vacances =
                vacances.stream().sorted(Comparator.comparing(Vacances::debut)).toList();
        this.locaux =
                locaux.stream().sorted(Comparator.comparing(JourLocal::jour)).toList();
        this.semaines = semaines;
        this.remises = remises;
    }

    public UUID ecole() {
        return ecole;
    }

    /// From when to when there is class in this half-day: the hours of its week, or, for one that is made up, those of
    /// another morning or afternoon of it.
    public Optional<Creneau> classe(DemiJournee demi) {
        var jour = demi.jour().getDayOfWeek();
        return semaine(demi.jour())
                .filter(_ -> hasClasse(demi))
                .flatMap(week -> week.at(jour, demi.moment())
                        .or(() -> week.creneaux().stream()
                                .filter(c -> c.moment() == demi.moment())
                                .map(c -> new Creneau(jour, demi.moment(), c.debut(), c.fin()))
                                .findFirst()));
    }

    public boolean hasClasse(DemiJournee demi) {
        return why(demi) == null;
    }

    /// The half-days of class from one day to another, both included, in order.
    public List<DemiJournee> demiJournees(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .flatMap(jour -> Stream.of(Moment.values()).map(moment -> new DemiJournee(jour, moment)))
                .filter(this::hasClasse)
                .toList();
    }

    /// The first half-day of class after this one, if the calendar knows one within a year and more.
    public Optional<DemiJournee> next(DemiJournee after) {
        return Stream.iterate(after.next(), DemiJournee::next)
                .limit(2L * FAR)
                .filter(this::hasClasse)
                .findFirst();
    }

    /// Why there is no class in this half-day; null where there is.
    @Nullable
    SansClasse why(DemiJournee demi) {
        var local = locaux.stream().filter(l -> l.covers(demi)).max(Comparator.comparing(l -> l.moment() != null));
        if (local.isPresent()) {
            return local.get().classe()
                    ? null
                    : new SansClasse(Raison.LOCAL, local.get().motif());
        }
        var ferie = Feries.of(demi.jour());
        if (ferie.isPresent()) {
            return new SansClasse(Raison.FERIE, ferie.get());
        }
        return vacances(demi.jour())
                .map(v -> new SansClasse(Raison.VACANCES, v.nom()))
                .orElseGet(() -> semaine(demi.jour())
                                .flatMap(s -> s.at(demi.jour().getDayOfWeek(), demi.moment()))
                                .isPresent()
                        ? null
                        : new SansClasse(Raison.SEMAINE, ""));
    }

    /// Why nobody is at school all day, in words: « Toussaint », « 11 novembre », the school's own reason. Empty on a
    /// day of class, and on one that the week merely does not have.
    public Optional<String> closed(LocalDate jour) {
        var whys = Stream.of(Moment.values())
                .map(moment -> Optional.ofNullable(why(new DemiJournee(jour, moment))))
                .toList();
        return whys.stream()
                        .allMatch(why ->
                                why.filter(w -> w.raison != Raison.SEMAINE).isPresent())
                ? whys.getFirst().map(SansClasse::mot)
                : Optional.empty();
    }

    /// What there is to know of these days, both included, beside the week: holidays, public holidays, the school's own
    /// days; in order.
    public List<Marque> marques(LocalDate from, LocalDate to) {
        return Stream.of(
                        vacances.stream()
                                .filter(v -> !v.debut().isAfter(to) && v.end().isAfter(from))
                                .map(v -> new Marque(
                                        Marque.Sorte.VACANCES,
                                        v.nom(),
                                        v.debut(),
                                        v.end().minusDays(1))),
                        from.datesUntil(to.plusDays(1))
                                .flatMap(jour ->
                                        Feries.of(jour)
                                                .map(nom -> new Marque(Marque.Sorte.FERIE, nom, jour, jour))
                                                .stream()),
                        locaux.stream()
                                .filter(l ->
                                        !l.jour().isBefore(from) && !l.jour().isAfter(to))
                                .map(l -> new Marque(
                                        l.classe() ? Marque.Sorte.CLASSE : Marque.Sorte.SANS_CLASSE,
                                        l.moment() == null ? l.motif() : l.motif() + ", " + l.portee(),
                                        l.jour(),
                                        l.jour())))
                .flatMap(marques -> marques)
                .sorted(Comparator.comparing(Marque::debut).thenComparing(Marque::nom))
                .toList();
    }

    Optional<Vacances> vacances(LocalDate jour) {
        return vacances.stream().filter(v -> v.covers(jour)).findFirst();
    }

    /// Those of a school year.
    List<Vacances> vacances(AnneeScolaire annee) {
        return vacances.stream().filter(v -> v.annee().equals(annee)).toList();
    }

    List<JourLocal> locaux() {
        return locaux;
    }

    /// All that may hold one day: the school's own, and those that it follows.
    List<Semaine> semaines() {
        return semaines;
    }

    List<HeuresDeRemise> remises() {
        return remises;
    }

    /// The one that holds on a day: the school's if it has one by then, else its commune's, else the region's.
    Optional<Semaine> semaine(LocalDate jour) {
        return Semaine.on(jour, semaines);
    }

    Optional<HeuresDeRemise> remise(LocalDate jour) {
        return HeuresDeRemise.on(jour, remises);
    }

    /// Whether what is written now may reach people now.
    public boolean isDelivered(Instant instant) {
        var there = instant.atZone(PARIS);
        return hours(there.toLocalDate())
                .filter(h -> !there.toLocalTime().isBefore(h.de())
                        && there.toLocalTime().isBefore(h.a()))
                .isPresent();
    }

    /// When what is written now reaches people: now, or when delivery hours begin again.
    ///
    /// @return empty only where delivery hours never begin within a year and more
    public Optional<Instant> delivery(Instant instant) {
        if (isDelivered(instant)) {
            return Optional.of(instant);
        }
        var jour = instant.atZone(PARIS).toLocalDate();
        return jour.datesUntil(jour.plusDays(FAR))
                .flatMap(d -> hours(d).map(h -> d.atTime(h.de()).atZone(PARIS).toInstant()).stream())
                .filter(opening -> opening.isAfter(instant))
                .findFirst();
    }

    private Optional<Heures> hours(LocalDate jour) {
        return remise(jour)
                .filter(r -> r.feries() || Feries.of(jour).isEmpty())
                .filter(r -> r.vacances() || vacances(jour).isEmpty())
                .flatMap(r -> switch (jour.getDayOfWeek()) {
                    case SUNDAY -> Optional.empty();
                    case SATURDAY -> Optional.ofNullable(r.samedi()).map(until -> new Heures(r.ouvre(), until));
                    default -> Optional.of(new Heures(r.ouvre(), r.ferme()));
                });
    }

    /// A day, or some in a row, as a family marks them in its own agenda.
    ///
    /// @param fin last day
    public record Marque(Sorte sorte, String nom, LocalDate debut, LocalDate fin) {

        public enum Sorte {
            VACANCES,
            FERIE,
            /// a day off of the school's own
            SANS_CLASSE,
            /// a day made up
            CLASSE
        }
    }

    private record Heures(LocalTime de, LocalTime a) {}

    /// @param mot what is said of it, empty for a half-day that the week does not have
    record SansClasse(Raison raison, String mot) {}

    enum Raison {
        VACANCES,
        FERIE,
        LOCAL,
        SEMAINE
    }
}
