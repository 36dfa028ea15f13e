package fr.entecole.presences.registre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.calendrier.Grilles;
import fr.entecole.calendrier.Grilles.Case;
import fr.entecole.presences.Etat;
import fr.entecole.presences.Taux;
import fr.entecole.presences.registre.LectureDuRegistre.Dite;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/// The sheet of a month against a count made day by day with a pencil: whatever the grid, changed in the middle of the
/// month, with public holidays moved into it, for children who join, leave, change class, come half-days only.
class GrillesDuRegistreTests {

    /// A February of 29 days, the two months in which clocks change, the month of Christmas, one with two holidays.
    private static final List<LocalDate> MOIS = List.of(
            LocalDate.of(2028, Month.FEBRUARY, 1),
            LocalDate.of(2026, Month.OCTOBER, 1),
            LocalDate.of(2027, Month.MARCH, 1),
            LocalDate.of(2026, Month.DECEMBER, 1),
            LocalDate.of(2026, Month.NOVEMBER, 1));

    private static final List<LocalDate> FERIES = List.of(
            LocalDate.of(2026, Month.NOVEMBER, 1),
            LocalDate.of(2026, Month.NOVEMBER, 11),
            LocalDate.of(2026, Month.DECEMBER, 25),
            LocalDate.of(2027, Month.MARCH, 29)); // Easter Monday

    /// Everything of a month, drawn from one number.
    private static final class Tirage {

        private final Random hasard;
        private final LocalDate mois;
        private final LocalDate bascule;
        private final Set<Case> avant = new HashSet<>();
        private final Set<Case> apres = new HashSet<>();
        private final Map<DemiJournee, Boolean> locaux = new HashMap<>();
        private final UUID[] eleves = {new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4)};
        private final Map<UUID, Map<DemiJournee, Etat>> dits = new HashMap<>();
        private final Map<UUID, LocalDate> changeDeClasse = new HashMap<>();

        Tirage(long graine) {
            hasard = new Random(graine);
            mois = MOIS.get(hasard.nextInt(MOIS.size()));
            bascule = mois.plusDays(hasard.nextInt(28));
            for (var jour : DayOfWeek.values()) {
                for (var moment : Moment.values()) {
                    if (jour != DayOfWeek.SUNDAY && hasard.nextInt(4) > 0) {
                        avant.add(new Case(jour, moment));
                    }
                    if (jour != DayOfWeek.SUNDAY && hasard.nextInt(4) > 0) {
                        apres.add(new Case(jour, moment));
                    }
                }
            }
            for (int i = 0; i < 4; i++) {
                locaux.put(demi(mois.plusDays(hasard.nextInt(mois.lengthOfMonth()))), hasard.nextBoolean());
            }
            FERIES.stream()
                    .filter(f -> f.getMonth() == mois.getMonth() && hasard.nextBoolean())
                    .forEach(f -> locaux.put(demi(f), true)); // moved into the grid
            for (var eleve : eleves) {
                changeDeClasse.put(eleve, mois.plusDays(hasard.nextInt(40)));
                dits.put(eleve, said());
            }
        }

        private DemiJournee demi(LocalDate jour) {
            return new DemiJournee(jour, Moment.values()[hasard.nextInt(2)]);
        }

        /// Joins, leaves, perhaps mornings only.
        private Map<DemiJournee, Etat> said() {
            int joins = hasard.nextInt(10);
            int leaves = 15 + hasard.nextInt(20);
            boolean halves = hasard.nextInt(3) == 0;
            Map<DemiJournee, Etat> said = new HashMap<>();
            for (int i = joins; i < Math.min(leaves, mois.lengthOfMonth()); i++) {
                for (var moment : Moment.values()) {
                    var demi = new DemiJournee(mois.plusDays(i), moment);
                    if (hasClasse(demi)) {
                        said.put(
                                demi,
                                halves && moment == Moment.APRES_MIDI
                                        ? Etat.NON_ATTENDU
                                        : List.of(Etat.PRESENT, Etat.PRESENT, Etat.ABSENT, Etat.RETARD)
                                                .get(hasard.nextInt(4)));
                    }
                }
            }
            return said;
        }

        /// Written again, by hand.
        boolean hasClasse(DemiJournee demi) {
            if (locaux.containsKey(demi)) {
                return locaux.get(demi);
            }
            var week = demi.jour().isBefore(bascule) ? avant : apres;
            return !FERIES.contains(demi.jour())
                    && week.contains(new Case(demi.jour().getDayOfWeek(), demi.moment()));
        }

