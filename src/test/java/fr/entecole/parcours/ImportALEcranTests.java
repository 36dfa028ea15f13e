package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.aaf.Fabrique;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The region's administrator drops the archive of invented schools, reads what it would do, accepts it; then turns
/// away one in which half of the pupils are missing.
@MondeTest
@Tag("parcours")
class ImportALEcranTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @TempDir
    Path dossier;

    @Test
    void dropsReadsAcceptsAndTurnsAway() {
        var fabrique = new Fabrique(context, dossier);
        var jour = LocalDate.now(clock).toString();
        try (var window = Navigateur.open(port).enterAs("Florence Vidal").follow("Imports")) {
            drop(window, fabrique.zip(fabrique.plein("16", jour, 6)));
            window.lookAtBoth("import-en-attente");
            imports();
            window.page().reload();
            window.lookAtBoth("import-termine").follow("Lire le compte rendu");
            assertThat(window.words()).contains("Cet import attend votre accord", "Ce que cet import ferait");
            window.lookAtBoth("import-retenu").follow("École par école et par raison");
            assertThat(window.words()).contains("Par raison", "Départ : absent de l’annuaire complet");
            window.lookAtBoth("import-ecoles").follow("Le compte rendu de cet import");
            window.click("Accepter cet import");
            window.lookAtBoth("import-vraiment").click("Oui, accepter cet import");
            imports();
            window.page().reload();
            window.follow("Lire le compte rendu");
            assertThat(window.words()).contains("Ce que cet import a fait", "appliqué");

            window.follow("Imports");
            drop(window, fabrique.zip(Fabrique.half(fabrique.plein("16", jour, 6))));
            imports();
            window.page().reload();
            window.follow("Lire le compte rendu");
            long avant = pupils();
            window.click("Écarter cet import");
            assertThat(window.words()).contains("C’est décidé.", "Écarté le", "Florence Vidal");
            assertThat(pupils()).isEqualTo(avant).isPositive();
            window.lookAtBoth("import-ecarte").follow("Imports").follow("La rentrée");
            window.lookAtBoth("rentree");
            window.go("/annuaire/officiel").lookAtBoth("annuaire-officiel");
            window.go("/annuaire/agents/fichier").lookAtBoth("agents-fichier");
            window.go("/annuaire/agents/"
                            + jdbc.sql("select id from annuaire.agent where nom = 'Aubrac'")
                                    .query(java.util.UUID.class)
                                    .single()
                            + "/perimetres")
                    .lookAtBoth("perimetres");
            window.go("/usages/ecoles").lookAtBoth("ecoles-suivies");
        }
    }

    private static void drop(Navigateur window, Path archive) {
        window.follow("Déposer un annuaire").lookAtBoth("import-depot");
        window.page().getByLabel("Académie de Toulouse").check();
        window.page().setInputFiles("#fichier", archive);
        window.click("Déposer et importer");
        assertThat(window.words()).contains("en attente");
    }

    /// What a node does at once is done here when it is asked.
    private void imports() {
        context.getBeansOfType(TravauxOfferts.class).values().stream()
                .flatMap(offerts -> offerts.travaux().stream())
                .filter(travail -> travail.nom().equals("annuaire.imports"))
                .forEach(travail -> assertThat(travail.run()).isNotNull());
    }

    private long pupils() {
        return jdbc.sql("select count(*) from annuaire.eleve where academie = '16' and suspendu_le is null")
                .query(Long.class)
                .single();
    }
}
