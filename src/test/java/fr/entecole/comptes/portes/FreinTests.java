package fr.entecole.comptes.portes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.HorlogeDeTest;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.socle.Sceau;
import fr.entecole.socle.Uuids;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EntTest
class FreinTests {

    private static final Provenance ECOLE = new Provenance("192.0.2.1", null);
    private static final Provenance AILLEURS = new Provenance("198.51.100.7", null);

    @Autowired
    JdbcClient jdbc;

    final HorlogeDeTest clock = new HorlogeDeTest();
    Frein frein;

    @BeforeEach
    void nothingTried() {
        jdbc.sql("truncate comptes.essai").update();
        frein = new Frein(jdbc, clock, new Sceau(EntTest.SECRET));
    }

    @Test
    void leavesAFewTriesFreeThenDoublesTheWait() {
        for (int i = 0; i < 4; i++) {
            assertThat(wait("ines.benali", ECOLE)).isZero();
            fail("ines.benali", ECOLE);
        }
        for (int seconds = 1; seconds <= 512; seconds *= 2) {
            assertThat(wait("ines.benali", ECOLE)).hasSeconds(seconds);
            clock.advance(Duration.ofSeconds(seconds));
            assertThat(wait("ines.benali", ECOLE)).isZero();
            fail("ines.benali", ECOLE);
        }
        assertThat(wait("ines.benali", ECOLE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void locksNoAccountForGood() {
        for (int i = 0; i < 60; i++) {
            fail("ines.benali", AILLEURS);
        }
        assertThat(wait("ines.benali", ECOLE)).isEqualTo(Duration.ofMinutes(15));
        clock.advance(Duration.ofMinutes(15));
        assertThat(wait("ines.benali", ECOLE)).isZero();
    }

    @Test
    void forgetsAfterADay() {
        for (int i = 0; i < 30; i++) {
            fail("ines.benali", ECOLE);
        }
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        fail("ines.benali", ECOLE);
        assertThat(wait("ines.benali", ECOLE)).isZero();
    }

    @Test
    void neverMakesAPersonPayForWhatOthersTryElsewhere() {
        frein.succeed("ines.benali", ECOLE, Uuids.v7());
        for (int i = 0; i < 100; i++) {
            fail("ines.benali", AILLEURS);
        }
        assertThat(wait("ines.benali", ECOLE)).isZero();
        assertThat(wait("ines.benali", AILLEURS)).isPositive();
    }

    @Test
    void neverLocksAClassOutOfItsSchool() {
        frein.succeed("claire.esteve", ECOLE, Uuids.v7());
        for (int child = 0; child < 60; child++) {
            fail("eleve" + child, ECOLE);
        }
        assertThat(wait("claire.esteve", ECOLE)).isZero();
        assertThat(wait("hugo.calvet", ECOLE)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
        clock.advance(Duration.ofSeconds(30));
        assertThat(wait("hugo.calvet", ECOLE)).isZero();
    }

    @Test
    void neverLetsAClassmateSlowAnother() {
        var tablet = new Provenance(ECOLE.adresse(), "a".repeat(43));
        var classmate = new Provenance(ECOLE.adresse(), "b".repeat(43));
        frein.succeed("ines.benali", tablet, Uuids.v7());
        for (int i = 0; i < 100; i++) {
            fail("ines.benali", classmate);
        }
        assertThat(wait("ines.benali", tablet)).isZero();
        assertThat(wait("ines.benali", classmate)).isEqualTo(Duration.ofMinutes(15));
        frein.succeed("ines.benali", tablet, Uuids.v7());
        assertThat(wait("ines.benali", classmate)).isEqualTo(Duration.ofMinutes(15));
        for (int i = 0; i < 5; i++) {
            fail("ines.benali", tablet);
        }
        assertThat(wait("ines.benali", tablet)).hasSeconds(2);
    }

    @Test
    void keepsTheObstinacyOfOnePupilFromAFirstSchoolMorning() {
        for (int i = 0; i < 50; i++) {
            fail("hugo.calvet", ECOLE);
        }
        assertThat(wait("hugo.calvet", ECOLE)).isPositive();
        for (int i = 0; i < 40; i++) {
            fail("eleve" + i, ECOLE);
        }
        assertThat(wait("ines.benali", ECOLE)).isZero();
    }

    @Test
    void slowsASchoolLaterAndLess() {
        for (int i = 0; i < 10; i++) {
            frein.succeed("eleve" + i, ECOLE, Uuids.v7());
        }
        for (int i = 0; i < 149; i++) {
            fail("inconnu" + i, ECOLE);
        }
        assertThat(wait("nouvelle.venue", ECOLE)).isZero();
        for (int i = 149; i < 200; i++) {
            fail("inconnu" + i, ECOLE);
        }
        assertThat(wait("nouvelle.venue", ECOLE)).hasSeconds(5);
    }

    @Test
    void slowsUnknownCodesByAddress() {
        for (int i = 0; i < 20; i++) {
            assertThat(frein.lookCode(AILLEURS)).isZero();
            frein.failCode(AILLEURS);
        }
        assertThat(frein.lookCode(AILLEURS)).hasSeconds(1);
        assertThat(frein.lookCode(ECOLE)).isZero();
    }

    @Test
    void letsAClassMistypeItsFirstPasswordsTogether() {
        for (int child = 0; child < 26; child++) {
            fail("eleve" + child, ECOLE);
        }
        assertThat(wait("eleve3", ECOLE)).isZero();
    }

    @Test
    void slowsOneWhoTriesManyLoginsFromOneAddress() {
        for (int i = 0; i < 60; i++) {
            fail("login" + i, AILLEURS);
        }
        assertThat(wait("login60", AILLEURS)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void takesAHomeOfIpv6AsOneAddress() {
        for (int i = 0; i < 60; i++) {
            fail("login" + i, new Provenance("2001:db8:1:2::" + Integer.toHexString(i + 1), null));
        }
        assertThat(wait("login60", new Provenance("2001:db8:1:2:aaaa::1", null)))
                .isPositive();
        assertThat(wait("login60", new Provenance("2001:db8:1:3::1", null))).isZero();
    }

    /// Where a customer holds a /56, or a /48, there are as many /64 as anyone wants.
    @Test
    void takesTheWiderNetworksOfIpv6TogetherToo() {
        for (int i = 0; i < 110; i++) {
            fail("login" + i, new Provenance("2001:db8:1:%x::1".formatted(i), null));
        }
        assertThat(wait("autre", new Provenance("2001:db8:1:ff::1", null))).isPositive();
        assertThat(wait("autre", new Provenance("2001:db8:1:1ff::1", null))).isZero();
        for (int i = 0; i < 110; i++) {
            fail("encore" + i, new Provenance("2001:db8:1:%x::1".formatted(i << 8), null));
        }
        assertThat(wait("autre", new Provenance("2001:db8:1:fff0::1", null))).isPositive();
        assertThat(wait("autre", new Provenance("2001:db8:2::1", null))).isZero();
    }

    @Test
    void countsUnknownCodesOfTheWiderNetworksToo() {
        for (int i = 0; i < 41; i++) {
            frein.failCode(new Provenance("2001:db8:1:%x::1".formatted(i), null));
        }
        assertThat(frein.lookCode(new Provenance("2001:db8:1:ff::1", null))).isPositive();
        assertThat(frein.lookCode(new Provenance("2001:db8:1:1ff::1", null))).isZero();
    }

    /// Who comes in at a place is not to be read there: a wrong password of theirs is told what strangers are told.
    @Test
    void tellsTheSameWaitOfWhoIsKnownThereAndOfWhoIsNot() {
        frein.succeed("claire.esteve", ECOLE, Uuids.v7());
        for (int i = 0; i < 70; i++) {
            fail("inconnu" + i, ECOLE);
        }
        assertThat(wait("claire.esteve", ECOLE)).isZero();
        for (int i = 0; i < 12; i++) {
            assertThat(told("claire.esteve")).isPositive().isEqualTo(told("autre.inconnue"));
            fail("claire.esteve", ECOLE);
        }
        assertThat(wait("claire.esteve", ECOLE))
                .as("guesses are slowed all the same")
                .isPositive();
        clock.advance(Duration.ofSeconds(31));
        assertThat(told("claire.esteve")).isEqualTo(told("autre.inconnue")).isZero();
    }

    @Test
    void tellsTheSameWaitWhereALoginIsSlowedEverywhere() {
        frein.succeed("claire.esteve", ECOLE, Uuids.v7());
        for (int i = 0; i < 30; i++) {
            fail("claire.esteve", AILLEURS);
            fail("autre.inconnue", AILLEURS);
        }
        assertThat(wait("claire.esteve", ECOLE)).isZero();
        assertThat(told("claire.esteve")).isPositive().isEqualTo(told("autre.inconnue"));
    }

    @Test
    void keepsFailuresADayAndPlacesThreeMonths() {
        fail("ines.benali", AILLEURS);
        frein.succeed("claire.esteve", ECOLE, Uuids.v7());
        clock.advance(Duration.ofDays(2));
        assertThat(frein.purge()).isEqualTo(3);
        clock.advance(Duration.ofDays(90));
        assertThat(frein.purge()).isEqualTo(1);
    }

    private Duration wait(String login, Provenance provenance) {
        return frein.look(login, provenance).attente();
    }

    private Duration told(String login) {
        return frein.look(login, ECOLE).dite();
    }

    private void fail(String login, Provenance provenance) {
        frein.fail(login, provenance, frein.look(login, provenance));
    }
}
