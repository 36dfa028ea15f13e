package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdressePubliqueTests {

    @Test
    void makesLinksThatLeaveTheInstallation() {
        assertThat(new AdressePublique("https://ent.example.org").lien("/connexion"))
                .isEqualTo("https://ent.example.org/connexion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ent.example.org", "https://ent.example.org/", "javascript://x/y", ""})
    void refusesWhatIsNotOne(String adresse) {
        assertThatThrownBy(() -> new AdressePublique(adresse)).hasMessageContaining("sans chemin");
    }
}
