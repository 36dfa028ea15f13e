package fr.entecole.travaux;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class TravauxModuleTests {

    @Autowired
    Travaux travaux;

    @Autowired
    Ordonnanceur ordonnanceur;

    @Test
    void collectsTheOublisOfTheModulesThatAreThere() {
        assertThat(travaux.find("oubli.journal")).isPresent();
        assertThat(travaux.find("oubli.nulle-part")).isEmpty();
    }

    @Test
    void doesNothingWhereNobodyIsServed() {
        assertThat(ordonnanceur.isRunning()).isFalse();
    }
}
