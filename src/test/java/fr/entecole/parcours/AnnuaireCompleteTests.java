package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles.Responsable;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles.Source;
import fr.entecole.socle.Uuids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A head completes what the académie gives: two files of ONDE that call a class otherwise, the lines that did not read
/// mended and given again, a teacher attached; then one of two sheets, and a link that ends.
@MondeTest
@Tag("parcours")
class AnnuaireCompleteTests {

    private static final String ELEVES = """
            Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Niveau;Libellé classe
            SOLER;;Anna;04/05/2018;F;987654321ZA;CE2;Classe de CE2
            SOLER;;Paul;hier;M;;CE2;Classe de CE2
            MORENO;;Lina;31/02/2018;F;;CE2;Classe de CE2
            """;
    private static final String RESPONSABLES = """
            Civilité Responsable;Nom responsable;Prénom responsable;Courriel;Nom de famille enfant;Prénom enfant;Classes enfants
            MME;SOLER;Rosa;rosa.soler@example.org;SOLER;Anna;CE2 de Mme Machin
            """;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    SaisiesDesFamilles familles;

    @TempDir
    Path dossier;

    @Test
    void aHeadCompletesFromAPairOfFilesMendsTwoLinesAndAttachesATeacher() throws IOException {
        jdbc.sql("delete from annuaire.complement").update();
        try (var window = Navigateur.open(port).enterAs("Hélène Castans")) {
            window.unfold("Tout ce que je peux faire").follow("Compléter l’annuaire");
            give(window, file("responsables.csv", RESPONSABLES), file("eleves.csv", ELEVES));
            assertThat(window.words())
                    .contains("À confirmer, dans cet ordre", "Les responsables", "à confirmer ensuite");
            window.lookAtBoth("complements").follow("responsables.csv");
            assertThat(window.words()).contains("Un autre fichier se confirme d’abord");
            window.lookAtBoth("complement-ensuite").follow("eleves.csv");
            sayWhichClass(window);
            assertThat(window.words()).contains("Anna Soler", "n’est pas une date de naissance");
            window.lookAtBoth("complement").click("Appliquer");
            assertThat(window.words()).contains("C’est fait : 1 ajout", "2 lignes ont été laissées de côté.");
            window.lookAtBoth("complement-fait");
            var lines = Files.readString(window.page()
                    .waitForDownload(() -> window.page()
                            .getByText("Télécharger les lignes laissées de côté")
                            .click())
                    .path());
            assertThat(lines).contains("Raison;Nom élève", "hier", "31/02/2018").doesNotContain("Anna");

            window.follow("Corriger – ligne 3");
            assertThat(window.words()).contains("Ligne 3 : Paul Soler", "« hier » n’est pas une date de naissance");
            window.lookAtBoth("ligne");
            window.page().locator("#champ-3").fill("04/05/2019");
            window.click("Corriger cette ligne");
            assertThat(window.words()).contains("C’est fait : cette ligne se lit.", "Corriger la ligne suivante");
            window.lookAtBoth("ligne-faite").follow("Revenir au fichier");
            assertThat(window.words()).contains("Ce que vous avez corrigé depuis");
            window.lookAtBoth("complement-corrige-ici");

            window.follow("Lire le fichier suivant");
            assertThat(window.words()).contains("Rosa Soler", "Responsable d’Anna Soler.");
            window.click("Appliquer");
            assertThat(window.words()).contains("C’est fait : 1 ajout");

            window.follow("Compléter l’annuaire par un fichier");
            give(
                    window,
                    file("corrigees.csv", lines.replace("hier", "04/05/2019").replace("31/02", "28/02")));
            sayWhichClass(window);
            window.lookAtBoth("complement-corrige").click("Appliquer");
            assertThat(window.words()).contains("C’est fait : 2 ajouts");
            assertThat(in("513")).contains("SOLER Anna", "SOLER Paul", "MORENO Lina");

            window.go("/annuaire/classes").follow("Rattacher – CM1-CM2");
            window.lookAtBoth("rattacher").click("Oustry");
            assertThat(jdbc.sql("""
                            select count(*) from annuaire.enseigne n join annuaire.personnel p on p.id = n.personnel_id
                             where n.classe_id = :classe and p.nom = 'OUSTRY'
                            """)
                            .param("classe", reperes.classe("11", "515"))
                            .query(Long.class)
                            .single())
                    .isOne();
        }
    }

