package fr.entecole.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.entecole.ModuleTest;
import fr.entecole.socle.Profil;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;

/// No room is left on the disk.
@ModuleTest
@TestPropertySource(properties = "ent.documents.rangement.reserve=8000000TB")
class DisquePleinTests {

    @Autowired
    Depots depots;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isSaidInWordsAndLeavesNothing() {
        var someone = Fichiers.someone(UUID.randomUUID(), Profil.PARENT);
        var id = depots.begin(someone, "a.pdf", Fichiers.PDF.length, 0).id();
        var refusal = catchThrowableOfType(DepotRefuse.class, () -> depots.append(someone, id, 0, Fichiers.PDF));
        assertThat(refusal.statut()).isEqualTo(507);
        assertThat(refusal.phrase()).contains("plus de place");
        assertThat(depots.state(someone, id).recus()).isZero();
        var form = new MockMultipartFile("fichiers", "b.pdf", null, Fichiers.PDF);
        assertThat(catchThrowableOfType(DepotRefuse.class, () -> depots.receive(someone, "b.pdf", "", form))
                        .statut())
                .isEqualTo(507);
        assertThat(jdbc.sql("select count(*)::int from documents.piece where auteur_id = :p and nom = 'b.pdf'")
                        .param("p", someone.personneId())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*)::int from documents.contenu where range_le is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
