package fr.entecole.annuaire.ecoles;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@MondeTest
class OuverturesWebTests {

    private static final String FONDADA = "0312962B";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    EcoleCommande commande;

    Cookie region;

    @BeforeEach
    void administrator() {
        var id = jdbc.sql("select id from annuaire.agent where profil = 'ADMINISTRATEUR'")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        region = new EnTantQue(context).personne(id);
        jdbc.sql("""
                        update annuaire.ouverture set fermee_le = now(), motif = 'essai'
                         where fermee_le is null and structure_id = (select id from annuaire.structure where uai = :uai)
                        """).param("uai", FONDADA).update();
        list("");
    }

    @Test
    void changesNothingForAHead() {
        var head = new EnTantQue(context).personne(reperes.personne("11", Nature.PERSONNEL, "300101"));
        assertThat(mvc.post()
                        .uri("/annuaire/ecoles/ouvertures")
                        .cookie(head)
                        .with(formulaire())
                        .param("geste", "ouvrir")
                        .param("codes", FONDADA)
                        .param("attendu", "1"))
                .hasStatus(404);
        assertThat(open(FONDADA)).isFalse();
    }

    @Test
    void saysWhatWouldChangeBeforeAnythingDoes() {
        assertThat(preview("ouvrir", FONDADA + ", 0341406u"))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "Vous allez ouvrir l’école primaire Fondada, Castelnau-d’Estrétefonds",
                        "Une autre l’est déjà",
                        "Ouvrir cette école");
        assertThat(open(FONDADA)).isFalse();
    }

    @Test
    void saysWhatIsNotRightOfASchoolBeforeItIsOpened() {
        assertThat(preview("ouvrir", FONDADA))
                .hasStatus(200)
                .bodyText()
                .contains("Avant de l’ouvrir, vérifiez", "Fermée depuis le ", "« essai »".replace(' ', '\u00a0'));
        assertThat(preview("fermer", "0341406U"))
                .hasStatus(200)
                .bodyText()
                .contains("Vous allez fermer l’école")
                .doesNotContain("vérifiez");
    }

    /// 0000001B would be well formed, and is nobody's.
    @Test
    void proposesNoSchoolThatIsNotInTheDirectory() {
        assertThat(preview("ouvrir", "0000001X"))
                .hasStatus(422)
                .bodyText()
                .contains("la lettre ne va pas avec ces chiffres")
                .doesNotContain("serait-ce", "0000001B");
    }

    @Test
    void speaksOfOneSchoolInTitleAndLineWhenOneAloneWouldChange() {
        assertThat(preview("ouvrir", FONDADA + "\n0110358E"))
                .hasStatusOk()
                .bodyText()
                .contains("<title>Ouvrir une école", "<h1>Ouvrir une école</h1>", "Vous allez ouvrir l’école");
    }

    @Test
    void givesBackAWholeListWithTheWrongLineMarked() {
        var page = preview("ouvrir", FONDADA + "\n0110358X\n0110357D\nbonjour\n9999999P");
        assertThat(page)
                .hasStatus(422)
                .bodyText()
                .contains(FONDADA + "\n0110358X\n0110357D\nbonjour\n9999999P</textarea>")
                .contains("3 codes ne sont pas dans l’annuaire", "serait-ce 0110358E")
                .contains("ce n’est pas un code UAI", "cette école n’est pas dans l’annuaire")
                .contains("École élémentaire Frédéric Mistral");
        assertThat(open(FONDADA)).isFalse();
    }

    @Test
    void opensOnceAndSaysWhoDidIt() {
        assertThat(apply("ouvrir", FONDADA, 1, ""))
                .hasStatus(303)
                .redirectedUrl()
                .endsWith("?faites=1");
        assertThat(open(FONDADA)).isTrue();
        assertThat(mvc.get()
                        .uri("/annuaire/ecoles/" + reperes.ecole(FONDADA) + "?faites=1")
                        .cookie(region))
                .bodyText()
                .contains("École primaire Fondada est ouverte");
        assertThat(
                        count(
                                "select count(*) from journal.fait where action = 'ecole-ouverte' and acteur_compte is not null"))
                .isEqualTo(1);
        // Sent again: nothing to change, nothing written.
        assertThat(apply("ouvrir", FONDADA, 0, ""))
                .hasStatus(303)
                .redirectedUrl()
                .endsWith("?faites=0");
        assertThat(count("select count(*) from annuaire.ouverture where fermee_le is null and structure_id = "
                        + "(select id from annuaire.structure where uai = '" + FONDADA + "')"))
                .isEqualTo(1);
    }

    @Test
    void asksAgainWhenTheDirectoryChangedMeanwhile() {
        assertThat(apply("ouvrir", FONDADA, 2, "")).hasStatus(422).bodyText().contains("Rien n’a été fait");
        assertThat(open(FONDADA)).isFalse();
    }

    @Test
    void closesOnlyWithAReason() {
        assertThat(apply("fermer", "0110357D", 1, " "))
                .hasStatus(422)
                .bodyText()
                .contains("les familles le liront");
        assertThat(open("0110357D")).isTrue();
        assertThat(apply("fermer", "0110357D", 1, "Travaux jusqu’à Noël.")).hasStatus(303);
        assertThat(open("0110357D")).isFalse();
    }

    @Test
    void changesNothingWhenOneCodeIsUnknown() {
        assertThat(apply("fermer", "0110357D 9999999Z", 1, "Travaux."))
                .hasStatus(422)
                .bodyText()
                .contains("9999999Z", "Rien n’a été changé");
        assertThat(open("0110357D")).isTrue();
    }

    @Test
    void opensOneAtATimeTheSchoolsThatShareACode() {
        var twin = jdbc.sql("""
                        insert into annuaire.structure (academie, genre, uai, nom_courant, commune_insee)
                        select academie, genre, uai, 'E.P.PU$JUMELLE$', commune_insee from annuaire.structure
                         where uai = :uai returning id
                        """).param("uai", FONDADA).query(UUID.class).single();
        try {
            assertThat(preview("ouvrir", FONDADA))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Plusieurs écoles portent le même code UAI", "Jumelle", "Fondada")
                    .doesNotContain("Ouvrir cette école");
            assertThat(apply("ouvrir", FONDADA + " 0341406U", 0, "")).hasStatus(303);
            assertThat(apply("ouvrir", FONDADA, 2, "")).hasStatus(422);
            assertThat(commande.run(java.util.List.of("ouvrir", FONDADA))).isEqualTo(2);
            assertThat(commande.run(java.util.List.of("ouvrir", "--toutes"))).isZero();
            assertThat(opened()).isZero();
            assertThat(mvc.post()
                            .uri("/annuaire/ecoles/ouvertures")
                            .cookie(region)
                            .with(formulaire())
                            .param("geste", "ouvrir")
                            .param("ecole", twin.toString())
                            .param("attendu", "1"))
                    .hasStatus(303);
            assertThat(opened()).isOne();
        } finally {
            jdbc.sql("delete from annuaire.ouverture where structure_id = :id")
                    .param("id", twin)
                    .update();
            jdbc.sql("delete from annuaire.structure where id = :id")
                    .param("id", twin)
                    .update();
        }
    }

    private long opened() {
        return count("select count(*) from annuaire.ouverte o join annuaire.structure s on s.id = o.ecole_id"
                + " where s.uai = '" + FONDADA + "'");
    }

    @Test
    void takesAWholeSearchAtOnce() {
        assertThat(mvc.post()
                        .uri("/annuaire/ecoles/apercu")
                        .cookie(region)
                        .with(formulaire())
                        .param("geste", "fermer")
                        .param("toutes", "true")
                        .param("etat", "ouvertes")
                        .param("q", "lespignan"))
                .hasStatus(200)
                .bodyText()
                .contains("2 écoles seront fermées", "0341401N", "0341406U")
                .doesNotContain("0110358E");
    }

    @Test
    void listsASchoolWithoutCodeAndFiltersByState() {
        jdbc.sql("""
                        insert into annuaire.structure (academie, aaf_id, genre, nom_courant)
                        values ('11', 'sans-uai', 'ECOLE', 'E.E.PU$SANS CODE$ESSAI')
                        """).update();
        assertThat(list("?etat=jamais")).contains("Sans Code", "sans code UAI").doesNotContain("0110358E");
        assertThat(list("?etat=fermees")).contains(FONDADA).doesNotContain("0110358E", "Sans Code");
        var statements = ComptageSql.during(() -> list(""));
        assertThat(statements).hasSize(1);
    }

    @Test
    void tellsTheStoryOfOneSchoolInFourStatements() {
        var id = reperes.ecole(FONDADA);
        var statements = ComptageSql.during(
                () -> assertThat(mvc.get().uri("/annuaire/ecoles/" + id).cookie(region))
                        .hasStatus(200)
                        .bodyText()
                        .contains("La convention de la commune attend sa signature.", "Ouvrir cette école", "PS"));
        assertThat(statements).hasSize(4);
        assertThat(mvc.get().uri("/annuaire/ecoles/" + UUID.randomUUID()).cookie(region))
                .hasStatus(404);
    }

    @Test
    void isNobodyElsesPage() {
        var as = new EnTantQue(context);
        var personnages = new Personnages(jdbc);
        for (var profil : new Profil[] {Profil.REFERENT_VILLE, Profil.IEN, Profil.ENSEIGNANT, Profil.PARENT}) {
            assertThat(mvc.get().uri("/annuaire/ecoles").cookie(as.personne(personnages.add(profil))))
                    .hasStatus(404);
        }
    }

    private String list(String query) {
        var answer = mvc.get().uri("/annuaire/ecoles" + query).cookie(region).exchange();
        assertThat(answer).hasStatus(200);
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private MvcTestResult preview(String geste, String codes) {
        return mvc.post()
                .uri("/annuaire/ecoles/apercu")
                .cookie(region)
                .with(formulaire())
                .param("geste", geste)
                .param("codes", codes)
                .exchange();
    }

    private MvcTestResult apply(String geste, String codes, int attendu, String motif) {
        return mvc.post()
                .uri("/annuaire/ecoles/ouvertures")
                .cookie(region)
                .with(formulaire())
                .param("geste", geste)
                .param("codes", codes)
                .param("attendu", String.valueOf(attendu))
                .param("motif", motif)
                .exchange();
    }

    private boolean open(String uai) {
        return count("""
                select count(*) from annuaire.ouverture o join annuaire.structure s on s.id = o.structure_id
                 where o.fermee_le is null and s.uai = '%s'
                """.formatted(uai)) == 1;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query((rs, _) -> rs.getLong(1)).single();
    }
}
