package fr.entecole.signalement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class SignalementModuleTests {

    @Autowired
    Scelles preuves;

    @Autowired
    PreuvesCommande commande;

    @Autowired
    SignalementDonneesPersonnelles donnees;

    @Test
    void standsWithoutAnythingThatCanBeReported() {
        assertThat(preuves.check().preuves()).isZero();
        assertThat(commande.run(List.of())).isZero();
        assertThat(commande.run(List.of("tout"))).isEqualTo(2);
        assertThat(donnees.export(UUID.randomUUID())).isEmpty();
    }
}
