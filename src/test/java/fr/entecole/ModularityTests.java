package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import java.util.Set;
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
    void hasATestOfEachModuleAlone() {
        assertThat(modules.stream()
                        .map(module -> module.getIdentifier().toString())
                        .filter(module -> !Set.of("socle", "exploitation").contains(module))
                        .map(module -> "%s/%s%sModuleTests.class"
                                .formatted(
                                        module, module.substring(0, 1).toUpperCase(Locale.ROOT), module.substring(1)))
                        .filter(test -> getClass().getResource(test) == null))
                .as("a module needs a @ModuleTest of its own, which starts it without its neighbours")
                .isEmpty();
    }

    @Test
    void writesTheDiagram() {
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
