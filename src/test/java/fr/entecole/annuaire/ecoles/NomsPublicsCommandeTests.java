package fr.entecole.annuaire.ecoles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@MondeTest
@ExtendWith(OutputCaptureExtension.class)
class NomsPublicsCommandeTests {

    private static final String HEADING =
            "Identifiant_de_l_etablissement;Nom_etablissement;Autre;Code_commune;Nom_commune;nom_circonscription;code_circonscription\n";

    @Autowired
    NomsPublicsCommande commande;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path base;

    @Test
    void givesBackTheAccentsThatFeedsHaveLost(CapturedOutput said) throws IOException {
        jdbc.sql("update annuaire.commune set nom = 'LEZIGNAN-CORBIERES' where insee = '11203'")
                .update();
        jdbc.sql("update annuaire.structure set nom_usage = null where uai in ('0110357D', '0110686L', '0341406U')")
                .update();
        var file = base.resolve("annuaire.csv");
        Files.writeString(file, HEADING + """
                0110357D;Ecole élémentaire Frédéric Mistral;;11203;Lézignan-Corbières;Circonscription d'inspection du 1er degré de Lézignan-Corbières Minervois;0110686L
                0341406U;Ecole élémentaire;;34135;LESPIGNAN;Circonscription;0342050U
                9999999Z;Ecole primaire Ailleurs;;99999;Ailleurs;;
                """);

        assertThat(commande.run(List.of(file.toString()))).isZero();

        assertThat(nom("select nom from annuaire.commune where insee = '11203'"))
                .isEqualTo("Lézignan-Corbières");
        assertThat(nom("select nom_usage from annuaire.structure where uai = '0110357D'"))
                .isEqualTo("École élémentaire Frédéric Mistral");
        assertThat(nom("select nom_usage from annuaire.structure where uai = '0110686L'"))
                .isEqualTo("Circonscription de Lézignan-Corbières Minervois");
        assertThat(jdbc.sql("select count(*) from annuaire.structure where uai = '0341406U' and nom_usage is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from annuaire.structure where uai = '9999999Z'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(said.getOut()).contains("Une commune et 2 écoles ou circonscriptions ont changé de nom");
    }

    @Test
    void refusesWhatIsNotThatFile(CapturedOutput said) throws IOException {
        var other = base.resolve("autre.csv");
        Files.writeString(other, "a;b\n1;2\n");
        assertThat(commande.run(List.of())).isEqualTo(2);
        assertThat(commande.run(List.of(other.toString()))).isEqualTo(2);
        assertThat(commande.run(List.of(base.resolve("absent.csv").toString()))).isEqualTo(2);
        assertThat(said.getErr()).contains("Usage", "il lui manque des colonnes", "ne peut être lu");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "Ecole Primaire Jules Ferry | École primaire Jules Ferry",
                "école elementaire de l'Orb | École élémentaire de l’Orb",
                "ECOLE PRIMAIRE JEAN JAURES | -",
                "Ecole maternelle | -",
                "Groupe scolaire Jean Moulin | -",
            })
    void takesANameOnlyWhenItSaysMoreThanTheFeed(String given, String nom) {
        assertThat(NomsPublics.ecole(given).orElse(null)).isEqualTo(nom);
    }

    private String nom(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
