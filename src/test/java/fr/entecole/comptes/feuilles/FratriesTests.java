package fr.entecole.comptes.feuilles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FratriesTests {

    private final UUID ines = UUID.randomUUID();
    private final UUID younes = UUID.randomUUID();
    private final UUID zoe = UUID.randomUUID();
    private final UUID samira = UUID.randomUUID();
    private final UUID karim = UUID.randomUUID();
    private final UUID aude = UUID.randomUUID();

    @Test
    void siblingsAreOneFamilyOnce() {
        assertThat(count(Map.of(ines, List.of(samira, karim), younes, Set.of(karim), zoe, List.of(aude))))
                .isEqualTo(2);
    }

    @Test
    void aThirdChildLinksTwo() {
        assertThat(count(Map.of(ines, List.of(samira), younes, List.of(karim)))).isEqualTo(2);
        assertThat(count(Map.of(ines, List.of(samira), younes, List.of(karim), zoe, List.of(karim, samira))))
                .isOne();
    }

    @Test
    void aChildWithoutGuardianIsAFamilyAlone() {
        assertThat(count(Map.of(ines, List.of(), zoe, List.of()))).isEqualTo(2);
        assertThat(Fratries.of(Map.of())).isEmpty();
    }

    private static int count(Map<UUID, ? extends java.util.Collection<UUID>> gardes) {
        var familles = Fratries.of(gardes);
        assertThat(familles.keySet()).isEqualTo(gardes.keySet());
        return new HashSet<>(familles.values()).size();
    }
}
