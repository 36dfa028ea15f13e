package fr.entecole.liaison.decor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What stands in the named world at its first start, before anybody has done anything.
@MondeTest
class DecorVivantWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    Visites visites;

    @BeforeEach
    void people() {
        visites = new Visites(context);
    }

    @Test
    void ringsForTheTeacherAndTheHead() {
        for (var someone : List.of(visites.personnel("11", "300102"), visites.personnel("11", "300101"))) {
            assertThat(visites.page(someone, "/")).contains("non lue").doesNotContain("Nouvelles : tout est lu");
            assertThat(visites.page(someone, "/notifications"))
                    .contains("Lise Bastide")
                    .doesNotContain("Rien de nouveau");
        }
    }

    @Test
    void showsTheFirstPageOfASheet() {
        var mot = jdbc.sql("select mot_id from liaison.version where titre like 'Le portail ouvre%' limit 1")
                .query(UUID.class)
                .single();
        var samira = visites.responsable("700101");
        var page = visites.page(samira, "/liaison/mots/" + mot);
        assertThat(page).contains("horaires du portail.pdf", "Document PDF");
        var picture = page.replaceAll("(?s).*<img class=\"ent-pieces__image\" src=\"([^\"]+)\".*", "$1");
        assertThat(visites.get(samira, picture)).hasStatusOk();
        assertThat(visites.get(visites.personnel("11", "300116"), picture)).hasStatus(404);
    }
}
