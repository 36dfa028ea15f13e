package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Exemples;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every module with tables answers for the people in them.
@EntTest
class DonneesPersonnellesTests {

    /// Holds what the installation is, and nobody.
    private static final Set<String> NOBODY_INSIDE = Set.of("socle");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<DonneesPersonnelles> answers;

    @Autowired
    List<ActiviteDeclaree> activites;

    @Test
    void everyModuleWithTablesAnswersForThem() {
        assertThat(unanswered()).isEmpty();
    }

    @Test
    void seesAModuleThatDoesNot() {
        jdbc.sql("create schema cantine; create table cantine.repas (eleve_id uuid)")
                .update();
        try {
            assertThat(unanswered()).containsExactly("cantine");
        } finally {
            jdbc.sql("drop schema cantine cascade").update();
        }
    }

    @Test
    void eachAnswersOnceAndSaysWhatItHoldsAndHowLong() {
        assertThat(answers).extracting(DonneesPersonnelles::schema).doesNotHaveDuplicates();
        var ofNobody = Exemples.ofTheHouse().stream()
                .filter(exemple -> !exemple.withoutPeople().isEmpty())
                .map(ExempleDeModule::module)
                .toList();
        assertThat(answers)
                .filteredOn(module -> module.describe().isEmpty())
                .extracting(DonneesPersonnelles::schema)
                .isSubsetOf(ofNobody);
        assertThat(answers)
                .allSatisfy(module -> assertThat(module.describe()).allSatisfy(held -> {
                    assertThat(held.donnees()).isNotBlank();
                    assertThat(held.duree()).isPositive();
                }));
    }

    /// The register of processing is made of what they declare: one that says nothing is not in it.
    @Test
    void eachSaysWhatItIsForInTheRegister() {
        assertThat(undeclared(activites)).isEmpty();
        assertThat(activites)
                .allSatisfy(one -> assertThat(one.read())
                        .hasNoNullFieldsOrProperties()
                        .extracting(Activite::finalite, Activite::personnes, Activite::destinataires)
                        .doesNotContain(""));
    }

    @Test
    void seesOneThatIsNotInTheRegister() {
        assertThat(undeclared(activites.stream()
                        .filter(one -> !one.schema().equals("liaison"))
                        .toList()))
                .containsExactly("liaison");
    }

    @Test
    void eachForgetsWithoutComplaint() {
        answers.forEach(DonneesPersonnelles::purge);
    }

    private Set<String> undeclared(List<ActiviteDeclaree> declared) {
        var left =
                new TreeSet<>(answers.stream().map(DonneesPersonnelles::schema).toList());
        left.removeAll(declared.stream().map(ActiviteDeclaree::schema).toList());
        return left;
    }

    private Set<String> unanswered() {
        var tables = jdbc.sql("""
                        select distinct table_schema from information_schema.tables
                         where table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                           and table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list();
        var left = new TreeSet<>(tables);
        left.removeAll(NOBODY_INSIDE);
        left.removeAll(answers.stream().map(DonneesPersonnelles::schema).collect(Collectors.toSet()));
        return left;
    }
}
