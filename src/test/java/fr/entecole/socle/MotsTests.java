package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MotsTests {

    @Test
    void dropsTheEBeforeAVowel() {
        assertThat(Mots.de("Zoé")).isEqualTo("de Zoé");
        assertThat(Mots.de("Inès, CM1")).isEqualTo("d’Inès, CM1");
        assertThat(Mots.de("Élodie")).isEqualTo("d’Élodie");
        assertThat(Mots.de("")).isEqualTo("de ");
    }
}
