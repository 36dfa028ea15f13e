package fr.entecole.mesure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.mesure.Dits.Parts;
import fr.entecole.socle.Sceau;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever knows everything that is said, how it is chosen, and subtracts as they like.
class DitsTests {

    private static final List<Service> SERVICES =
            List.of(Service.PAGE_ENT, Service.CAHIER_LIAISON, Service.ABSENCES, Service.GESTION_TEMPS);
    private static final Sceau SCEAU = new Sceau("un-secret-qui-ne-sert-qu-a-cet-essai-de-la-maison");
    private static final int WEEKS = 7;
    private static final int WINDOW = 4;

    /// All tables of so many parts, from nothing to nine each, with their sum known, and any lot: of no part that is
    /// not said does one number alone agree with what is.
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void leavesOfEachPartThatIsNotSaidSeveralNumbersPossible(int parts) {
        Map<String, List<long[]>> alike = new HashMap<>();
        for (long table = 0; table < Math.round(Math.pow(10, parts)); table++) {
            var numbers = new long[parts];
            long rest = table;
            for (int part = 0; part < parts; part++) {
                numbers[part] = rest % 10;
                rest /= 10;
            }
            for (int first = 0; first < parts; first++) {
                int drawn = first;
                alike.computeIfAbsent(said(numbers, part -> part == drawn ? 0 : 1 + part), _ -> new ArrayList<>())
                        .add(numbers);
            }
        }
        alike.forEach((said, tables) -> {
            for (int part = 0; part < parts; part++) {
                if (said.split(" ", -1)[part].equals("?")) {
                    Set<Long> possible = new HashSet<>();
                    for (var table : tables) {
                        possible.add(table[part]);
                    }
                    assertThat(possible).as("part %d of « %s »", part, said).hasSizeGreaterThan(1);
                }
            }
        });
    }

    /// Each part, or `?`, and the sum; nothing where the sum itself is not said. That nothing was counted is seen.
    private static String said(long[] numbers, ToLongFunction<Integer> lot) {
        Map<Integer, Long> counted = new TreeMap<>();
        long sum = 0;
        for (int part = 0; part < numbers.length; part++) {
            if (numbers[part] > 0) {
                counted.put(part, numbers[part]);
            }
            sum += numbers[part];
        }
        if (sum < Compte.SMALLEST) {
            return "- ".repeat(numbers.length);
        }
        var tus = Compte.tus(counted, _ -> false, lot);
        var words = new StringBuilder();
        for (int part = 0; part < numbers.length; part++) {
            words.append(tus.contains(part) ? "?" : numbers[part]).append(' ');
        }
        return words.append(sum).toString();
    }

    /// Files of each week and pages of each window of four: another small number in a week leaves all of them as they
    /// are.
    @Property(tries = 300)
    void saysTheSameWhateverSmallNumberAServiceHadInAWeek(@ForAll("weeks") List<Map<Service, Long>> weeks) {
        var said = all(weeks);
        for (int week = 0; week < WEEKS; week++) {
            for (var service : SERVICES.subList(1, SERVICES.size())) {
                if (weeks.get(week).get(service) < Compte.SMALLEST) {
                    for (long other = 1; other < Compte.SMALLEST; other++) {
                        var changed = new ArrayList<>(weeks);
                        changed.set(week, new HashMap<>(weeks.get(week)));
                        changed.get(week).put(service, other);
                        assertThat(all(changed)).isEqualTo(said);
                    }
                }
            }
        }
    }

    /// What the window of a week says, less what that of the next one says, is made of weeks that each say it.
    @Property(tries = 300)
    void addsUpWhatEachWeekSaysAndNothingElse(@ForAll("weeks") List<Map<Service, Long>> weeks) {
        for (int from = 0; from + WINDOW <= WEEKS; from++) {
            var window = weeks.subList(from, from + WINDOW);
            var sums = dits(window).services();
            for (var service : SERVICES) {
                long alone = window.stream()
                        .mapToLong(week ->
                                dits(List.of(week)).services().get(service).nombre())
                        .sum();
                assertThat(sums.get(service).nombre()).isEqualTo(alone);
                assertThat(sums.get(service).masque()).isEqualTo(alone == 0);
            }
        }
    }

    @Provide
    Arbitrary<List<Map<Service, Long>>> weeks() {
        return Arbitraries.longs()
                .between(1, 9)
                .list()
                .ofSize(SERVICES.size())
                .map(numbers -> {
                    Map<Service, Long> week = new HashMap<>();
                    for (int i = 0; i < numbers.size(); i++) {
                        week.put(SERVICES.get(i), i == 0 ? 40 + numbers.get(i) : numbers.get(i));
                    }
                    return week;
                })
                .list()
                .ofSize(WEEKS);
    }

    private static List<Map<Service, String>> all(List<Map<Service, Long>> weeks) {
        List<Map<Service, String>> all = new ArrayList<>();
        weeks.forEach(week -> all.add(words(List.of(week))));
        for (int from = 0; from + WINDOW <= WEEKS; from++) {
            all.add(words(weeks.subList(from, from + WINDOW)));
        }
        return all;
    }

    private static Map<Service, String> words(List<Map<Service, Long>> weeks) {
        Map<Service, String> words = new HashMap<>();
        dits(weeks).services().forEach((service, compte) -> words.put(service, compte.brut()));
        return words;
    }

    private static Dits dits(List<Map<Service, Long>> weeks) {
        return Dits.of(weeks.stream()
                .map(week -> {
                    var parts = new Parts(new Tirage(SCEAU, "ecole", "lundi"));
                    week.forEach(parts::service);
                    parts.appareil(Appareil.ORDINATEUR, 40);
                    return parts;
                })
                .toList());
    }
}
