package fr.entecole.annuaire.officiel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/// The public file beside the feed of the named world.
@MondeTest
@ExtendWith(OutputCaptureExtension.class)
class AnnuaireOfficielWebTests {

    private static final String HEADING =
            "\ufeffidentifiant_de_l_etablissement;NOM_ETABLISSEMENT;Type_etablissement;Statut_public_prive;Code_postal;Code_commune;Nom_commune;Code_departement;Code_academie;SIREN_SIRET;Autre;nom_circonscription;latitude;longitude;etat;rpi_disperse;code_nature;code_circonscription\r\n";
    private static final String CURIE =
            "0110358E;Ecole élémentaire Marie Curie;Ecole;Public;11200;11203;Lézignan-Corbières;011;11;21110203300019;x;%s;43.2;2.75;OUVERT;;151;0110686L\r\n";

    @TempDir
    Path dossier;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AnnuaireOfficielCommande commande;

    Visites visites;
    UUID region;

    @BeforeEach
    void visits() {
        visites = new Visites(context);
        region = visites.agent("Vidal");
    }

    /// Given, shown, taken: what it did, and in what it and the feed disagree then.
    private String give(String... lines) {
        var preview = preview(lines);
        assertThat(visites.post(region, preview, "decision", "appliquer")).hasRedirectedUrl(preview);
        return visites.page(region, preview) + visites.page(region, "/annuaire/officiel");
    }

