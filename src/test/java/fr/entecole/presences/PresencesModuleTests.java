package fr.entecole.presences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.ModuleTest;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.CahierDAppel.Suite;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class PresencesModuleTests {

    private static final Instant MORNING = Instant.parse("2026-11-24T07:40:00Z");
    private static final LocalDate MARDI = LocalDate.of(2026, 11, 24);
    private static final List<Dit> DITS = List.of(
            Dit.PRESENT,
            Dit.PRESENT,
            Dit.ABSENT,
            Dit.NON_ATTENDU,
            Dit.RIEN,
            Dit.late(LocalTime.of(8, 50)),
            Dit.PRESENT.leaving(LocalTime.of(10, 0)));

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
        call(0, Map.of(zoe, Dit.PRESENT, nino, Dit.NON_ATTENDU));
        call(1, Map.of(zoe, Dit.NON_ATTENDU));
        for (var sql : new String[] {
            "update presences.ligne set etat = 'PRESENT' where eleve_id = '" + zoe + "'",
            "delete from presences.ligne where eleve_id = '" + zoe + "'",
            "update presences.appel set auteur = '' where auteur_id = '" + auteur.personne() + "'",
            "update presences.liste set eleves = array[gen_random_uuid()] where ecole_id = '" + quoi.ecole() + "'",
            "delete from presences.liste where ecole_id = '" + quoi.ecole() + "'"
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
        excuse(zoe);
        jdbc.sql("""
                        insert into presences.nom (ecole_id, eleve_id, annee, prenom, nom, inscrit_le)
                        values (:e, :z, 2026, 'Zoé', 'Delmas', now())
                        """).param("e", quoi.ecole()).param("z", zoe).update();
        donnees.erase(zoe);
        assertThat(cahier.feuille(quoi).dits()).containsEntry(zoe, Dit.PRESENT);
        assertThat(jdbc.sql("select count(*) from presences.excuse where eleve_id = :z")
                        .param("z", zoe)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(donnees.export(zoe)).containsKey("appels");
    }

    @Test
    void writesAListOnceAndOfARollOnlyWhoIsNotThere() {
        var autre = new Appele(quoi.ecole(), quoi.classe(), new DemiJournee(MARDI, Moment.APRES_MIDI));
        var late = Dit.late(LocalTime.of(8, 50));
        excuse(zoe);
        call(0, Map.of(zoe, Dit.PRESENT, nino, late));
        cahier.call(autre, 0, Map.of(nino, Dit.PRESENT, zoe, Dit.ABSENT), "", auteur, MORNING);
        assertThat(count("liste")).isEqualTo(1);
        assertThat(count("ligne")).as("who is late, who is absent").isEqualTo(2);
        assertThat(held(quoi)).isEqualTo(Map.of(zoe, "PRESENT", nino, "RETARD"));
        assertThat(held(autre)).isEqualTo(Map.of(zoe, "ABSENT", nino, "PRESENT"));
        var joined = UUID.randomUUID();
        var demain = new Appele(quoi.ecole(), quoi.classe(), new DemiJournee(MARDI.plusDays(1), Moment.MATIN));
        cahier.call(demain, 0, Map.of(nino, Dit.PRESENT, zoe, Dit.PRESENT, joined, Dit.PRESENT), "", auteur, MORNING);
        assertThat(count("liste")).as("the class has grown").isEqualTo(2);
        assertThat(held(quoi)).as("what was called stays").doesNotContainKey(joined);
        var rentree = new Appele(quoi.ecole(), quoi.classe(), new DemiJournee(MARDI.plusYears(1), Moment.MATIN));
        cahier.call(rentree, 0, Map.of(nino, Dit.PRESENT, zoe, Dit.PRESENT), "", auteur, MORNING);
        assertThat(count("liste")).as("a list goes with its school year").isEqualTo(3);
    }

    @Test
    void readsARollThatIsALineForEachChild() {
        jdbc.sql("""
                        insert into presences.appel (ecole_id, classe_id, jour, moment, numero, geste, auteur_id, auteur, fait_le)
                        values (:e, :c, :j, 'MATIN', 1, 'APPEL', :a, 'Claire Estève', now())
                        """)
                .param("e", quoi.ecole())
                .param("c", quoi.classe())
                .param("j", MARDI)
                .param("a", auteur.personne())
                .update();
        jdbc.sql("""
                        insert into presences.ligne (ecole_id, classe_id, jour, moment, numero, eleve_id, etat)
                        values (:e, :c, :j, 'MATIN', 1, :z, 'PRESENT'), (:e, :c, :j, 'MATIN', 1, :n, 'ABSENT')
                        """)
                .param("e", quoi.ecole())
                .param("c", quoi.classe())
                .param("j", MARDI)
                .param("z", zoe)
                .param("n", nino)
                .update();
        assertThat(cahier.feuille(quoi).dits()).isEqualTo(Map.of(zoe, Dit.PRESENT, nino, Dit.ABSENT));
        assertThat(call(1, Map.of(nino, Dit.PRESENT))).isEqualTo(Suite.ECRIT);
        assertThat(held(quoi)).isEqualTo(Map.of(zoe, "PRESENT", nino, "PRESENT"));
    }

    /// Whatever is called, corrected and taken back, the base says what a naive register says, version by version.
    @Test
    void losesNothingThatWasAcknowledgedWhateverIsWritten() {
        var chance = new Random(14);
        for (int roll = 0; roll < 40; roll++) {
            aClass();
            var pupils = Stream.generate(UUID::randomUUID).limit(6).toList();
            pupils.forEach(this::excuse);
            List<Map<UUID, Dit>> history = new ArrayList<>(List.of(Map.of()));
            for (int gesture = 0; gesture < 7; gesture++) {
                var base = cahier.feuille(quoi).numero();
                Map<UUID, Dit> naive = new HashMap<>(history.getLast());
                Suite done;
                if (base > 0 && chance.nextInt(4) == 0) {
                    done = call(base, cahier.feuille(quoi).undone());
                    naive = new HashMap<>(history.get(base - 1));
                } else {
                    Map<UUID, Dit> said = new HashMap<>();
                    pupils.stream()
                            .filter(_ -> chance.nextInt(3) > 0)
                            .forEach(eleve -> said.put(eleve, DITS.get(chance.nextInt(DITS.size()))));
                    done = call(base, said);
                    naive.putAll(said);
                    naive.values().removeIf(Dit.RIEN::equals);
                }
                if (done == Suite.ECRIT) {
                    history.add(naive);
                }
                assertThat(cahier.feuille(quoi).dits()).isEqualTo(history.getLast());
            }
            var feuille = cahier.feuille(quoi);
            for (int numero = 1; numero < history.size(); numero++) {
                assertThat(feuille.at(numero)).isEqualTo(history.get(numero));
            }
            Map<UUID, String> states = new HashMap<>();
            history.getLast()
                    .forEach((eleve, dit) -> states.put(eleve, dit.etat().name()));
            assertThat(held(quoi)).isEqualTo(states);
            states.values().removeIf(etat -> !etat.equals("ABSENT"));
            assertThat(said("absence", "'ABSENT'", quoi)).isEqualTo(states);
        }
    }

    /// Somebody has said so beforehand: nobody is to be told, who live in no school of a calendar.
    private void excuse(UUID eleve) {
        jdbc.sql("""
                        insert into presences.excuse (ecole_id, eleve_id, responsable_id, mode, motif, du, au, dite_le)
                        values (:e, :z, :n, 'ENT', 'MAL', :j, :j, now())
                        """)
                .param("e", quoi.ecole())
                .param("z", eleve)
                .param("n", nino)
                .param("j", MARDI)
                .update();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from presences." + table + " where ecole_id = :e")
                .param("e", quoi.ecole())
                .query(Integer.class)
                .single();
    }

    private Map<UUID, String> held(Appele appel) {
        return said("dernier", "etat", appel);
    }

    private Map<UUID, String> said(String view, String etat, Appele appel) {
        Map<UUID, String> held = new HashMap<>();
        jdbc.sql("""
                        select eleve_id, %s as etat from presences.%s
                         where ecole_id = :e and classe_id = :c and jour = :j and moment = :m
                        """.formatted(etat, view))
                .param("e", appel.ecole())
                .param("c", appel.classe())
                .param("j", appel.demi().jour())
                .param("m", appel.demi().moment().name())
                .query(rs -> {
                    held.put(rs.getObject("eleve_id", UUID.class), rs.getString("etat"));
                });
        held.values().removeIf("RETIRE"::equals);
        return held;
    }
}
