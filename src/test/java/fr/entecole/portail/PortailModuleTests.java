package fr.entecole.portail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Profil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ModuleTest(web = WebEnvironment.MOCK)
@AutoConfigureMockMvc
class PortailModuleTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void makesAHomeOfTheTilesThatAreThere() {
        var head = new EnTantQue(context).personne(new Personnages(jdbc).add(Profil.DIRECTEUR));
        assertThat(mvc.get().uri("/").cookie(head))
                .hasStatusOk()
                .bodyText()
                .contains("<span>École</span>", "href=\"/annuaire/classes\"");
        assertThat(mvc.get().uri("/mes-donnees").cookie(head)).hasStatus(404);
    }
}
