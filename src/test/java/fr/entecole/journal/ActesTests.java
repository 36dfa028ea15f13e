package fr.entecole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.journal.Actes.Famille;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ActesTests {

    private static final Pattern FACT = Pattern.compile("\\b(?:Fait\\.of|new Fait)\\(\\s*\"([a-z-]+)\"");

    @Test
    void hasASentenceForEachActionOfTheCode() throws IOException {
        var missing = new TreeSet<>(actions());
        missing.removeIf(Actes::known);
        assertThat(missing).isEmpty();
    }

    @Test
    void findsTheActionsOfTheCode() throws IOException {
        assertThat(actions()).contains("connexion", "connexion-refusee", "import-aaf");
    }

    @Test
    void saysAnUnknownActionAsItIsWritten() {
        assertThat(Actes.phrase("cantine-fermee", null, null)).isEqualTo("Autre acte\u00a0: cantine fermee");
    }

    @Test
    void namesNobodyInARestriction() {
        assertThat(Famille.RESTRICTIONS.actions()).isNotEmpty();
        for (var action : Famille.RESTRICTIONS.actions()) {
            assertThat(Actes.phrase(action, "secret", "Yvan Galy")).doesNotContain("Galy", "secret");
        }
    }

    @Test
    void saysWhyAnEntryWasRefused() {
        assertThat(Actes.phrase("connexion-refusee", "suspendu", "Samira Benali"))
                .isEqualTo("Entrée refusée à Samira Benali\u00a0: ce compte est suspendu");
        assertThat(Actes.phrase("connexion-refusee", "inconnu", null)).contains("cet identifiant n’existe pas");
        assertThat(Actes.phrase("code-remis", null, null)).contains("une personne qui n’est plus là");
    }

    private static Set<String> actions() throws IOException {
        var actions = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var source = Files.readString(file);
                if (source.contains("import fr.entecole.journal.")) {
                    FACT.matcher(source).results().forEach(m -> actions.add(m.group(1)));
                }
            }
        }
        return actions;
    }
}
