package fr.entecole.comptes.charte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Each test in a transaction that is rolled back: the table is never changed otherwise.
@EntTest
@Transactional
class ChartesLivreesTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final String AUTRE = "# Une autre charte\n\n## Une règle\nUne autre.";

    @Autowired
    ChartesLivrees livrees;

    @Autowired
    Chartes chartes;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(Texte.class)
    void eachTextIsThereAtTheFirstStart(Texte texte) {
        assertThat(versions(texte)).hasSize(1);
        var charte = chartes.all().stream()
                .filter(c -> c.texte() == texte)
                .findFirst()
                .orElseThrow();
        assertThat(charte.version()).isOne();
        assertThat(charte.effetLe()).isEqualTo(FIRST);
        assertThat(CorpsDeCharte.refusal(texte, charte.corps())).isEmpty();
    }

    @Test
    void startingAgainChangesNothing() {
        var before = chartes.all();
        livrees.load();
        assertThat(chartes.all()).isEqualTo(before);
    }

    @Test
    void aFileThatWasChangedAfterwardsChangesNothing() {
        var before = versions(Texte.PARENT);
        livrees.take(Texte.PARENT, FIRST, AUTRE);
        livrees.take(Texte.PARENT, FIRST.minusDays(1), AUTRE);
        assertThat(versions(Texte.PARENT)).isEqualTo(before);
    }

    @Test
    void aFileOfALaterDayIsTheNextVersion() {
        livrees.take(Texte.PARENT, FIRST.plusYears(1), AUTRE);
        livrees.take(Texte.PARENT, FIRST.plusYears(1), AUTRE);
        assertThat(chartes.all().stream().filter(c -> c.texte() == Texte.PARENT))
                .extracting(Charte::version, Charte::effetLe)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, FIRST.plusYears(1)),
                        org.assertj.core.groups.Tuple.tuple(1, FIRST));
    }

    @Test
    void aRegionThatHasPublishedItsOwnIsGivenNoOther() {
        chartes.publish(Texte.PARENT, AUTRE + " De la région.", FIRST.plusMonths(2), UUID.randomUUID());
        livrees.take(Texte.PARENT, FIRST.plusYears(1), AUTRE);
        livrees.load();
        assertThat(versions(Texte.PARENT)).hasSize(2).last().asString().endsWith("De la région.");
    }

    private List<String> versions(Texte texte) {
        return jdbc.sql("select corps from comptes.charte where texte = :texte order by version")
                .param("texte", texte.name())
                .query(String.class)
                .list();
    }
}