    /// @return where it is shown
    private String preview(String... lines) {
        var file = new MockMultipartFile(
                "fichier",
                "annuaire.csv",
                "text/csv",
                (HEADING + String.join("", lines)).getBytes(StandardCharsets.UTF_8));
        var answer = visites.upload(region, "/annuaire/officiel", file);
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private String give(HttpStatus status, byte[] octets) {
        var file = new MockMultipartFile("fichier", "annuaire.csv", "text/csv", octets);
        var answer = visites.upload(region, "/annuaire/officiel", file);
        assertThat(answer).hasStatus(status);
        return Visites.words(answer);
    }

    private static String nouvelle(String uai, String nom, String insee, String etat) {
        return uai + ";" + nom + ";Ecole;Public;34440;" + insee
                + ";Colombiers;034;11;;x;Circonscription d'inspection du 1er degré de Béziers Nord;43,3;3,1;" + etat
                + ";;151;0340092R\r\n";
    }

    @Test
    void makesSchoolsAndCommunesThatNobodyKnewByTheNamesOfTheColumns() {
        assertThat(give(
                        CURIE.formatted("Circonscription d'inspection du 1er degré de Lézignan-Corbières Minervois"),
                        nouvelle("0340105E", "Ecole primaire Les Platanes", "34081", "OUVERT"),
                        "0340001A;Collège;Collège;Public;34440;34081;Colombiers;034;11;;x;;;;OUVERT;;340;\r\n",
                        "0750001A;Ecole;Ecole;Public;75001;75101;Paris;075;01;;x;;;;OUVERT;;151;\r\n"))
                .contains("2 écoles publiques lues : une ajoutée", "une circonscription ajoutée");
        assertThat(text("""
                        select s.nom_usage || '|' || c.nom || '|' || c.departement || '|' || k.nom_usage || '|' || f.latitude
                          from annuaire.structure s
                          join annuaire.commune c on c.insee = s.commune_insee
                          join annuaire.structure k on k.id = s.circonscription_id
                          join annuaire.officielle f on f.uai = s.uai
                         where s.uai = '0340105E' and s.aaf_id is null
                        """))
                .isEqualTo("École primaire Les Platanes|Colombiers|034|Circonscription de Béziers Nord|43.3");
        assertThat(text("select siret from annuaire.commune where insee = '11203'"))
                .isEqualTo("21110203300019");
        assertThat(visites.page(region, "/annuaire/ecoles?q=colombiers")).contains("Les Platanes");
        assertThat(give(
                        CURIE.formatted("Circonscription d'inspection du 1er degré de Lézignan-Corbières Minervois"),
                        nouvelle("0340105E", "Ecole primaire Les Platanes", "34081", "OUVERT")))
                .contains("aucune ajoutée", "aucun nom repris");
        assertThat(visites.statements(region, "/annuaire/officiel")).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void listsInWhatTheFeedAndTheFileDisagree() {
        var page = give(
                CURIE.formatted("x").replace(";11203;", ";11206;"),
                nouvelle("0340106F", "Ecole primaire Ailleurs", "34081", "OUVERT"),
                "0110357D;Ecole élémentaire Frédéric Mistral;Ecole;Public;11200;11203;Lézignan-Corbières;011;11;;x;;;;FERME;;151;\r\n");
        assertThat(page)
                .contains(
                        "D’une autre commune",
                        "Académie : 11203. Annuaire public : 11206.",
                        "Fermées selon l’annuaire public",
                        "Frédéric Mistral",
                        "absentes du fichier de l’académie",
                        "Dans le fichier de l’académie, absentes de l’annuaire public",
                        "Alphonse Daudet");
        var preview = visites.page(region, preview(CURIE.formatted("x").replace(";11203;", ";11206;")));
        assertThat(preview.substring(preview.indexOf("Désaccords qu’il y aurait")))
                .as("in the order of the page")
                .containsSubsequence("absentes de l’annuaire public", "D’une autre commune", "Avec un autre SIRET");
        assertThat(page).as("another académie, of which no line came").doesNotContain("Laïque");
        assertThat(jdbc.sql("select count(*) from annuaire.ouverte")
                        .query(Long.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    void tellsWrongCodesLineByLineAndLeavesThemAside() {
        assertThat(give(
                        nouvelle("0340107A", "Ecole primaire Fausse", "34081", "OUVERT"),
                        nouvelle("0340107G", "Ecole primaire Juste", "34081", "OUVERT")
                                .replace(";;x;", ";12345678912345;x;")))
                .contains(
                        "Ligne 2 : le code 0340107A n’est pas un code UAI juste",
                        "Ligne 3 : le SIRET 12345678912345 de l’école 0340107G n’est pas juste");
        assertThat(text("select count(*)::text from annuaire.structure where uai = '0340107A'"))
                .isEqualTo("0");
    }

    @Test
    void refusesAnotherFileAndReadsTheOldCharset(CapturedOutput said) throws IOException {
        assertThat(give(HttpStatus.UNPROCESSABLE_CONTENT, "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8)))
                .contains("Ce fichier n’est pas l’annuaire de l’éducation", "identifiant_de_l_etablissement");
        var none = visites.post(region, "/annuaire/officiel");
        assertThat(none).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Visites.words(none)).contains("Choisissez le fichier CSV");
        var ancien = dossier.resolve("ancien.csv");
        Files.write(
                ancien,
                (HEADING.substring(1) + nouvelle("0340108H", "Ecole primaire Été", "34081", "OUVERT"))
                        .getBytes(Charset.forName("windows-1252")));
        assertThat(commande.run(List.of(ancien.toString()))).isZero();
        assertThat(text("select nom_usage from annuaire.structure where uai = '0340108H'"))
                .isEqualTo("École primaire Été");
        assertThat(commande.run(List.of(dossier.resolve("absent.csv").toString())))
                .isEqualTo(2);
        assertThat(said.getErr()).contains("ne peut être lu");
    }

    @Test
    void showsWhatItWouldDoAndChangesNothingBefore() {
        give(
                CURIE.formatted("x"),
                nouvelle("0340109J", "Ecole primaire Hélène Boucher", "34081", "OUVERT"),
                nouvelle("0340110K", "Ecole primaire Émile Zola", "34081", "OUVERT"));
        var before = state();
        int facts = facts();
        var preview = preview(
                CURIE.formatted("x"),
                nouvelle("0340109J", "Ecole primaire Hélène-Boucher", "34081", "OUVERT"),
                nouvelle("0340111L", "Ecole primaire Françoise Dolto", "34081", "OUVERT"));
        assertThat(state()).isEqualTo(before);
        assertThat(facts()).isEqualTo(facts);
        assertThat(visites.page(region, preview))
                .contains(
                        "Ce que ce fichier changerait",
                        "Rien n’a encore changé",
                        "3 écoles publiques lues : une ajoutée",
                        "École primaire Françoise Dolto",
                        "École primaire Hélène-Boucher",
                        "Ce qui change : le nom.",
                        "École primaire Émile Zola",
                        "Désaccords qu’il y aurait")
                .doesNotContain("C’est fait");
        assertThat(visites.statements(region, preview)).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.post(region, preview, "decision", "appliquer")).hasRedirectedUrl(preview);
        assertThat(visites.page(region, preview))
                .contains("C’est fait.", "href=\"/annuaire/ecoles?q=0340111L\"", "Revenir à la liste des écoles");
        assertThat(visites.page(region, "/annuaire/ecoles?q=0340111L")).contains("École primaire Françoise Dolto");
        assertThat(facts()).isEqualTo(facts + 1);
        assertThat(visites.post(region, preview, "decision", "appliquer")).hasRedirectedUrl(preview + "?fait=tard");
        assertThat(facts()).as("once").isEqualTo(facts + 1);
    }

    @Test
    void tellsWhatWasDoneWhenItWasTakenAndNotWhenItWasGiven() {
        String[] lines = {CURIE.formatted("x"), nouvelle("0340113N", "Ecole primaire Rosa Parks", "34081", "OUVERT")};
        var first = preview(lines);
        var second = preview(lines);
        assertThat(visites.post(region, first, "decision", "appliquer")).hasRedirectedUrl(first);
        assertThat(visites.page(region, first)).contains("École primaire Rosa Parks");
        assertThat(visites.post(region, second, "decision", "appliquer")).hasRedirectedUrl(second);
        assertThat(visites.page(region, second))
                .contains("C’est fait.", "aucune ajoutée")
                .doesNotContain("Rosa Parks");
    }

    @Test
    void throwsAFileAwayWithoutATraceAndKeepsNoneForMoreThanADay() {
        var before = state();
        var preview = preview(nouvelle("0340112M", "Ecole primaire Jamais", "34081", "OUVERT"));
        assertThat(visites.post(region, preview, "decision", "abandonner")).hasRedirectedUrl("/annuaire/officiel");
        assertThat(visites.get(region, preview)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.post(region, preview, "decision", "appliquer")).hasStatus(HttpStatus.NOT_FOUND);
        var old = preview(nouvelle("0340112M", "Ecole primaire Jamais", "34081", "OUVERT"));
        jdbc.sql("update annuaire.officielle_recue set recue_le = recue_le - interval '2 days'")
                .update();
        assertThat(visites.page(region, old))
                .as("before the next file is given")
                .contains("Ce fichier n’est plus là")
                .doesNotContain("Laisser de côté");
        assertThat(visites.post(region, old, "decision", "appliquer")).hasRedirectedUrl(old + "?fait=tard");
        assertThat(state()).isEqualTo(before);
        preview(CURIE.formatted("x"));
        assertThat(visites.page(region, old))
                .contains("Ce fichier n’est plus là")
                .doesNotContain("Laisser de côté");
        assertThat(visites.post(region, old, "decision", "appliquer")).hasRedirectedUrl(old + "?fait=tard");
        assertThat(state()).isEqualTo(before);
        assertThat(visites.get(visites.personnel("11", "300101"), old)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private String state() {
        return text("""
                select coalesce((select jsonb_agg(to_jsonb(f) order by f.uai)::text from annuaire.officielle f), '')
                       || (select jsonb_agg(to_jsonb(s) order by s.id)::text from annuaire.structure s)
                       || (select jsonb_agg(to_jsonb(c) order by c.insee)::text from annuaire.commune c)
                """);
    }

    private int facts() {
        return jdbc.sql("select count(*) from journal.fait where action = 'annuaire-officiel'")
                .query(Integer.class)
                .single();
    }

    private String text(String sql) {
        return String.valueOf(jdbc.sql(sql).query(String.class).optional().orElse(null));
    }
}
