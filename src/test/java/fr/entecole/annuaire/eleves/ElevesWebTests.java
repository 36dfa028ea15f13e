package fr.entecole.annuaire.eleves;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The class and the pupil, for who teaches them and for the head. In Mme Estève's class M. Galy is kept out.
@MondeTest
class ElevesWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Reperes reperes;

    Visites visites;
    UUID esteve;
    UUID head;
    String classe;
    String ines;
    String timeo;

    @BeforeEach
    void theClassOfMmeEsteve() {
        visites = new Visites(context);
        esteve = visites.personnel("11", "300102");
        head = visites.personnel("11", "300101");
        classe = "/annuaire/classes/" + reperes.classe("11", "514");
        ines = "/annuaire/eleves/" + visites.eleve("500101");
        timeo = "/annuaire/eleves/" + visites.eleve("500110");
    }

    @Test
    void hidesClassAndPupilFromStrangers() {
        var strangers = List.of(
                visites.personnel("11", "300103"), // another teacher of the school
                visites.personnel("11", "300109"), // the head of another school
                visites.personnel("16", "300102")); // a teacher of another académie
        for (var stranger : strangers) {
            for (var path : List.of(classe, ines, timeo)) {
                assertThat(visites.get(stranger, path)).hasStatus(404);
            }
        }
        for (var nobody : List.of(visites.responsable("700101"), visites.eleve("500101"), visites.byHand("Calas"))) {
            assertThat(visites.get(nobody, ines)).hasStatus(404);
            assertThat(visites.get(nobody, classe)).hasStatus(404);
        }
        assertThat(visites.get(visites.agent("Puech"), ines)).hasStatus(404);
    }

    @Test
    void showsNothingOfAClosedSchool() {
        visites.close("0110358E");
        try {
            for (var path : List.of(classe, ines)) {
                assertThat(visites.get(head, path).getResponse().getStatus()).isNotEqualTo(200);
                assertThat(visites.get(esteve, path).getResponse().getStatus()).isNotEqualTo(200);
            }
        } finally {
            visites.open("0110358E");
        }
    }

    @Test
    void givesATeacherWhomToCallAndNoAddress() {
        var page = visites.page(esteve, ines);
        assertThat(page)
                .contains("Inès Benali", "Samira Benali", "mère", "Karim Benali", "père")
                .contains("tel:+33639981037", "06 39 98 10 37", "tel:+33199004041", "CM1 Mme Estève")
                .doesNotContain("OLIVIERS", "Olivier", "11200", "Écarter", "restriction");
    }

    @Test
    void leavesATeacherNoTraceOfAGuardianKeptOut() {
        var page = visites.page(esteve, timeo);
        assertThat(page)
                .contains("Timéo Galy", "Laetitia Fournier")
                .doesNotContain("Yvan", "écart", "Écart", "estriction", "01 99 00 42 46", "+33199004246");
        assertThat(visites.page(esteve, classe)).doesNotContain("Yvan", "+33199004246", "estriction", "écart");
    }

    @Test
    void givesTheHeadAddressesAndWhoIsKeptOut() {
        assertThat(visites.page(head, ines))
                .contains("12 rue des Oliviers", "11200 Lézignan-Corbières", "Écarter un responsable");
        assertThat(visites.page(head, timeo)).contains("Yvan Galy", "écarté", timeo + "/restrictions");
    }

    @Test
    void listsTheClassWithNumbersToCall() {
        for (var reader : List.of(esteve, head)) {
            var page = visites.page(reader, classe);
            assertThat(page)
                    .contains("26 élèves", "CM1", "Benali Inès", "Samira Benali", "tel:+33639981037", "Liste du")
                    .contains("tel:+33199001102")
                    .doesNotContain("rue des", "RUE DES", "Younes");
            assertThat(page.split("<tr", -1)).hasSize(1 + 1 + 26);
        }
    }

    @Test
    void namesAFosterFamilyAndABody() {
        var roux = visites.personnel("11", "300115");
        assertThat(visites.page(roux, "/annuaire/eleves/" + visites.eleve("500210")))
                .contains("Jean-Luc Salles", "assistant familial", "Aide Sociale à l’Enfance")
                .doesNotContain("organisme", "IMPASSE DU MISTRAL");
    }

    @Test
    void costsOneStatementEachAndWhoHasComeForATeacher() {
        assertThat(visites.statements(esteve, classe)).hasSize(1);
        assertThat(visites.statements(esteve, ines)).hasSize(2);
        assertThat(visites.statements(head, ines)).hasSize(1);
    }
}
