package fr.entecole.liaison.reponses;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.liaison.Concernes.Enfant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttenteTests {

    private static final UUID ECOLE = UUID.randomUUID();
    private static final UUID CLASSE = UUID.randomUUID();

    private final Enfant ines = child(ECOLE, CLASSE);
    private final Enfant younes = child(ECOLE, UUID.randomUUID());

    @Test
    void awaitsNothingForAChildWhomItIsNotFor() {
        assertThat(of("CLASSE.RESPONSABLES." + CLASSE).awaits(List.of(younes))).isFalse();
        assertThat(of("ELEVES.RESPONSABLES." + ines.id()).awaits(List.of(younes)))
                .isFalse();
        assertThat(of("CLASSE.ELEVES." + CLASSE).awaits(List.of(ines))).isFalse();
        assertThat(of("ECOLE.RESPONSABLES." + ECOLE).awaits(List.of(child(UUID.randomUUID(), CLASSE))))
                .isFalse();
        assertThat(of("ECOLE.RESPONSABLES." + ECOLE).awaits(List.of())).isFalse();
    }

    @Test
    void awaitsOneAnswerForEachChild() {
        for (var cle : List.of(
                "CLASSE.RESPONSABLES." + CLASSE, "ELEVES.RESPONSABLES." + ines.id(), "ECOLE.RESPONSABLES." + ECOLE)) {
            assertThat(of(cle).awaits(List.of(younes, ines))).as(cle).isTrue();
            assertThat(of(cle, ines.id(), younes.id()).awaits(List.of(younes, ines)))
                    .as(cle)
                    .isFalse();
        }
        assertThat(of("ECOLE.RESPONSABLES." + ECOLE, ines.id()).awaits(List.of(ines, younes)))
                .isTrue();
    }

    @Test
    void awaitsOneAnswerOfAGroupWhoeverIsInIt() {
        assertThat(of("GROUPE.RESPONSABLES." + UUID.randomUUID()).awaits(List.of(ines)))
                .isTrue();
        assertThat(of("GROUPE.RESPONSABLES." + UUID.randomUUID(), younes.id()).awaits(List.of(ines, younes)))
                .isFalse();
    }

    private static Attente of(String cle, UUID... dites) {
        return new Attente(UUID.randomUUID(), ECOLE, Set.of(cle), Set.of(dites), dites.length > 0);
    }

    private static Enfant child(UUID ecole, UUID classe) {
        return new Enfant(UUID.randomUUID(), ecole, "Un enfant", "Un", Set.of(classe));
    }
}
