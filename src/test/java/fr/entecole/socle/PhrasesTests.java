package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhrasesTests {

    @Test
    void dropsTheEBeforeAVowel() {
        assertThat(Phrases.de("Zoé")).isEqualTo("de Zoé");
        assertThat(Phrases.de("Inès, CM1")).isEqualTo("d’Inès, CM1");
        assertThat(Phrases.de("Élodie")).isEqualTo("d’Élodie");
        assertThat(Phrases.de("")).isEqualTo("de ");
    }
}
