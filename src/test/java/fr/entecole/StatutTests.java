package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class StatutTests {

    @Test
    void readsTheStatusOfEveryPageThatATestAsksFor() {
        var tests = ArchitectureRules.read(() -> new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .withImportOption(location -> !location.contains("/violations/"))
                .importPackages("fr.entecole"));
        assertThat(tests).hasSizeGreaterThan(100);
        assertThat(StatutRules.faults(tests)).isEmpty();
    }

    @Test
    void seesATestThatNeverKnowsWhetherItsPageWasThere() {
        var tests = ArchitectureRules.read(() -> new ClassFileImporter().importPackages("fr.entecole.violations"));
        assertThat(StatutRules.faults(tests))
                .hasSize(5)
                .filteredOn(fault -> fault.contains("thrown away"))
                .hasSize(2);
        assertThat(StatutRules.faults(tests))
                .anyMatch(fault -> fault.contains("SansStatut.countsWhatAnErrorCosts"))
                .anyMatch(fault -> fault.contains("SansStatut.readsWordsAlone"))
                .anyMatch(fault -> fault.contains("SansStatut.readsWordsOfAPageAlone"));
    }
}
