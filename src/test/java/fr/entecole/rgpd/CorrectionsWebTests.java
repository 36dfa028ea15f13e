package fr.entecole.rgpd;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// « C’est faux », from the line to the head and back.
@MondeTest
class CorrectionsWebTests {

    private static final String ADRESSE = "annuaire/responsable.adresse";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    RgpdDonneesPersonnelles donnees;

    EnTantQue as;
    UUID samira;
    UUID castans;
    UUID curie;
    UUID ines;

    @BeforeEach
    void cast() {
        jdbc.sql("delete from rgpd.correction").update();
        as = new EnTantQue(context);
        samira = responsable("700101");
        castans = reperes.personne("11", Nature.PERSONNEL, "300101");
        curie = reperes.ecole("0110358E");
        ines = reperes.personne("11", Nature.ELEVE, "500101");
    }

    @Test
    void goesToTheHeadWithTheFieldNamedAndComesBackWithAWord() {
        assertThat(body(get(castans, "/"))).doesNotContain("dite fausse");
        assertThat(body(get(samira, "/mes-donnees/corrections/nouvelle?personne=" + samira + "&ligne=" + ADRESSE)))
                .contains("12 rue des Oliviers", "École élémentaire Marie Curie", "sous un mois")
                .doesNotContain("CP responsable");
        assertThat(ask(samira, samira, ADRESSE, curie, "14 rue des Oliviers")).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(body(get(samira, "/mes-donnees"))).contains("Vos demandes", "Réponse avant le");
        assertThat(body(get(castans, "/"))).contains("Une donnée dite fausse");
        assertThat(body(get(castans, "/mes-donnees/corrections")))
                .contains("Adresse, Samira Benali", "14 rue des Oliviers", "Dans ONDE : Adresse responsable")
                .contains("Ce qui est écrit", "12 rue des Oliviers");

        assertThat(answer(castans, open(), "JUSTE", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("a droit à une raison");
        assertThat(answer(castans, open(), "CORRIGEE", "Merci de l’avoir vu.")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(body(get(castans, "/"))).doesNotContain("dite fausse");

        assertThat(body(get(samira, "/"))).contains("L’école a répondu");
        assertThat(body(get(samira, "/mes-donnees"))).contains("Corrigé dans ONDE", "Merci de l’avoir vu.");
        var id = jdbc.sql("select id from rgpd.correction").query(UUID.class).single();
        assertThat(post(samira, "/mes-donnees/corrections/" + id + "/lecture")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(body(get(samira, "/"))).doesNotContain("L’école a répondu");
    }

    @Test
    void asksOfTheChildsOwnSchool() {
        var daudet = reperes.ecole("0110359F");
        assertThat(ask(samira, ines, "annuaire/eleve.niveau", daudet, "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(ask(samira, ines, "annuaire/eleve.niveau", curie, "")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(body(get(castans, "/mes-donnees/corrections")))
                .contains("Niveau, Inès Benali", "Dit par Samira Benali", "Libellé classe");
    }

    @Test
    void refusesWhatIsNotTheirsToSay() {
        var galy = responsable("700114");
        var timeo = reperes.personne("11", Nature.ELEVE, "500110");
        assertThat(ask(galy, timeo, "annuaire/eleve.niveau", curie, "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(ask(samira, responsable("700102"), ADRESSE, curie, "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(ask(samira, samira, "annuaire/personnel.nom", curie, "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(ask(samira, samira, ADRESSE, reperes.ecole("0341406U"), "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(ines, "/mes-donnees/corrections/nouvelle?personne=" + ines + "&ligne=annuaire/eleve.niveau"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(jdbc.sql("select count(*) from rgpd.correction")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void confirmsWhereThePageComesBackTo() {
        var answer = ask(samira, ines, "annuaire/eleve.niveau", curie, "CM2");
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/mes-donnees?dite=true#demandes");
        var page = body(get(samira, "/mes-donnees?dite=true"));
        assertThat(page.split("C’est dit à l’école", -1)).as("once").hasSize(2);
        assertThat(page.indexOf("C’est dit à l’école")).isGreaterThan(page.indexOf("id=\"demandes\""));
    }

    /// The same of a child from whom one was kept out while writing, and of a stranger's.
    @Test
    void givesBackTheWordsThatItCannotSend() {
        var galy = responsable("700114");
        for (var child : java.util.List.of(ines, reperes.personne("11", Nature.ELEVE, "500110"))) {
            var answer = ask(galy, child, "annuaire/eleve.niveau", curie, "Elle est en <CM2>");
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(Visites.words(answer))
                    .contains("Votre demande n’est pas partie", "Elle est en &lt;CM2&gt;", "À la direction de l’école")
                    .doesNotContain("écart", "restriction", "Inès");
        }
    }

    /// A guardian is kept out after they asked: what they asked about the child shows them its name no more.
    @Test
    void hidesTheChildFromWhoIsKeptOutSince() {
        assertThat(ask(samira, ines, "annuaire/eleve.niveau", curie, "")).hasStatus(HttpStatus.SEE_OTHER);
        jdbc.sql("update rgpd.correction set demandeur_id = ?")
                .param(responsable("700114"))
                .update();
        assertThat(body(get(responsable("700114"), "/mes-donnees"))).doesNotContain("Inès", "Vos demandes");
    }

    @Test
    void isAnsweredByTheHeadOfThatSchoolAlone() {
        assertThat(ask(samira, samira, ADRESSE, curie, "")).hasStatus(HttpStatus.SEE_OTHER);
        var elsewhere = reperes.personne("11", Nature.PERSONNEL, "300114");
        assertThat(answer(elsewhere, open(), "CORRIGEE", "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(samira, "/mes-donnees/corrections")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(responsable("700102"), "/mes-donnees/corrections/" + open() + "/lecture"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void keepsOneRequestALineAndNotMoreThanAHeadCanRead() {
        assertThat(ask(samira, samira, ADRESSE, curie, "14 rue des Oliviers")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(ask(samira, samira, ADRESSE, curie, "16 rue des Oliviers")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(jdbc.sql("select juste from rgpd.correction")
                        .query(String.class)
                        .list())
                .containsExactly("16 rue des Oliviers");
        assertThat(ask(samira, samira, ADRESSE, curie, "x".repeat(301))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        jdbc.sql("""
                        insert into rgpd.correction (ecole_id, personne_id, demandeur_id, ligne, juste, demandee_le)
                        select ecole_id, personne_id, demandeur_id, 'essai.' || n, '', demandee_le
                          from rgpd.correction, generate_series(2, 20) n
                        """).update();
        assertThat(ask(samira, samira, "annuaire/responsable.nom", curie, ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("attendez-en une");
    }

    @Test
    void sendsWhoHasNoSchoolWhereTheHelpDoes() {
        var soulie = jdbc.sql("select id from annuaire.agent where nom = 'Soulié'")
                .query(UUID.class)
                .single();
        var seguier = jdbc.sql("select id from annuaire.personnel where nom ilike 's_guier'")
                .query(UUID.class)
                .single();
        for (var personne : new UUID[] {soulie, seguier, castans}) {
            var ligne = personne.equals(soulie) ? "annuaire/agent.nom" : "annuaire/personnel.nom";
            assertThat(body(get(
                            personne, "/mes-donnees/corrections/nouvelle?personne=" + personne + "&ligne=" + ligne)))
                    .contains("À qui le dire", "Téléphone")
                    .doesNotContain("Le dire à l’école");
        }
    }

    @Test
    void exportsForgetsAndPurges() {
        assertThat(ask(samira, samira, ADRESSE, curie, "14 rue des Oliviers")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(donnees.export(samira).toString()).contains("14 rue des Oliviers");
        assertThat(answer(castans, open(), "CORRIGEE", "Fait.")).hasStatus(HttpStatus.SEE_OTHER);
        donnees.erase(castans);
        assertThat(jdbc.sql("select count(*) from rgpd.correction where repondue_par is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        donnees.purge();
        assertThat(donnees.export(samira)).isNotEmpty();
        jdbc.sql("update rgpd.correction set repondue_le = repondue_le - interval '91 days'")
                .update();
        donnees.purge();
        assertThat(donnees.export(samira)).isEmpty();
        assertThat(ask(samira, samira, ADRESSE, curie, "")).hasStatus(HttpStatus.SEE_OTHER);
        donnees.erase(samira);
        assertThat(jdbc.sql("select count(*) from rgpd.correction")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void asksTheDatabaseFewThings() {
        assertThat(ask(samira, samira, ADRESSE, curie, "")).hasStatus(HttpStatus.SEE_OTHER);
        var head = as.personne(castans);
        var asker = as.personne(samira);
        assertThat(ComptageSql.ofWarmPage(() ->
                        mvc.get().uri("/mes-donnees/corrections").cookie(head).exchange()))
                .hasSizeLessThanOrEqualTo(5);
        assertThat(ComptageSql.ofWarmPage(() -> mvc.get()
                        .uri("/mes-donnees/corrections/nouvelle?personne=" + samira + "&ligne=" + ADRESSE)
                        .cookie(asker)
                        .exchange()))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void saysThatOneHasSaidItAlreadyAndKeepsTheDayOfTheAnswer() {
        var path = "/mes-donnees/corrections/nouvelle?personne=" + samira + "&ligne=" + ADRESSE;
        assertThat(body(get(samira, path))).doesNotContain("Vous l’avez déjà dit");
        assertThat(ask(samira, samira, ADRESSE, curie, "14 rue des Oliviers")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(body(get(samira, path)))
                .contains("Vous l’avez déjà dit le", "14 rue des Oliviers", "remplace ce que vous aviez écrit")
                .doesNotContain("Le dire à l’école");
    }

    /// What one did here, and from where, is no business of a head's.
    @Test
    void showsAHeadWhatTheDirectorySaysAlone() {
        assertThat(ask(samira, samira, "comptes", curie, "")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(jdbc.sql("select valeur from rgpd.correction")
                        .query(String.class)
                        .single())
                .isEmpty();
        assertThat(body(get(castans, "/mes-donnees/corrections"))).doesNotContain("Ce qui est écrit");
    }

    /// Which school has the child is not for a guardian who is kept out.
    @Test
    void sendsAGuardianOfNoChildHereToTheSchoolWithoutNamingIt() {
        var galy = responsable("700114");
        assertThat(body(get(
                        galy,
                        "/mes-donnees/corrections/nouvelle?personne=" + galy + "&ligne=annuaire/responsable.nom")))
                .contains("dites-le à sa direction")
                .doesNotContain("Marie Curie", "région académique");
    }

    private UUID open() {
        return jdbc.sql("select id from rgpd.correction where reponse is null")
                .query(UUID.class)
                .single();
    }

    private MvcTestResult ask(UUID asker, UUID personne, String ligne, UUID ecole, String juste) {
        return mvc.post()
                .uri("/mes-donnees/corrections")
                .cookie(as.personne(asker))
                .with(formulaire())
                .param("personne", personne.toString())
                .param("ligne", ligne)
                .param("ecole", ecole.toString())
                .param("juste", juste)
                .exchange();
    }

    private MvcTestResult answer(UUID head, UUID id, String reponse, String mot) {
        return mvc.post()
                .uri("/mes-donnees/corrections/" + id + "/reponse")
                .cookie(as.personne(head))
                .with(formulaire())
                .param("reponse", reponse)
                .param("mot", mot)
                .exchange();
    }

    private MvcTestResult post(UUID personne, String path) {
        return mvc.post()
                .uri(path)
                .cookie(as.personne(personne))
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult get(UUID personne, String path) {
        return mvc.get().uri(path).cookie(as.personne(personne)).exchange();
    }

    private static String body(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).replace('\u00a0', ' ');
    }

    private UUID responsable(String id) {
        return reperes.personne("11", Nature.RESPONSABLE, id);
    }
}
