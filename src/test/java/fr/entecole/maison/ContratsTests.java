package fr.entecole.maison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Routes;
import fr.entecole.essai.sansgene.SansGene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Each module offers what every room owes, or says in its example why not (ADR 0054).
@EntTest
class ContratsTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyModuleOffersWhatRoomsOweOrSaysWhyNot() {
        assertThat(new EpreuveDesContrats(context).faults(Routes.ofTheHouse(context), tables(), Exemples.ofTheHouse()))
                .isEmpty();
    }

    @Test
    void seesAModuleThatOffersNothingAndSaysWhatToWrite() {
        var routes = Routes.of(context).stream()
                .filter(route -> route.isOf("fr.entecole.essai.sansgene"))
                .toList();
        assertThat(new EpreuveDesContrats(context).faults(routes, List.of("essai"), List.of(new SansGene())))
                .containsExactly(
                        owes("Tuile", "what of it awaits somebody, or the way to it, on their home", "withoutTuile"),
                        owes("Contenu", "what of it can be reported, hidden, taken away and sealed", "withoutContenu"),
                        owes("Recherche", "what of it is found by the words that it says", "withoutRecherche"),
                        owes("ServiceMesure", "under which service its pages are counted", "withoutMesure"),
                        "module essai has tables and no DonneesPersonnelles: write one");
    }

    @Test
    void seesAReasonThatIsOneNoMore() {
        var stale = new ExempleDeModule() {
            @Override
            public String module() {
                return "liaison";
            }

            @Override
            public void show(Monde monde, Exemple exemple) {}

            @Override
            public String withoutRecherche() {
                return "not yet";
            }
        };
        assertThat(new EpreuveDesContrats(context).faults(List.of(), List.of("liaison"), List.of(stale)))
                .containsExactly(
                        "module liaison offers a Recherche and says in withoutRecherche() why it does not: take one of them out");
    }

    private static String owes(String contrat, String what, String method) {
        return "module essai offers no %s: write a bean that says %s, or say why not in its example: @Override public String %s() { return \"…\"; }"
                .formatted(contrat, what, method);
    }

    private List<String> tables() {
        return jdbc.sql("""
                        select distinct table_schema from information_schema.tables
                         where table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                           and table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list();
    }
}
