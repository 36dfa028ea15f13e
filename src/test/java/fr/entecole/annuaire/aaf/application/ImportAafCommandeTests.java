package fr.entecole.annuaire.aaf.application;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.annuaire.aaf.BancAaf;
import fr.entecole.annuaire.aaf.Exemple;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

@EntTest
@ExtendWith(OutputCaptureExtension.class)
class ImportAafCommandeTests extends BancAaf {

    @Autowired
    ImportAafCommande commande;

    @Test
    void printsTheReportAsOneObjectOnly(CapturedOutput sortie) throws Exception {
        empty();
        assertThat(commande.run(
                        List.of("--academie", "11", "--json", Exemple.complet().toString())))
                .isZero();
        var json = new JsonMapper().readTree(sortie.getOut());
        assertThat(json.path("state").asString()).isEqualTo("applied");
        assertThat(json.path("reason").isNull()).isTrue();
        assertThat(json.path("eleves").path("created").asInt()).isEqualTo(6);
        assertThat(json.path("refused").path(0).path("kind").asString()).isEqualTo("responsable");
        assertThat(sortie.getErr().replace('\u00a0', ' '))
                .contains("Lecture de ENT1DVA_MONTPELLIER_Complet_20240915_Eleve_0000.xml");
    }

    @Test
    void printsTheObjectEvenWhenRefused(CapturedOutput sortie) throws Exception {
        assertThat(commande.run(List.of("--json", "--academie", "11", "/nulle/part")))
                .isEqualTo(2);
        var json = new JsonMapper().readTree(sortie.getOut());
        assertThat(json.path("state").asString()).isEqualTo("refused");
        assertThat(json.path("kind").isNull()).isTrue();
    }

    @Test
    void saysWhatIsWrongInTheWords(CapturedOutput sortie) {
        assertThat(commande.run(List.of("lot"))).isEqualTo(2);
        assertThat(commande.run(List.of("--academie", "11"))).isEqualTo(2);
        assertThat(commande.run(List.of("--academie", "11", "--type", "x", "lot")))
                .isEqualTo(2);
        assertThat(commande.run(List.of("--academie", "11", "--date", "15/09/2024", "lot")))
                .isEqualTo(2);
        assertThat(commande.run(List.of("--academie", "11", "lot", "--quoi"))).isEqualTo(2);
        assertThat(sortie.getErr().replace('\u00a0', ' '))
                .contains(
                        "Il manque l’académie", "Il manque le chemin", "pas x", "AAAA-MM-JJ", "n’existe pas : --quoi");
        assertThat(sortie.getOut()).isEmpty();
    }
}
