package fr.entecole.comptes.preuves;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.socle.contrats.Confirmee;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The grave acts, by their routes: who adds one to the product adds it here, and one that is asked no more is missed.
@EntTest
class ConfirmeesTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void asksAgainBeforeEachGraveAct() {
        var asked = new TreeSet<String>();
        routes.getHandlerMethods().forEach((route, method) -> {
            if (method.hasMethodAnnotation(Confirmee.class)) {
                assertThat(route.getMethodsCondition().getMethods())
                        .as("%s", route)
                        .hasToString("[POST]");
                asked.addAll(route.getPatternValues());
            }
        });
        assertThat(asked)
                .contains(
                        "/annuaire/eleves/{eleve}/restrictions",
                        "/annuaire/eleves/{eleve}/restrictions/{restriction}/fin",
                        "/annuaire/ecoles/ouvertures",
                        "/comptes/ecoles/{id}/feuilles",
                        "/comptes/region/feuilles",
                        "/comptes/depannages/{id}/accord",
                        "/presences/ecoles/{ecole}/classes/{classe}/signature",
                        "/surete/gels",
                        "/conventions/demandes/{id}/accord",
                        "/conventions/personnes",
                        "/conventions/personnes/{id}/retrait",
                        "/conventions/{id}/signer",
                        "/surete/personnes/{id}",
                        "/mon-compte/second-facteur/telephone",
                        "/mon-compte/second-facteur/cle",
                        "/mon-compte/second-facteur/secours",
                        "/mon-compte/second-facteur/retrait",
                        "/mon-compte/separation",
                        "/comptes/personnes/{id}/separation");
    }
}
