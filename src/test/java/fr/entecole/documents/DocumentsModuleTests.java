package fr.entecole.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.entecole.ModuleTest;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class DocumentsModuleTests {

    @Autowired
    Documents documents;

    @Autowired
    Depots depots;

    Utilisateur someone = Fichiers.someone(UUID.randomUUID(), Profil.ENSEIGNANT);

    @Test
    void attachesAndTakesAwayWithoutItsNeighbours() {
        var chose = UUID.randomUUID();
        var depot = Fichiers.sent(depots, someone, "a.pdf", Fichiers.PDF);
        documents.attach(someone, SalleDEssai.SALLE, chose, UUID.randomUUID(), List.of(depot));
        assertThat(documents.of(SalleDEssai.SALLE, List.of(chose)).get(chose))
                .extracting(PieceJointe::nom, PieceJointe::type)
                .containsExactly(tuple("a.pdf", "application/pdf"));
        documents.withdraw(SalleDEssai.SALLE, chose);
        assertThat(documents.of(SalleDEssai.SALLE, List.of(chose))).isEmpty();
    }

    @Test
    void attachesNothingForARoomThatSaysNotWhoMayRead() {
        var depot = Fichiers.sent(depots, someone, "a.pdf", Fichiers.PDF);
        assertThatThrownBy(() ->
                        documents.attach(someone, "grenier", UUID.randomUUID(), UUID.randomUUID(), List.of(depot)))
                .hasMessageContaining("LectureDePieces");
    }
}
