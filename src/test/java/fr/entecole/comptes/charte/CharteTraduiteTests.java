package fr.entecole.comptes.charte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.socle.langue.Langue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The charter of families is read in another language, and agreed to in French.
class CharteTraduiteTests {

    private static final Path LIVREES = Path.of("src/main/resources/chartes/2026-09-01");

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ca", "en", "es", "oc", "pt", "tr", "uk"})
    void saysEachRuleInTheLanguageOfItsReader(String code) throws IOException {
        var langue = Langue.of(code).orElseThrow();
        for (var file : List.of("parent.txt", "eleve-cycle-1-2.txt")) {
            var francais = CorpsDeCharte.parse(Files.readString(LIVREES.resolve(file)));
            var own = francais.in(langue).orElseThrow();
            assertThat(own.titre()).isEqualTo(langue.say(francais.titre())).isNotEqualTo(francais.titre());
            assertThat(own.articles()).hasSameSizeAs(francais.articles());
            for (int i = 0; i < own.articles().size(); i++) {
                var one = francais.articles().get(i);
                assertThat(own.articles().get(i).image()).isEqualTo(one.image());
                assertThat(own.articles().get(i).titre()).isNotEqualTo(one.titre());
                assertThat(own.articles().get(i).liste())
                        .hasSameSizeAs(one.liste())
                        .filteredOn(one.liste()::contains)
                        .isEmpty();
            }
        }
    }

    /// Half a charter in another language would be worse than none.
    @Test
    void staysInFrenchAsSoonAsARuleHasChanged() throws IOException {
        var arabe = Langue.of("ar").orElseThrow();
        var livree = Files.readString(LIVREES.resolve("parent.txt"));
        assertThat(CorpsDeCharte.parse(livree + "\n## [info] Une règle de la région\n")
                        .in(arabe))
                .isEmpty();
        assertThat(CorpsDeCharte.parse(livree.replace("Je reste courtois", "Je reste poli"))
                        .in(arabe))
                .isEmpty();
        assertThat(CorpsDeCharte.parse(livree).in(Langue.FRANCAIS)).isEmpty();
    }
}
