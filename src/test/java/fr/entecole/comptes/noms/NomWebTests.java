package fr.entecole.comptes.noms;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Claire Estève is « Maîtresse Claire » for families, and nobody else.
@MondeTest
class NomWebTests {

    private static final String PAGE = "/mon-compte/nom";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    Visites visites;
    UUID esteve;
    UUID castans;
    UUID calas;
    UUID samira;
    UUID curie;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        calas = visites.byHand("Calas");
        samira = visites.responsable("700101");
        curie = reperes.ecole("0110358E");
    }

    @AfterEach
    void asInTheDirectory() {
        jdbc.sql("update comptes.compte set civilite_choisie = null").update();
    }

    /// One of her notes that this guardian reads.
    private String mot() {
        return jdbc
                .sql("select id from liaison.mot where auteur_id = :esteve order by id")
                .param("esteve", esteve)
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> "/liaison/mots/" + id)
                .filter(path -> visites.get(samira, path).getResponse().getStatus() == 200)
                .findFirst()
                .orElseThrow();
    }

    private String chosen(UUID personne) {
        return jdbc.sql("select coalesce(civilite_choisie, '') from comptes.compte where personne_id = :id")
                .param("id", personne)
                .query(String.class)
                .single();
    }

    @Test
    void isForWhoWorksInASchool() {
        assertThat(visites.get(samira, PAGE)).hasStatus(404);
        assertThat(visites.post(samira, PAGE, "civilite", "MADAME")).hasStatus(404);
        assertThat(visites.get(visites.eleve("500110"), PAGE)).hasStatus(404);
    }

    @Test
    void takesNoNameThatIsNotProposed() {
        for (var typed : new String[] {"", "Hélène Castans", "MAITRESSE; drop", "DIRECTRICE"}) {
            var answer = visites.post(esteve, PAGE, "civilite", typed);
            assertThat(answer).hasStatus(422);
            assertThat(Visites.words(answer)).contains("Choisissez l’un des noms proposés.");
        }
        assertThat(visites.page(calas, PAGE)).contains("Mme Calas").doesNotContain("Maîtresse");
        assertThat(visites.post(calas, PAGE, "civilite", "MAITRESSE"))
                .as("who does not teach")
                .hasStatus(422);
        assertThat(chosen(calas)).isEmpty();
    }

    @Test
    void isReadByFamiliesUnderWhatOneWroteAndStaysOutOfLists() {
        var mot = mot();
        assertThat(visites.page(samira, mot))
                .contains("Claire Estève, Familles")
                .doesNotContain("Maîtresse Claire");
        assertThat(visites.page(esteve, PAGE)).contains("Mme Estève", "Maîtresse Claire", "comme dans l’annuaire");
        assertThat(visites.post(esteve, PAGE, "civilite", "MAITRESSE")).hasStatus(303);
        assertThat(visites.page(samira, mot))
                .contains("Maîtresse Claire, Familles")
                .doesNotContain("Claire Estève, Familles");
        assertThat(visites.page(castans, "/annuaire/ecoles/" + curie + "/equipe"))
                .contains("Claire Estève")
                .doesNotContain("Maîtresse Claire");
        assertThat(visites.post(esteve, PAGE, "civilite", "MADAME")).hasStatus(303);
        assertThat(visites.page(samira, mot)).contains("Mme Estève, Familles");
        assertThat(visites.post(esteve, PAGE, "civilite", "annuaire")).hasStatus(303);
        assertThat(visites.page(samira, mot)).contains("Claire Estève, Familles");
        assertThat(visites.page(castans, "/journal")).contains("Nom lu par les familles choisi par Claire Estève");
    }

    @Test
    void isPutBackByTheHeadOfTheSchoolAlone() {
        assertThat(visites.post(esteve, PAGE, "civilite", "PRENOM")).hasStatus(303);
        var back = "/comptes/ecoles/" + curie + "/noms/" + esteve + "/fin";
        assertThat(visites.post(calas, back)).hasStatus(404);
        assertThat(visites.post(visites.personnel("16", "300102"), back))
                .as("works elsewhere")
                .hasStatus(404);
        assertThat(visites.post(
                        castans, "/comptes/ecoles/" + curie + "/noms/" + visites.personnel("16", "300102") + "/fin"))
                .as("of another school")
                .hasStatus(404);
        assertThat(chosen(esteve)).isEqualTo("Prénom");
        assertThat(visites.page(calas, PAGE)).doesNotContain("Comment l’équipe se fait appeler");
        assertThat(visites.page(castans, PAGE))
                .contains("Comment l’équipe se fait appeler", "Remettre le nom de l’annuaire", "Claire Estève");
        assertThat(visites.statements(castans, PAGE)).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.post(castans, back)).hasStatus(303);
        assertThat(chosen(esteve)).isEmpty();
        assertThat(visites.page(castans, PAGE)).contains("Chacun porte le nom de l’annuaire.");
        assertThat(visites.page(castans, "/journal")).contains("Nom de l’annuaire remis à Claire Estève");
    }
}
