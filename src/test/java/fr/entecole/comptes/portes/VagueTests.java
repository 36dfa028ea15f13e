package fr.entecole.comptes.portes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.HorlogeDeTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Profil;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EntTest
class VagueTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    final HorlogeDeTest clock = new HorlogeDeTest();
    Vague vague;

    @BeforeEach
    void calm() {
        jdbc.sql("truncate comptes.vague").update();
        vague = new Vague(jdbc, clock);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void tellsOnceAnHourOfRefusalsFromEverywhere(CapturedOutput log) {
        refuse(Vague.REFUS, 100);
        refuse(Vague.REFUS, 100);
        assertThat(told()).isOne();
        assertThat(log.getAll()).contains("vague d’essais").doesNotContain("10.0.");
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        refuse(Vague.REFUS, 100);
        assertThat(told()).isEqualTo(2);
        clock.advance(Duration.ofDays(31));
        assertThat(vague.purge()).isEqualTo(2);
    }

    @Test
    void standsOnTheRegionsHomeForADay() {
        var region = new EnTantQue(context).personne(new Personnages(jdbc).add(Profil.ADMINISTRATEUR));
        assertThat(mvc.get().uri("/").cookie(region)).hasStatusOk().bodyText().doesNotContain("vague d’essais");
        jdbc.sql("insert into comptes.vague (vue_le, refus, reseaux) values (now() - interval '2 hours', 240, 61)")
                .update();
        assertThat(mvc.get().uri("/").cookie(region))
                .hasStatusOk()
                .bodyText()
                .contains("Une vague d’essais à l’entrée", "240 refus", "61 réseaux");
        jdbc.sql("update comptes.vague set vue_le = now() - interval '25 hours'")
                .update();
        assertThat(mvc.get().uri("/").cookie(region)).hasStatusOk().bodyText().doesNotContain("vague d’essais");
    }

    @Test
    void saysNothingOfOneSchoolThatMistypes() {
        refuse(1_000, Vague.RESEAUX - 1);
        assertThat(told()).isZero();
    }

    @Test
    void saysNothingOfAMorningWhenEveryoneComesIn() {
        for (int i = 0; i < 500; i++) {
            vague.entered();
        }
        refuse(1_000, 400);
        assertThat(told()).isZero();
    }

    @Test
    void saysNothingOfRefusalsFarApart() {
        for (int i = 0; i < 3; i++) {
            refuse(Vague.REFUS - 1, 100);
            clock.advance(Vague.FENETRE.plusSeconds(1));
        }
        assertThat(told()).isZero();
    }

    private void refuse(int times, int networks) {
        for (int i = 0; i < times; i++) {
            vague.refused("10.0." + i % networks + ".0");
        }
    }

    private int told() {
        return jdbc.sql("select count(*) from comptes.vague")
                .query(Integer.class)
                .single();
    }
}
