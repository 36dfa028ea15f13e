package fr.entecole.annuaire.recherche;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Among a hundred thousand people the administrator's search reads an index, whether PostgreSQL plans it for what was
/// typed or once for all.
@EntTest
class RecherchePlanTests {

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aHundredThousandPeople() {
        jdbc.sql("""
                        insert into annuaire.responsable (academie, nom, prenom)
                        select '11', 'NOM' || md5((i % 30000)::text), 'PRENOM' || md5((i % 900)::text)
                          from generate_series(1, 100000) i
                        """).update();
        for (var table : new String[] {"eleve", "responsable", "personnel", "agent"}) {
            jdbc.sql("analyze annuaire." + table).update();
        }
    }

    @Test
    void readsTheIndexOfWords() {
        for (var mode : new String[] {"force_custom_plan", "force_generic_plan"}) {
            jdbc.sql("set plan_cache_mode = " + mode).update();
            var plan = String.join(
                    "\n",
                    jdbc.sql("explain " + RechercheRegion.SQL)
                            .param("saisie", "nomc4ca42")
                            .param("limite", 31)
                            .param("regardes", RechercheRegion.LOOKED_AT)
                            .query(String.class)
                            .list());
            assertThat(plan)
                    .as(mode)
                    .contains("Bitmap Index Scan on responsable_mots")
                    .doesNotContain("Seq Scan on responsable");
        }
    }

    /// Five thousand bear it: putting all of them in order to show thirty would grow with the region.
    @Test
    void looksAtNoMoreOfACommonNameThanItMay() {
        jdbc.sql("""
                        insert into annuaire.responsable (academie, nom, prenom)
                        select '11', 'ZYXCOMMUN', 'PRENOM' || i from generate_series(1, 5000) i
                        """).update();
        for (var mode : new String[] {"force_custom_plan", "force_generic_plan"}) {
            jdbc.sql("set plan_cache_mode = " + mode).update();
            var plan = String.join(
                    "\n",
                    jdbc.sql("explain (analyze, costs off, timing off) " + RechercheRegion.SQL)
                            .param("saisie", "zyxcommun")
                            .param("limite", 31)
                            .param("regardes", RechercheRegion.LOOKED_AT)
                            .query(String.class)
                            .list());
            assertThat(plan).as(mode).contains("Bitmap Index Scan on responsable_mots");
            var read = Pattern.compile("Heap Scan on responsable\\b[^\n]*rows=(\\d+)")
                    .matcher(plan);
            assertThat(read.find()).as(plan).isTrue();
            assertThat(Integer.parseInt(read.group(1))).as(mode).isLessThanOrEqualTo(RechercheRegion.LOOKED_AT);
        }
        jdbc.sql("delete from annuaire.responsable where nom = 'ZYXCOMMUN'").update();
    }
}
