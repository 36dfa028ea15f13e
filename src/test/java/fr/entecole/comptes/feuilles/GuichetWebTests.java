package fr.entecole.comptes.feuilles;

import static fr.entecole.annuaire.Visites.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A mother stands at the head's desk: her child is found whatever the class, and she leaves with a code.
@MondeTest
class GuichetWebTests {

    private static final Pattern ACCES = Pattern.compile("/comptes/personnes/([0-9a-f-]{36})/acces");

    @Autowired
    ApplicationContext context;

    @Autowired
    Reperes reperes;

    Visites visites;
    UUID head;
    String desk;

    @BeforeEach
    void desk() {
        visites = new Visites(context);
        head = visites.personnel("11", "300101");
        desk = "/comptes/ecoles/" + reperes.ecole("0110358E");
    }

    @Test
    void findsNobodyForWhoDoesNotDirectTheSchool() {
        for (var stranger : new UUID[] {
            visites.personnel("11", "300102"), visites.personnel("11", "300114"), visites.responsable("700113")
        }) {
            assertThat(visites.post(stranger, desk, "nom", "galy")).hasStatus(404);
        }
    }

    @Test
    void findsAChildByTheBeginningOfTheNameWithWhoAnswersForThem() {
        var answer = visites.post(head, desk, "nom", "galy");
        assertThat(answer).hasStatusOk();
        assertThat(words(answer)).contains("Timéo", "Un enfant correspond à « galy ».", "un accès");
        assertThat(words(visites.post(head, desk, "nom", "xyzzy"))).contains("Personne ne correspond à « xyzzy ».");
        assertThat(words(visites.get(head, desk))).doesNotContain("correspond à");
    }

    @Test
    void leadsFromTheNameToACodeInTwoGestures() {
        var found = words(visites.post(head, desk, "nom", "galy"));
        var acces = ACCES.matcher(found.substring(found.indexOf("Au guichet")));
        assertThat(acces.find()).isTrue();
        var path = "/comptes/personnes/" + acces.group(1) + "/acces";
        assertThat(visites.post(head, path)).hasRedirectedUrl(path);
    }
}