    /// All of it by the keyboard, up to the link that is looked at before it ends.
    @Test
    void oneOfTwoSheetsIsMadeAndTakenBackWithoutAMouse() {
        var ines = one(
                "select id from annuaire.eleve where annuaire.cle(prenom) = 'ines' and nom = 'BENALI' and aaf_id is not null");
        var seconde = add("Samira", "Benali");
        familles.addLien(seconde, ines, "10", Source.CSV, null);
        var tante = add("Nadia", "Belkacem");
        familles.addLien(tante, ines, "39", Source.MANUEL, "Jugement du 3 mars");
        var ecole = reperes.ecole("0110358E");
        try (var window = Navigateur.open(port).enterAs("Hélène Castans")) {
            window.go("/annuaire/ecoles/" + ecole + "/signalements").lookAtBoth("signalements");
            enter(window, "Fiches en double");
            window.page().waitForURL("**/doublons");
            enter(window, "C’est la même personne : garder cette fiche");
            window.lookAtBoth("doublons");
            enter(window, "Réunir les deux fiches");
            window.page().waitForURL("**/doublons?fait=reunies");
            assertThat(window.words()).contains("C’est fait : une seule fiche reste");
            assertThat(gone(seconde)).isTrue();
            window.lookAtBoth("doublons-reunies");
            enter(window, "Revenir aux deux fiches");
            window.page().waitForURL("**/doublons?fait=annulee");
            assertThat(window.words()).contains("les deux fiches sont de nouveau là");
            assertThat(gone(seconde)).isFalse();
            window.lookAtBoth("doublons-annulee");

            window.go("/annuaire/eleves/" + ines).lookAtBoth("fiche-eleve");
            window.page()
                    .locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("Nadia Belkacem"))
                    .click();
            window.follow("Finir ce lien – Nadia Belkacem");
            assertThat(window.words()).contains("ne verra plus rien d’Inès dans l’ENT", "son compte se ferme");
            window.lookAtBoth("finir-ce-lien");
            window.page().locator("#origine").selectOption("JUSTICE");
            window.page().locator("#motif").fill("Jugement du tribunal de Narbonne");
            window.page().locator("#decision").fill("2026-03-03");
            window.click("Oui, finir ce lien");
            assertThat(window.words()).contains("C’est fait");
            assertThat(gone(tante)).isTrue();
        }
    }

    private static void give(Navigateur window, Path... files) {
        window.page().setInputFiles("#fichiers", files);
        window.click("Lire le fichier");
    }

    private Path file(String nom, String mots) throws IOException {
        return Files.writeString(dossier.resolve(nom), mots);
    }

    private void sayWhichClass(Navigateur window) {
        window.page()
                .getByLabel(Pattern.compile("Quelle classe est"))
                .selectOption(reperes.classe("11", "513").toString());
        window.click("Relire avec ces réponses");
    }

    /// Goes on by the tabulation to what is called so, and enters it.
    private static void enter(Navigateur window, String words) {
        for (int i = 0; i < 80; i++) {
            window.page().keyboard().press("Tab");
            var here = String.valueOf(window.page().evaluate("document.activeElement.innerText || ''"));
            if (here.replace('\u00a0', ' ').contains(words)) {
                window.page().keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("not reached by the keyboard: " + words);
    }

    private UUID add(String prenom, String nom) {
        var id = Uuids.v7();
        familles.addResponsable(
                id,
                reperes.ecole("0110358E"),
                new Responsable(null, nom, null, prenom, List.of(), null, null, null, null, null, null, null),
                Source.CSV);
        return id;
    }

    private boolean gone(UUID responsable) {
        return jdbc.sql("select suspendu_le is not null from annuaire.responsable where id = :id")
                .param("id", responsable)
                .query(Boolean.class)
                .single();
    }

    private List<String> in(String classe) {
        return jdbc.sql("""
                        select upper(e.nom) || ' ' || e.prenom from annuaire.inscrit i
                          join annuaire.eleve e on e.id = i.eleve_id where i.classe_id = :classe
                        """)
                .param("classe", reperes.classe("11", classe))
                .query(String.class)
                .list();
    }

    private UUID one(String sql) {
        return jdbc.sql(sql).query(UUID.class).single();
    }
}