        Calendrier calendrier() {
            return Grilles.of(Map.of(LocalDate.of(2020, 9, 1), avant, bascule, apres), locaux);
        }

        /// The half-days in which each was first there, of the whole school.
        List<Map.Entry<UUID, DemiJournee>> depuis() {
            var all = new ArrayList<Map.Entry<UUID, DemiJournee>>();
            dits.forEach((eleve, said) -> said.entrySet().stream()
                    .filter(e -> e.getValue().la())
                    .map(Map.Entry::getKey)
                    .min(DemiJournee::compareTo)
                    .ifPresent(first -> all.add(Map.entry(eleve, first))));
            return all;
        }

        FeuilleDuMois sheet(boolean seconde, LocalDate today) {
            var dites = new ArrayList<Dite>();
            dits.forEach((eleve, said) -> said.forEach((demi, etat) -> {
                if (demi.jour().isBefore(changeDeClasse.get(eleve)) != seconde
                        && !demi.jour().isAfter(today)) {
                    dites.add(new Dite(eleve, "Élève", demi, etat, false));
                }
            }));
            return LectureDuRegistre.sheet(mois, dites, depuis(), calendrier(), today);
        }

        Taux byHand(LocalDate today) {
            long possible = 0;
            long missed = 0;
            for (var said : dits.values()) {
                boolean arrived = false;
                for (var jour = mois;
                        jour.getMonth() == mois.getMonth() && !jour.isAfter(today);
                        jour = jour.plusDays(1)) {
                    for (var moment : Moment.values()) {
                        var etat = said.get(new DemiJournee(jour, moment));
                        arrived |= etat == Etat.PRESENT || etat == Etat.RETARD;
                        possible += arrived && etat != null && etat != Etat.NON_ATTENDU ? 1 : 0;
                        missed += arrived && etat == Etat.ABSENT ? 1 : 0;
                    }
                }
            }
            return new Taux(possible, missed);
        }
    }

    @Property(tries = 500)
    void countsTwoClassesOfAMonthAsByHand(@ForAll @LongRange(min = 0, max = 1_000_000) long graine) {
        var tirage = new Tirage(graine);
        var last = tirage.mois.plusMonths(1).minusDays(1);
        for (var today : List.of(last, tirage.mois.plusDays(12))) {
            assertThat(tirage.sheet(false, today)
                            .taux()
                            .plus(tirage.sheet(true, today).taux()))
                    .isEqualTo(tirage.byHand(today));
        }
    }

    @Property(tries = 500)
    void asksForTheRollsOfTheGridAsByHand(@ForAll @LongRange(min = 0, max = 1_000_000) long graine) {
        var tirage = new Tirage(graine);
        var last = tirage.mois.plusMonths(1).minusDays(1);
        var sheet = tirage.sheet(false, last);
        var called = new HashSet<DemiJournee>();
        sheet.lignes().forEach(l -> called.addAll(l.etats().keySet()));
        var expected = new ArrayList<DemiJournee>();
        for (var jour = tirage.mois; !jour.isAfter(last); jour = jour.plusDays(1)) {
            for (var moment : Moment.values()) {
                var demi = new DemiJournee(jour, moment);
                if (tirage.hasClasse(demi) && !called.contains(demi)) {
                    expected.add(demi);
                }
            }
        }
        assertThat(sheet.manquants()).isEqualTo(expected);
        assertThat(sheet.demis()).isSorted().doesNotHaveDuplicates().containsAll(called);
    }

    @Example
    void countsTheTwentyNinthOfFebruaryLikeAnyOtherDay() {
        var leap = new DemiJournee(LocalDate.of(2028, 2, 29), Moment.MATIN);
        var calendrier = Grilles.of(
                Map.of(LocalDate.of(2020, 9, 1), Set.of(new Case(DayOfWeek.TUESDAY, Moment.MATIN))), Map.of());
        var mois = LocalDate.of(2028, 2, 1);
        var eleve = new UUID(0, 1);
        var sheet = LectureDuRegistre.sheet(
                mois,
                List.of(new Dite(eleve, "Élève", leap, Etat.PRESENT, false)),
                List.of(Map.entry(eleve, leap)),
                calendrier,
                leap.jour());
        assertThat(sheet.demis()).contains(leap);
        assertThat(sheet.taux()).isEqualTo(new Taux(1, 0));
    }
}
