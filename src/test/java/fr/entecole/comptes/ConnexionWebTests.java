package fr.entecole.comptes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EntTest
class ConnexionWebTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void showsTheSignInPageToAnyone() {
        assertThat(mvc.get().uri("/connexion")).hasStatusOk().bodyText().contains("Entrer dans l’ENT-École");
    }
}
