package fr.entecole.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.CahierDeLiaison.Propos;
import fr.entecole.liaison.CahierDeLiaison.Redite;
import fr.entecole.liaison.CahierDeLiaison.Suite;
import fr.entecole.redaction.TexteRiche;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class LiaisonModuleTests {

    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    private UUID ecole;
    private Auteur auteur;
    private Public pour;

    @Autowired
    CahierDeLiaison cahier;

    @Autowired
    LiaisonDonneesPersonnelles donnees;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anAuthorAndAClass() {
        ecole = UUID.randomUUID();
        auteur = new Auteur(UUID.randomUUID(), UUID.randomUUID());
        pour = Public.ofClasse(ecole, UUID.randomUUID(), Qui.RESPONSABLES);
    }

    @Test
    void makesOneMotOfTheSameWordsSentTwice() {
        var first = publish("Bottes", NOON);
        assertThat(publish("Bottes", NOON.plusSeconds(5))).isEqualTo(first);
        assertThat(publish("Bonnet", NOON)).isNotEqualTo(first);
        assertThat(publish("Bottes", NOON.plus(Duration.ofDays(1)))).isNotEqualTo(first);
    }

    @Test
    void publishesAgainWhatWasTakenBack() {
        var first = publish("Bottes", NOON);
        assertThat(cahier.withdraw(mot(first), auteur, NOON)).isTrue();
        assertThat(publish("Bottes", NOON)).isNotEqualTo(first);
    }

    @Test
    void takesBackNothingThatHasBeenRead() {
        var id = publish("Bottes", NOON);
        read(id, UUID.randomUUID(), NOON);
        assertThat(cahier.withdraw(mot(id), auteur, NOON)).isFalse();
        assertThat(count("select count(*) from liaison.mot where id = ? and retire_le is null", id))
                .isOne();
    }

    @Test
    void readsNothingThatWasTakenBack() {
        var id = publish("Bottes", NOON);
        cahier.withdraw(mot(id), auteur, NOON);
        read(id, UUID.randomUUID(), NOON);
        assertThat(count("select count(*) from liaison.lecture where mot_id = ?", id))
                .isZero();
    }

    @Test
    void keepsTheFirstInstantOfAReading() {
        var id = publish("Bottes", NOON);
        var reader = UUID.randomUUID();
        read(id, reader, NOON);
        read(id, reader, NOON.plusSeconds(60));
        assertThat(jdbc.sql("select lu_le from liaison.lecture where personne_id = :id")
                        .param("id", reader)
                        .query((rs, _) -> LectureDesMots.instant(rs, "lu_le"))
                        .list())
                .containsExactly(NOON);
    }

    @Test
    void addsAVersionOnlyWhereSomethingChanges() {
        var id = publish("Bottes", NOON);
        assertThat(correct(id, 1, "Il en faut.", NOON, false)).isEqualTo(Suite.INCHANGE);
        assertThat(correct(id, 1, "Il en faut deux.", NOON, false)).isEqualTo(Suite.CORRIGE);
        assertThat(correct(id, 1, "Il en faut trois.", NOON, false)).isEqualTo(Suite.DEPASSE);
        assertThat(count("select count(*) from liaison.version where mot_id = ?", id))
                .isEqualTo(2);
    }

    /// Whatever the hour at which it is corrected, nobody has a version before the mot itself.
    @Test
    void deliversNoCorrectionBeforeTheMot() {
        var tomorrow = NOON.plus(Duration.ofDays(1));
        var id = cahier.publish(
                new Redaction(List.of(pour), false, "Bottes", TexteRiche.of("Il en faut."), tomorrow), auteur, NOON);
        correct(id, 1, "Il en faut deux.", NOON, true);
        assertThat(due(id)).containsExactly(tomorrow);
        assertThat(jdbc.sql("select distinct visible_le from liaison.version where mot_id = :id")
                        .param("id", id)
                        .query((rs, _) -> LectureDesMots.instant(rs, "visible_le"))
                        .list())
                .containsExactly(tomorrow);
    }

    /// The hour is asked for an instant before the row is written: within delivery hours, it is then past.
    @Test
    void isDeliveredAtOnceAndNeverBeforeItIsWritten() {
        var id = cahier.publish(
                new Redaction(List.of(pour), false, "Tout de suite", TexteRiche.of("Il en faut."), NOON.minusMillis(3)),
                auteur,
                NOON);
        assertThat(jdbc.sql("select visible_le from liaison.mot where id = :id")
                        .param("id", id)
                        .query((rs, _) -> LectureDesMots.instant(rs, "visible_le"))
                        .single())
                .isEqualTo(NOON);
    }

    @Test
    void forgetsWhoWroteAndWhoReadAndTheMotToOneChild() {
        var child = UUID.randomUUID();
        var reader = UUID.randomUUID();
        var mine = Public.ofEleves(ecole, List.of(child), Qui.RESPONSABLES);
        var alone = cahier.publish(
                new Redaction(List.of(mine), true, "Cahier", TexteRiche.of("Oublié."), NOON), auteur, NOON);
        var all = publish("Bottes", NOON);
        read(all, reader, NOON);
        assertThat(donnees.export(child)).containsKey("adresses");
        assertThat(donnees.export(reader)).containsKey("lectures");
        donnees.erase(List.of(child, reader, auteur.personne()));
        assertThat(count("select count(*) from liaison.mot where id = ?", alone))
                .isZero();
        assertThat(count("select count(*) from liaison.mot where id = ? and auteur_id is null", all))
                .isOne();
        assertThat(count("select count(*) from liaison.lecture where personne_id = ?", reader))
                .isZero();
    }

    @Test
    void purgesWhatIsPastItsTerm() {
        var old = Instant.parse("2024-05-14T10:00:00Z");
        var id = publish("Il y a longtemps", old);
        var recent = publish("De cette année", NOON);
        donnees.purge();
        assertThat(count("select count(*) from liaison.mot where id = ?", id)).isZero();
        assertThat(count("select count(*) from liaison.version where mot_id = ?", id))
                .isZero();
        assertThat(count("select count(*) from liaison.mot where id = ?", recent))
                .isOne();
    }

    /// One instant for the mot and for the bells.
    @Test
    void ringsBellsAtTheInstantOfTheMot() {
        var tomorrow = NOON.plus(Duration.ofDays(1));
        var id = cahier.publish(
                new Redaction(List.of(pour), true, "Bottes", TexteRiche.of("Il en faut."), tomorrow), auteur, NOON);
        assertThat(due(id)).containsExactly(tomorrow);
        assertThat(correct(id, 1, "Il en faut deux.", NOON, false)).isEqualTo(Suite.CORRIGE);
        assertThat(due(id)).containsExactly(tomorrow);
        cahier.withdraw(mot(id), auteur, NOON);
        assertThat(due(id)).as("taken back").isEmpty();
    }

    @Test
    void ringsOnceMoreForACorrectionOnlyWhereItsAuthorAsks() {
        var id = publish("Bottes", NOON);
        var evening = NOON.plus(Duration.ofHours(5));
        correct(id, 1, "Il en faut deux.", evening, false);
        assertThat(due(id)).containsExactly(NOON);
        correct(id, 2, "Il en faut trois.", evening, true);
        assertThat(due(id)).containsExactly(evening);
        assertThat(jdbc.sql("select visible_le from liaison.version where mot_id = :mot and numero = 3")
                        .param("mot", id)
                        .query((rs, _) -> LectureDesMots.instant(rs, "visible_le"))
                        .single())
                .isEqualTo(evening);
    }

    private Suite correct(UUID id, int base, String texte, Instant visible, boolean again) {
        return cahier.correct(
                id, base, new Propos("Bottes", TexteRiche.of(texte)), auteur, NOON, visible, new Redite(again, false));
    }

    /// When bells are to ring for it.
    private List<Instant> due(UUID mot) {
        return jdbc.sql("""
                        select r.due_le from notifications.depot d join notifications.remise r on r.depot_id = d.id
                         where d.chose = :mot and d.annule_le is null and r.annulee_le is null
                        """)
                .param("mot", mot)
                .query((rs, _) -> LectureDesMots.instant(rs, "due_le"))
                .list();
    }

    private UUID publish(String titre, Instant at) {
        return cahier.publish(new Redaction(List.of(pour), false, titre, TexteRiche.of("Il en faut."), at), auteur, at);
    }

    private void read(UUID mot, UUID reader, Instant at) {
        cahier.read(mot, 1, reader, List.of(reader), at);
    }

    private Mot mot(UUID id) {
        return MotTests.mot(id, ecole, auteur.personne(), List.of(pour), NOON, NOON);
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Integer.class).single();
    }
}
