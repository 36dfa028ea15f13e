package fr.entecole.presences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.ModuleTest;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.CahierDAppel.Suite;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class PresencesModuleTests {

    private static final Instant MORNING = Instant.parse("2026-11-24T07:40:00Z");
    private static final LocalDate MARDI = LocalDate.of(2026, 11, 24);

    @Autowired
    CahierDAppel cahier;

    @Autowired
    PresencesDonneesPersonnelles donnees;

    @Autowired
    JdbcClient jdbc;

    private Appele quoi;
    private UUID zoe;
    private UUID nino;
    private Auteur auteur;

    @BeforeEach
    void aClass() {
        quoi = new Appele(UUID.randomUUID(), UUID.randomUUID(), new DemiJournee(MARDI, Moment.MATIN));
        zoe = UUID.randomUUID();
        nino = UUID.randomUUID();
        auteur = new Auteur(UUID.randomUUID(), UUID.randomUUID(), "Claire Estève");
    }

    private Suite call(int base, Map<UUID, Dit> dits) {
        return cahier.call(quoi, base, dits, "", auteur, MORNING);
    }

    @Test
    void changesAndDeletesNothingThatWasSaid() {
        call(0, Map.of(zoe, Dit.PRESENT));
        for (var sql : new String[] {
            "update presences.ligne set etat = 'PRESENT' where eleve_id = '" + zoe + "'",
            "delete from presences.ligne where eleve_id = '" + zoe + "'",
            "update presences.appel set auteur = '' where auteur_id = '" + auteur.personne() + "'"
        }) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("append-only");
        }
    }

    @Test
    void refusesAVersionThatHasBeenPassed() {
        assertThat(call(0, Map.of(zoe, Dit.PRESENT, nino, Dit.PRESENT))).isEqualTo(Suite.ECRIT);
        assertThat(call(0, Map.of(zoe, Dit.NON_ATTENDU))).isEqualTo(Suite.DEPASSE);
        assertThat(call(0, Map.of(zoe, Dit.PRESENT))).isEqualTo(Suite.INCHANGE);
        assertThat(call(1, Map.of(zoe, Dit.NON_ATTENDU))).isEqualTo(Suite.ECRIT);
        assertThat(cahier.feuille(quoi).dits()).containsEntry(nino, Dit.PRESENT);
    }

    @Test
    void keepsTheRegisterWhenAPersonIsForgottenAndNothingElse() {
        call(0, Map.of(zoe, Dit.PRESENT));
        jdbc.sql("""
                        insert into presences.excuse (ecole_id, eleve_id, responsable_id, mode, motif, du, au, dite_le)
                        values (:e, :z, :n, 'ENT', 'MAL', :j, :j, now())
                        """)
                .param("e", quoi.ecole())
                .param("z", zoe)
                .param("n", nino)
                .param("j", MARDI)
                .update();
        donnees.erase(zoe);
        assertThat(cahier.feuille(quoi).dits()).containsEntry(zoe, Dit.PRESENT);
        assertThat(jdbc.sql("select count(*) from presences.excuse where eleve_id = :z")
                        .param("z", zoe)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(donnees.export(zoe)).containsKey("appels");
    }
}
