package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The SQL of the house, as it stands in the sources: a module keeps to its own tables and to what others publish, and
/// one clock says which day it is.
class SqlTests {

    /// Stamps that nothing decides on and nobody reads; and the floors under the purges of the journal and of
    /// evidence, which must not depend on what the application takes for now.
    private static final List<String> OWN_CLOCK = List.of(
            "socle.installation.pose_le",
            "comptes.lien_unique.created_at",
            "comptes.charte.created_at",
            "courriel.envoi.created_at",
            "journal.refuse_change",
            "signalement.refuse_change",
            "presences.refuse_change");

    private static final Pattern JOINED_WHOLE =
            Pattern.compile("join annuaire\\.titulaire (\\w+) on \\1\\.id = \\S+(?! and \\1\\.nature = )(?=\\s|$)");

    private static final SqlDesSources HOUSE = SqlDesSources.read();

    @Test
    void looksAtTheHouse() {
        assertThat(HOUSE.textes()).hasSizeGreaterThan(500);
        assertThat(SqlDesSources.schemas()).contains("annuaire", "comptes", "journal");
        assertThat(HOUSE.textes())
                .anyMatch(
                        t -> t.java() && t.module().equals("comptes") && t.sql().contains("annuaire.dirige"));
    }

    @Test
    void readsOfOtherModulesOnlyWhatTheyPublish() {
        assertThat(HOUSE.trespasses()).isEmpty();
    }

    @Test
    void asksOfTheViewWhichSchoolsAreOpen() {
        assertThat(HOUSE.written("fermee_le is null", "Ouvertures.java"))
                .as("annuaire.ouverte says it")
                .isEmpty();
    }

    /// Joined otherwise, all that work in the region are read for one name: what a part of the view asks of another
    /// table keeps the key of the join out of it.
    @Test
    void namesPeopleOneByOneOrByTheirNature() {
        assertThat(HOUSE.textes().stream()
                        .filter(t -> t.java() && JOINED_WHOLE.matcher(t.sql()).find())
                        .map(t -> t.said("left join lateral (select n.prenom, n.nom from annuaire.titulaire n"
                                + " where n.id = … limit 1), or « and t.nature = 'ELEVE' »")))
                .isEmpty();
        assertThat("left join annuaire.titulaire t on t.id = m.auteur_id").containsPattern(JOINED_WHOLE);
    }

    @Test
    void namesWhatIsPublishedInOnePlaceAndInTheDecision() throws IOException {
        assertThat(named("docs/adr/0023-published-views.md", "^\\| `(\\w+\\.\\w+)"))
                .isEqualTo(HOUSE.published());
        var story = Files.readString(Path.of("src/main/java/fr/entecole/annuaire/package-info.java"));
        var said = new TreeSet<String>();
        Pattern.compile("`([a-z_]+)`")
                .matcher(story.substring(story.indexOf("Published in SQL"), story.indexOf("@ApplicationModule")))
                .results()
                .forEach(m -> said.add("annuaire." + m.group(1)));
        assertThat(said)
                .isEqualTo(HOUSE.published().stream()
                        .filter(name -> name.startsWith("annuaire."))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void asksTheDatabaseForNoDay() {
        assertThat(HOUSE.clocks(OWN_CLOCK)).isEmpty();
        assertThat(HOUSE.clocks(List.of())).as("each exception is one").hasSize(OWN_CLOCK.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc.sql(\"select nom from annuaire.eleve where id = :id\")",
                "jdbc.sql(\"\"\"\n  select 1\n    from annuaire.enseigne n join annuaire.classe c on c.id = n.classe_id\n  \"\"\")",
                "jdbc.sql(\"delete from annuaire.\" + table)",
                "jdbc.sql(\"select 1 from \\\"annuaire\\\" . eleve\")",
                "jdbc.sql(\"set local search_path to annuaire\")",
                "jdbc.sql(\"select annuaire.cle(:nom)\")"
            })
    void seesWhoReadsTheTablesOfAnother(String java) {
        assertThat(with(SqlDesSources.strings("liaison", "Mots.java", java)).trespasses())
                .singleElement()
                .asString()
                .contains("Mots.java", "liaison reads annuaire.", "docs/adr/0023");
    }

    @Test
    void seesAMigrationThatReadsTheTablesOfAnother() {
        var sql = "create view comptes.ailleurs as select c.id from comptes.compte c join annuaire.eleve e on true;";
        assertThat(with(List.of(SqlDesSources.migration("comptes", sql))).trespasses())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc.sql(\"select 1 from annuaire.dirige d join annuaire.autorite(:jour) a on true\")",
                "// from annuaire.eleve, said in a comment\nvar x = \"annuaire/eleves\";",
                "jdbc.sql(\"select 1 from liaison.mot\"); import fr.entecole.annuaire.Annuaire;"
            })
    void letsReadWhatIsPublished(String java) {
        assertThat(with(SqlDesSources.strings("liaison", "Mots.java", java)).trespasses())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc.sql(\"update liaison.mot set publie_le = now()\")",
                "jdbc.sql(\"\"\"\n  select 1 from liaison.mot where jusque >= CURRENT_DATE\n  \"\"\")",
                "jdbc.sql(\"select clock_timestamp()\")",
                "jdbc.sql(\"select 'now'::date\")",
                "jdbc.sql(\"select age(e.date_naissance) from liaison.mot e\")"
            })
    void seesJavaThatAsksTheDatabaseForTheTime(String java) {
        assertThat(with(SqlDesSources.strings("liaison", "Mots.java", java)).clocks(OWN_CLOCK))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create view liaison.visible as select id from liaison.mot where jusque >= current_date;",
                "create function liaison.f() returns boolean language sql as $$\nselect now() > timestamptz '2026-01-01'\n$$;",
                "create table liaison.mot (\n    publie_le timestamptz not null default now()\n);"
            })
    void seesAMigrationThatAsksForTheTime(String sql) {
        assertThat(with(List.of(SqlDesSources.migration("liaison", sql))).clocks(OWN_CLOCK))
                .hasSize(1);
    }

    @Test
    void seesTheBadCitizen() throws IOException {
        var source = Files.readString(Path.of("src/test/java/fr/entecole/essai/sansgene/MotsSansGene.java"));
        var badCitizen = with(SqlDesSources.strings("sansgene", "MotsSansGene.java", source));
        assertThat(badCitizen.trespasses())
                .hasSize(3)
                .contains(
                        "MotsSansGene.java: sansgene reads annuaire.lien, which annuaire has not published: ask it by a call, or for a view (docs/adr/0023)");
        assertThat(badCitizen.clocks(OWN_CLOCK))
                .containsExactly("MotsSansGene.java: « now( » in SQL: the day is a parameter, from the Clock");
    }

    private static SqlDesSources with(List<SqlDesSources.Texte> textes) {
        var all = new java.util.ArrayList<>(textes);
        HOUSE.textes().stream()
                .filter(t -> !t.java() && List.of("annuaire", "socle").contains(t.module()))
                .forEach(all::add);
        return new SqlDesSources(all);
    }

    private static TreeSet<String> named(String file, String pattern) throws IOException {
        var names = new TreeSet<String>();
        Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(Files.readString(Path.of(file)))
                .results()
                .forEach(m -> names.add(m.group(1)));
        return names;
    }
}
