package fr.entecole.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.ModuleTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class DirectModuleTests {

    @Autowired
    Direct direct;

    @Autowired
    javax.sql.DataSource base;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void tellsAWholeSchoolInFewWordsOnceItIsCommitted() throws Exception {
        var all = Stream.generate(UUID::randomUUID).limit(600).toList();
        try (var connection = base.getConnection()) {
            connection.createStatement().execute("listen direct");
            var pg = connection.unwrap(PGConnection.class);
            transaction.executeWithoutResult(undone -> {
                direct.tell(all, "avis");
                undone.setRollbackOnly();
            });
            transaction.executeWithoutResult(_ -> direct.tell(all, "avis"));
            List<UUID> heard = new ArrayList<>();
            while (heard.size() < all.size()) {
                var some = pg.getNotifications(10_000);
                assertThat(some).hasSizeLessThanOrEqualTo(3).isNotEmpty();
                for (var one : some) {
                    var mot = Direct.Mot.parse(one.getParameter());
                    assertThat(mot.quoi()).isEqualTo("avis");
                    heard.addAll(mot.personnes());
                }
            }
            connection.createStatement().execute("unlisten *");
            assertThat(heard).containsExactlyElementsOf(all);
        }
    }

    @Test
    void tellsAWordAndNothingElse() {
        assertThatThrownBy(() -> direct.tell(List.of(UUID.randomUUID()), "Camille est absente"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
