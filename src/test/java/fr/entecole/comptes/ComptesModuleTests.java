package fr.entecole.comptes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.PersonneSaisie;
import fr.entecole.socle.Profil;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;

@ModuleTest
class ComptesModuleTests {

    @Autowired
    Comptes comptes;

    @Autowired
    ComptesDonneesPersonnelles donnees;

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesAnAccountToWhoeverTheDirectoryTellsOf(Scenario scenario) {
        var agent = new Personnages(jdbc).add(Profil.IEN);
        assertThat(comptes.ofPersonne(agent)).isEmpty();
        scenario.publish(new PersonneSaisie(agent))
                .andWaitForStateChange(() -> comptes.ofPersonne(agent), Optional::isPresent)
                .andVerify(compte -> assertThat(comptes.byId(compte.orElseThrow()))
                        .hasValueSatisfying(c -> assertThat(c.personneId()).isEqualTo(agent)));
    }

    @Test
    void forgetsTheAccountOfWhomItIsAskedToForget() {
        var agent = new Personnages(jdbc).add(Profil.IEN);
        comptes.createMissing();
        assertThat(comptes.ofPersonne(agent)).isPresent();
        donnees.erase(List.of(agent));
        assertThat(comptes.ofPersonne(agent)).isEmpty();
    }
}
