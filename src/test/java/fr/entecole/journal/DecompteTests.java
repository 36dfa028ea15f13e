package fr.entecole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.HorlogeDeTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Strangers write one row a minute, whatever they do.
@EntTest
class DecompteTests {

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    HorlogeDeTest clock;
    Decompte decompte;

    @BeforeEach
    void aMinuteBegins() {
        clock = new HorlogeDeTest();
        decompte = new Decompte(journal, clock);
    }

    @Test
    void writesOneRowAMinuteAndKindWithHowOftenAndFromWhere() {
        long before = rows();
        for (int i = 0; i < 5_000; i++) {
            decompte.count(ActeDEssai.ESSAI, "inconnu", "2001:db8::" + Integer.toHexString(i));
        }
        for (int i = 0; i < 3; i++) {
            decompte.count(ActeDEssai.ESSAI, "inconnu", "198.51.100.7");
            decompte.count(ActeDEssai.ESSAI, "autre", "198.51.100.8");
        }
        decompte.write();
        assertThat(rows()).as("the minute is not over").isEqualTo(before);
        clock.advance(java.time.Duration.ofMinutes(1));
        decompte.count(ActeDEssai.ESSAI, "inconnu", "198.51.100.9");
        decompte.write();
        assertThat(rows()).isEqualTo(before + 2);
        assertThat(lasts(2)).containsExactlyInAnyOrder("inconnu 5003 1001", "autre 3 1 198.51.100.8");
        decompte.writeAll();
        assertThat(lasts(1)).containsExactly("inconnu 1 1 198.51.100.9");
        assertThat(jdbc.sql("""
                        select count(*) from journal.fait_ecole e join journal.fait f on f.id = e.fait_id
                         where f.action = 'essai' and f.details->>'fois' is not null
                        """).query(Integer.class).single()).as("no school").isZero();
    }

    private long rows() {
        return jdbc.sql("select count(*) from journal.fait").query(Long.class).single();
    }

    private List<String> lasts(int n) {
        return jdbc.sql("""
                        select concat_ws(' ', details->>'raison', details->>'fois', details->>'adresses',
                                         case when adresse not like '2001%' then adresse end)
                          from journal.fait order by id desc limit :n
                        """).param("n", n).query(String.class).list();
    }
}
