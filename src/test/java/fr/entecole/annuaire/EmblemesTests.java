package fr.entecole.annuaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.socle.Statique;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmblemesTests {

    /// What secret pictures are made of: no emblem may be one of them.
    private static final List<String> SECRETS = List.of("soleil", "lune", "etoile", "pomme", "bateau", "cle", "cadeau");

    @Test
    void hasAnAnimalForEachChildOfAFullClass() {
        assertThat(Emblemes.ANIMAUX).hasSizeGreaterThanOrEqualTo(32).doesNotHaveDuplicates();
        assertThat(Emblemes.ANIMAUX)
                .allSatisfy(nom -> assertThat(Statique.symbole("p-" + nom))
                        .startsWith("<symbol id=\"p-" + nom + "\" viewBox=\"0 0 64 64\">"));
        assertThat(Emblemes.ANIMAUX).doesNotContainAnyElementsOf(SECRETS);
    }
}
