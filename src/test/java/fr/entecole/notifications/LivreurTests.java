package fr.entecole.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.BaseDeTest;
import fr.entecole.BaseDeTestConfiguration;
import fr.entecole.EntEcole;
import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Profil;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The threads of a node that delivers, beside one that does not: a word wakes them, and the other's bell rings.
@EntTest
class LivreurTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Nouvelles nouvelles;

    @Test
    void anotherNodeDeliversWithinAMomentAndThisOneHearsOfIt() {
        var agent = new Personnages(jdbc).add(Profil.IEN);
        var as = new EnTantQue(context);
        var cookie = as.personne(agent);
        jdbc.sql("update comptes.compte set active_le = now()").update();
        var first = mvc.get().uri("/aide").cookie(cookie).exchange();
        assertThat(first).hasStatus(HttpStatus.OK);
        assertThat(Visites.words(first)).contains("Nouvelles : tout est lu");
        try (var node = node()) {
            assertThat(node.isRunning()).isTrue();
            long start = System.nanoTime();
            nouvelles.deposit(
                    null,
                    new Nouvelle(
                            SorteDEssai.MOT_DESSAI,
                            UUID.randomUUID(),
                            Public.ofPersonnes(Cle.PARTOUT, List.of(agent), Qui.EQUIPE),
                            "/aide",
                            "Bonjour"));
            assertThat(await(() -> jdbc.sql("select count(*) from notifications.ligne")
                                    .query(Integer.class)
                                    .single()
                            == 1))
                    .isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("woken, not at the next round")
                    .isLessThan(Duration.ofSeconds(20));
        }
        var then = mvc.get().uri("/aide").cookie(cookie).exchange();
        assertThat(then).hasStatus(HttpStatus.OK);
        assertThat(Visites.words(then)).contains("Nouvelles : 1 non lue");
    }

    private static boolean await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(25).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return true;
    }

    private static ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(EntEcole.class, BaseDeTestConfiguration.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=test",
                        "--ent.essai.base=" + BaseDeTest.PARTAGEE,
                        "--ent.secret=" + EntTest.SECRET);
    }
}
