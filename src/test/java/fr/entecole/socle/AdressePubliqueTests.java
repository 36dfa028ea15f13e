package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@EntTest
class AdressePubliqueTests {

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void isTheOneOfTheSetting() {
        var adresse = new AdressePublique("https://ent.example.org/", 8080, jdbc);
        assertThat(adresse.lien("/connexion")).isEqualTo("https://ent.example.org/connexion");
        assertThat(adresse.https()).isTrue();
    }

    @Test
    void isTheOneThatTheApplicationLastListenedOnForACommandBesideIt() {
        var adresse = new AdressePublique("", 8080, jdbc);
        assertThat(adresse.lien("/connexion")).isEqualTo("http://127.0.0.1:" + port + "/connexion");
        assertThat(adresse.https()).isFalse();
    }

    @Test
    @Transactional
    void isTheUsualOneBeforeAnyStart() {
        jdbc.sql("delete from socle.installation where cle = 'adresse-locale'").update();
        assertThat(new AdressePublique("", 8080, jdbc).lien("/")).isEqualTo("http://127.0.0.1:8080/");
    }
}
