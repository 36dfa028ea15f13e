package fr.entecole.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EntreesDeDemonstration;
import fr.entecole.socle.Decor.Personnage;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A room adds its rows to the named world without a line here.
@MondeTest
class DecorTests {

    @Autowired
    Reperes reperes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntreesDeDemonstration entrees;

    @Test
    void callsARoomOnceWhenThePeopleAreThere() {
        assertThat(DecorDEssai.SEEN).hasSize(1);
        var monde = DecorDEssai.SEEN.getFirst();
        assertThat(monde.personne("Claire Estève")).isEqualTo(reperes.personne("11", Nature.PERSONNEL, "300102"));
        assertThat(monde.personne("Léo Martin, élève de CM2"))
                .isEqualTo(reperes.personne("11", Nature.ELEVE, "500208"));
        assertThat(jdbc.sql("select personne_id from comptes.compte where id = :id")
                        .param("id", monde.compte("Pascale Calas"))
                        .query((rs, _) -> rs.getObject(1, UUID.class))
                        .single())
                .isEqualTo(monde.personne("Pascale Calas"));
        assertThat(entrees.groups().stream().flatMap(groupe -> groupe.personnes().stream()))
                .extracting(EntreesDeDemonstration.Entree::compteId)
                .containsAll(
                        monde.distribution().stream().map(Personnage::compteId).toList());
    }

    /// Whoever reads their data in a demonstration believes what it says.
    @Test
    void choosesNoPasswordBeforeTheAccount() {
        assertThat(jdbc.sql("select count(*) from comptes.compte where active_le < created_at")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void confusesNobody() {
        var monde = DecorDEssai.SEEN.getFirst();
        assertThatThrownBy(() -> monde.personne("Léo Martin")).hasMessageContaining("« Léo Martin » is 2 people");
        assertThatThrownBy(() -> monde.personne("Léo Mart")).hasMessageContaining("is 0 people");
    }
}
