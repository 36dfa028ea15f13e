package fr.entecole;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(EntEcole.class);

    @Test
    void keepsTheWallsBetweenModules() {
        modules.verify();
    }

    @Test
    void seesOneWhoReachesThroughAWall() {
        var broken = ApplicationModules.of("fr.entecole.violations.murs", new ImportOption.OnlyIncludeTests());
        assertThatThrownBy(broken::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("grenier")
                .hasMessageContaining("Tresor");
    }

    @Test
    void writesTheDiagrams() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
