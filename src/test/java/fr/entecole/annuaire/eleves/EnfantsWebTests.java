package fr.entecole.annuaire.eleves;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The child's page of a guardian, and the class of a pupil: nothing of another family.
@MondeTest
class EnfantsWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    Visites visites;
    UUID samira;
    String ines;

    @BeforeEach
    void theBenalis() {
        visites = new Visites(context);
        samira = visites.responsable("700101");
        ines = "/annuaire/enfants/" + visites.eleve("500101");
    }

    @Test
    void hidesAChildFromEveryOtherGuardian() {
        assertThat(visites.get(visites.responsable("700108"), ines)).hasStatus(404);
        assertThat(visites.get(visites.personnel("11", "300102"), ines)).hasStatus(404);
        assertThat(visites.get(visites.eleve("500101"), ines)).hasStatus(404);
        assertThat(visites.get(visites.agent("Vidal"), ines)).hasStatus(404);
    }

    @Test
    void hidesAChildFromAGuardianKeptOut() {
        var timeo = "/annuaire/enfants/" + visites.eleve("500110");
        assertThat(visites.get(visites.responsable("700114"), timeo)).hasStatus(404);
        assertThat(visites.page(visites.responsable("700113"), timeo))
                .contains("Timéo")
                .doesNotContain("Yvan");
    }

    @Test
    void saysWhomToCallAndNothingOfTheOtherGuardianNorOfClassmates() {
        assertThat(visites.page(samira, ines))
                .contains("Inès Benali", "Qui appeler", "tel:+33199001102", "CM1 Mme Estève", "Mme Castans")
                .doesNotContain("Karim", "+33199004041", "OLIVIERS", "Jeanne", "Bastide");
        assertThat(visites.page(samira, "/annuaire/enfants/" + visites.eleve("500102")))
                .contains("Younes Benali", "MS M. Rouquette");
    }

    @Test
    void findsTheChildThroughEachNumberOfOneGuardian() {
        var leo = "/annuaire/enfants/" + visites.eleve("500159");
        for (var number : List.of("700190", "700191")) {
            assertThat(visites.page(visites.responsable(number), leo)).contains("Léo Nuñez");
        }
    }

    @Test
    void saysThatASchoolIsClosed() {
        visites.close("0110359F");
        try {
            assertThat(visites.page(samira, "/annuaire/enfants/" + visites.eleve("500102")))
                    .contains("Cette école n’est pas ouverte dans l’ENT-École", "Travaux.")
                    .doesNotContain("Qui appeler");
            assertThat(visites.page(samira, ines)).contains("Qui appeler");
        } finally {
            visites.open("0110359F");
        }
    }

    @Test
    void tellsParentsWhatToDoForAYoungChildInNoClassWhoHasNoDoor() {
        var younes = visites.eleve("500102");
        var page = "/annuaire/enfants/" + younes;
        assertThat(visites.page(samira, page)).doesNotContain("il n’a pas encore d’entrée");
        jdbc.sql("update annuaire.eleve_classe set fini_le = current_date where eleve_id = :id and fini_le is null")
                .param("id", younes)
                .update();
        try {
            assertThat(visites.page(samira, page))
                    .contains("sans classe, il n’a pas encore d’entrée", "Demandez à la direction");
        } finally {
            jdbc.sql("update annuaire.eleve_classe set fini_le = null where eleve_id = :id")
                    .param("id", younes)
                    .update();
        }
    }

    @Test
    void tellsAPupilTheFirstNamesOfTheirClassOnly() {
        var page = visites.page(visites.eleve("500103"), "/annuaire/ma-classe");
        assertThat(page)
                .contains("Inès", "Jeanne", "Timéo", "Mme Estève")
                .doesNotContain("Bastide", "Benali", "Danylo", "06 39", "<li>Ilyes");
        assertThat(visites.page(visites.eleve("500102"), "/annuaire/ma-classe"))
                .contains("Lubin", "Kenza")
                .doesNotContain("Jeanne", "Bastide");
        assertThat(visites.get(samira, "/annuaire/ma-classe")).hasStatus(404);
    }

    @Test
    void tellsTwoOfTheSameNameByTheirInitial() {
        jdbc.sql("update annuaire.eleve set prenom = 'JEANNE' where id = :id")
                .param("id", visites.eleve("500106"))
                .update();
        try {
            assertThat(visites.page(visites.eleve("500103"), "/annuaire/ma-classe"))
                    .contains("Jeanne B.", "Jeanne C.")
                    .doesNotContain("Calvet");
        } finally {
            jdbc.sql("update annuaire.eleve set prenom = 'Hugo' where id = :id")
                    .param("id", visites.eleve("500106"))
                    .update();
        }
    }

    @Test
    void costsOneStatementAChildAndTwoAClass() {
        assertThat(visites.statements(samira, ines)).hasSize(1);
        assertThat(visites.statements(visites.eleve("500103"), "/annuaire/ma-classe"))
                .hasSize(2);
    }
}
