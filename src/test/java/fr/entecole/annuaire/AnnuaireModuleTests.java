package fr.entecole.annuaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.Identite.Acces;
import fr.entecole.annuaire.saisies.Saisies;
import fr.entecole.socle.Profil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;

@ModuleTest
class AnnuaireModuleTests {

    @Autowired
    Annuaire annuaire;

    @Autowired
    Saisies saisies;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsOfWhoeverIsEnteredByHandAndKnowsThemAtOnce(Scenario scenario) {
        var agent = new Saisies.Agent(Profil.IEN, "Mme", "Essai", "Camille", null, null, null, null);
        scenario.stimulate(() -> saisies.addAgent(agent))
                .andWaitForEventOfType(PersonneSaisie.class)
                .toArriveAndVerify((told, id) -> {
                    assertThat(told.personneId()).isEqualTo(id);
                    assertThat(annuaire.identite(id, Nature.AGENT)).hasValueSatisfying(identite -> {
                        assertThat(identite.profil()).isEqualTo(Profil.IEN);
                        assertThat(identite.acces()).isEqualTo(Acces.OUVERT);
                    });
                });
    }

    @Test
    void shutsOutThePeopleOfASchoolThatCloses() {
        var school = new Personnages(jdbc);
        var head = school.add(Profil.DIRECTEUR);
        assertThat(annuaire.identite(head, Nature.PERSONNEL))
                .hasValueSatisfying(i -> assertThat(i.acces()).isEqualTo(Acces.OUVERT));
        school.close();
        assertThat(annuaire.identite(head, Nature.PERSONNEL))
                .hasValueSatisfying(i -> assertThat(i.acces()).isEqualTo(Acces.ECOLE_FERMEE));
    }
}
