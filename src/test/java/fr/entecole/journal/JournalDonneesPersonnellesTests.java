package fr.entecole.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.EntTest;
import fr.entecole.journal.Journal.Fait;
import java.time.Clock;
import java.time.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@EntTest
class JournalDonneesPersonnellesTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Journal journal;

    @Autowired
    Clock clock;

    @Autowired
    Actes actes;

    @BeforeEach
    void factsOfSeveralAges() {
        fact("neuf", "0 days");
        fact("trois-mois", "3 months");
        fact("sept-mois", "7 months");
        fact("treize-mois", "13 months");
    }

    @Test
    void forgetsAfterAYear() {
        keepFor(Period.ofMonths(12));
        assertThat(count("treize-mois")).isZero();
        assertThat(count("sept-mois")).isPositive();
    }

    @Test
    void refusesToForgetBeforeSixMonthsWhateverTheSetting() {
        assertThatThrownBy(() -> keepFor(Period.ofMonths(1))).isInstanceOf(DataAccessException.class);
        assertThat(count("neuf")).isPositive();
        assertThatThrownBy(() -> jdbc.sql("delete from journal.fait").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void refusesToChangeAnything() {
        assertThatThrownBy(
                        () -> jdbc.sql("update journal.fait set action = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("truncate journal.fait").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void writesAFactWithTheTransactionOfItsCause() {
        journal.record(Fait.of(ActeDEssai.ESSAI, "1").inEcole(null));
        assertThat(count("essai")).isPositive();
    }

    private void keepFor(Period conservation) {
        new JournalDonneesPersonnelles(jdbc, clock, new JournalReglages(conservation), actes).purge();
    }

    private void fact(String action, String age) {
        jdbc.sql("insert into journal.fait (action, fait_le) values (:action, now() - :age::interval)")
                .param("action", action)
                .param("age", age)
                .update();
    }

    private int count(String action) {
        return jdbc.sql("select count(*) from journal.fait where action = :action")
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
