package fr.entecole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.journal.LectureDuJournal.Cle;
import fr.entecole.journal.LectureDuJournal.Demande;
import fr.entecole.journal.LectureDuJournal.Ligne;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EntTest
class LectureDuJournalTests {

    private static final UUID MARIE_CURIE = new UUID(7, 1);
    private static final UUID DAUDET = new UUID(7, 2);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Journal journal;

    @Autowired
    LectureDuJournal lecture;

    @Autowired
    Clock clock;

    @Test
    void hidesFromASchoolWhatConcernsAnother() {
        journal.record(Fait.of(ActeComptes.CODE_REMIS, "celui-de-daudet").inEcole(DAUDET));
        journal.record(Fait.of(ActeComptes.CONNEXION_REFUSEE, "sans-ecole").inEcoles(List.of()));
        assertThat(objets(read(Set.of(MARIE_CURIE), null, null, null))).doesNotContain("celui-de-daudet", "sans-ecole");
        assertThat(objets(read(Set.of(), null, null, null))).isEmpty();
        assertThat(objets(read(null, null, null, null))).contains("celui-de-daudet", "sans-ecole");
    }

    @Test
    void showsAFactOfTwoSchoolsToBothAndOnceToWhoReadsBoth() {
        journal.record(Fait.of(ActeComptes.CONNEXION, "deux-ecoles").inEcoles(List.of(MARIE_CURIE, DAUDET)));
        assertThat(objets(read(Set.of(MARIE_CURIE), null, null, null))).contains("deux-ecoles");
        assertThat(objets(read(Set.of(DAUDET), null, null, null))).contains("deux-ecoles");
        assertThat(objets(read(Set.of(MARIE_CURIE, DAUDET), null, null, null))).containsOnlyOnce("deux-ecoles");
    }

    @Test
    void keepsToAFamilyAndToADay() {
        journal.record(Fait.of(ActeComptes.CODE_REMIS, "un-code").inEcole(MARIE_CURIE));
        journal.record(Fait.of(ActeComptes.CONNEXION, "une-entree").inEcole(MARIE_CURIE));
        assertThat(objets(read(Set.of(MARIE_CURIE), Famille.CODES, null, null)))
                .contains("un-code")
                .doesNotContain("une-entree");
        assertThat(read(Set.of(MARIE_CURIE), null, LocalDate.of(2020, 1, 1), null))
                .isEmpty();
        assertThat(read(null, Famille.CODES, LocalDate.of(2020, 1, 1), null)).isEmpty();
    }

    @Test
    void walksThroughEveryFactOnceWhateverTheMoment() {
        var ecole = UUID.randomUUID();
        // One statement, so one moment: the key must tell them apart.
        fill(ecole, 25, "interval '0'");
        var seen = new ArrayList<UUID>();
        Cle avant = null;
        List<Ligne> page;
        do {
            page = read(Set.of(ecole), null, null, avant, 10);
            page.forEach(ligne -> seen.add(ligne.id()));
            avant = page.isEmpty()
                    ? null
                    : Cle.parse(page.getLast().cle().toString()).orElseThrow();
        } while (!page.isEmpty());
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void takesNoKeyForOne() {
        for (var words : List.of("", "x", "1-2", "99999999999999999999-" + UUID.randomUUID(), "1-" + "-".repeat(36))) {
            assertThat(Cle.parse(words)).isEmpty();
        }
    }

    @Test
    void readsFromTheIndexAmong200000Facts() {
        var grande = UUID.randomUUID();
        fill(grande, 100_000, "i * interval '1 minute'");
        fill(UUID.randomUUID(), 100_000, "i * interval '1 minute'");
        jdbc.sql("analyze journal.fait").update();
        jdbc.sql("analyze journal.fait_ecole").update();
        var day = LocalDate.now(clock).minusDays(20);
        var cle = read(Set.of(grande), null, null, null, 500).getLast().cle();
        for (var demande : List.of(
                new Demande(Set.of(grande), null, true, null, null),
                new Demande(Set.of(grande), null, false, null, null),
                new Demande(Set.of(grande), null, false, null, cle),
                new Demande(Set.of(grande, DAUDET), Famille.ENTREES, true, day, null),
                new Demande(Set.of(grande), Famille.RESTRICTIONS, false, null, null),
                new Demande(null, null, true, null, cle),
                new Demande(null, Famille.CODES, true, day, null),
                new Demande(null, Famille.IMPORTS, true, null, null))) {
            var plan = plan(demande);
            assertThat(plan).as("%s", demande).contains("Index").doesNotContain("Seq Scan");
            assertThat(rowsRead(plan)).as("%s: %s", demande, plan).isLessThan(2_000);
        }
    }

    private List<Ligne> read(
            @Nullable Set<UUID> ecoles, @Nullable Famille famille, @Nullable LocalDate jour, @Nullable Cle avant) {
        return read(ecoles, famille, jour, avant, 50);
    }

    private List<Ligne> read(
            @Nullable Set<UUID> ecoles,
            @Nullable Famille famille,
            @Nullable LocalDate jour,
            @Nullable Cle avant,
            int most) {
        return lecture.read(new Demande(ecoles, famille, true, jour, avant), most);
    }

    private static List<@Nullable String> objets(List<Ligne> lignes) {
        return lignes.stream().<@Nullable String>map(Ligne::objetId).toList();
    }

    private void fill(UUID ecole, int facts, String age) {
        jdbc.sql("""
                        with f as (
                            insert into journal.fait (action, fait_le)
                            select (array['connexion', 'deconnexion', 'code-remis'])[1 + i %% 3], now() - %s
                              from generate_series(1, :facts) i returning id, fait_le, action)
                        insert into journal.fait_ecole (ecole_id, fait_le, fait_id, action)
                        select :ecole, fait_le, id, action from f
                        """.formatted(age)).param("facts", facts).param("ecole", ecole).update();
    }

    private String plan(Demande demande) {
        Map<String, Object> parameters = new HashMap<>();
        var sql = lecture.sql(demande, parameters);
        parameters.put("n", 31);
        return String.join(
                "\n",
                jdbc.sql("explain (analyze, costs off, timing off, summary off) " + sql)
                        .params(parameters)
                        .query((rs, _) -> rs.getString(1))
                        .list());
    }

    /// The most that a step of the plan read, rows put aside included.
    private static double rowsRead(String plan) {
        return Pattern.compile("(?:rows=|Removed by Filter: )([0-9.]+)")
                .matcher(plan)
                .results()
                .mapToDouble(m -> Double.parseDouble(m.group(1)))
                .max()
                .orElse(0);
    }
}
