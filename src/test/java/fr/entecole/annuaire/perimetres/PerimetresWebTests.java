package fr.entecole.annuaire.perimetres;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/// What the agents of the académie follow, day by day.
@MondeTest
class PerimetresWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    Visites visites;
    UUID region;

    @BeforeEach
    void visits() {
        visites = new Visites(context);
        region = visites.agent("Vidal");
    }

    @Test
    void givesAPerimeterFromADayOnAndEndsItTheSameDay() {
        var klein = visites.agent("Klein");
        var path = "/annuaire/agents/" + klein + "/perimetres";
        long circonscription = followed(klein);
        assertThat(circonscription).isEqualTo(4);
        assertThat(visites.page(region, path))
                .contains("4 écoles aujourd’hui", "Académie de Toulouse", "Toute la région");

        assertThat(visites.post(region, path, "cible", "DEPARTEMENT:034", "depuis", "2020-09-01"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(followed(klein)).isEqualTo(6);
        assertThat(Visites.words(visites.post(region, path, "cible", "DEPARTEMENT:034", "depuis", "2020-09-01")))
                .contains("suit déjà cela");
        assertThat(visites.post(region, path, "cible", "ACADEMIE:16", "depuis", "2099-09-01"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(followed(klein)).as("not yet").isEqualTo(6);

        var id = jdbc.sql("select id from annuaire.perimetre where agent_id = :a and genre = 'DEPARTEMENT'")
                .param("a", klein)
                .query(UUID.class)
                .single();
        assertThat(visites.post(region, path + "/" + id + "/fin")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(followed(klein)).isEqualTo(4);
        assertThat(visites.post(region, path + "/" + id + "/fin")).as("over").hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void refusesWhatIsNoPerimeterAndKeepsWhatWasTyped() {
        var path = "/annuaire/agents/" + visites.agent("Klein") + "/perimetres";
        assertThat(Visites.words(visites.post(region, path, "cible", "", "depuis", "x", "jusque", "2020-01-01")))
                .contains("Choisissez ce que cette personne suit", "Écrivez le premier jour", "2020-01-01");
        assertThat(Visites.words(visites.post(region, path, "cible", "DEPARTEMENT:99", "depuis", "2026-09-01")))
                .contains("choisissez autre chose");
        assertThat(visites.get(region, "/annuaire/agents/" + visites.agent("Puech") + "/perimetres"))
                .as("of a commune")
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void givesManyAccountsAtOnceAndNobodyTwice() {
        var lignes = """
                Fonction;Civilite;Prenom;Nom;Courriel;Departement;Academie;Depuis
                DSDEN;Mme;Anne;Delpech;anne.delpech@example.org;11;;2024-09-01
                conseillère;Mme;Rose;Sicard;;;;
                assistance;;Paul;Vidal-Roux;;;11;
                """;
        assertThat(give(HttpStatus.OK, lignes)).contains("3 personnes ajoutées, 2 périmètres donnés");
        assertThat(followed(visites.agent("Delpech"))).isEqualTo(4);
        assertThat(visites.page(region, "/annuaire/agents"))
                .contains("Services départementaux (DSDEN)", "Conseillère pédagogique");
        assertThat(visites.page(visites.agent("Sicard"), "/")).contains("Conseillère pédagogique");
        assertThat(give(HttpStatus.OK, lignes)).contains("Personne de nouveau, aucun périmètre donné");
    }

    @Test
    void addsNobodyWhenALineIsWrong() {
        assertThat(give(HttpStatus.UNPROCESSABLE_CONTENT, """
                        fonction;prenom;nom;circonscription;depuis
                        IEN;Anne;Juste;;
                        facteur;Luc;;;
                        ERUN;Zoé;Perdue;Nulle part;hier
                        """))
                .contains(
                        "personne n’a été ajouté",
                        "Ligne 3 : la fonction est IEN",
                        "Ligne 3 : le prénom ou le nom manque",
                        "Ligne 4 : « hier » n’est pas une date",
                        "Ligne 4 : « Nulle part » n’est pas dans l’annuaire");
        assertThat(jdbc.sql("select count(*) from annuaire.agent where nom in ('Juste', 'Perdue')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void readsTheDatesThatPeopleWriteAndACirconscriptionByItsOwnName() {
        var named = jdbc.sql("""
                        select coalesce(nom_usage, nom_courant) from annuaire.structure
                         where genre = 'CIRCONSCRIPTION' and coalesce(nom_usage, nom_courant) ilike 'circonscription %'
                         order by uai limit 1
                        """).query(String.class).single();
        var alone = named.replaceFirst("(?i)^circonscription (de |du )?", "");
        assertThat(give(
                        HttpStatus.OK,
                        "fonction;prenom;nom;circonscription;depuis\nERUN;Odette;Datée;" + alone + ";01/09/2026\n"))
                .contains("Une personne ajoutée", "un périmètre donné");
        assertThat(give(HttpStatus.UNPROCESSABLE_CONTENT, "fonction;prenom;nom;depuis\nERUN;Odile;Datée;31/02/2026\n"))
                .contains("« 31/02/2026 » n’est pas une date : écrivez-la comme 01/09/2026");
    }

    @Test
    void givesATableToWriteOverWhichIsTakenAsItIs() {
        assertThat(visites.page(region, "/annuaire/agents/fichier")).contains("/annuaire/agents/fichier/modele");
        var answer = visites.get(region, "/annuaire/agents/fichier/modele");
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Disposition")).contains("modele-agents.csv");
        assertThat(give(HttpStatus.OK, Visites.words(answer))).contains("2 personnes ajoutées, un périmètre donné");
    }

    @Test
    void saysOfASpreadsheetThatItIsNoTable() {
        assertThat(give(HttpStatus.UNPROCESSABLE_CONTENT, "PK\u0003\u0004")).contains("Ce fichier est un classeur");
    }

    private String give(HttpStatus status, String texte) {
        var file = new MockMultipartFile("tableau", "agents.csv", "text/csv", texte.getBytes(StandardCharsets.UTF_8));
        var answer = visites.upload(region, "/annuaire/agents/fichier", file);
        assertThat(answer).hasStatus(status);
        return Visites.words(answer);
    }

    private long followed(UUID agent) {
        return jdbc.sql("select count(*) from annuaire.suivie(:jour) where agent_id = :agent")
                .param("jour", java.time.LocalDate.now(context.getBean(java.time.Clock.class)))
                .param("agent", agent)
                .query(Long.class)
                .single();
    }
}
