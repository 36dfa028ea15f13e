package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTests {

    private static final JavaClasses HOUSE = ArchitectureRules.read(() -> new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("fr.entecole"))
            .that(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "written by hand", (JavaClass c) -> !c.getSimpleName().startsWith("Jte")));

    static List<ArchRule> rules() {
        return ArchitectureRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsInTheHouse(ArchRule rule) {
        rule.check(HOUSE);
    }

    @Test
    void looksAtTheHouse() {
        assertThat(HOUSE).hasSizeGreaterThan(40);
    }

    @Test
    void seesEachViolation() {
        var violations = ArchitectureRules.read(() ->
                new ClassFileImporter().importPackages("fr.entecole.violations", "fr.entecole.annuaire.violation"));
        assertThat(rules()).allMatch(rule -> rule.evaluate(violations).hasViolation());
    }
}
