package fr.entecole.presences;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.notifications.Besogne;
import fr.entecole.socle.AnneeScolaire;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From the roll to the bell: a child is missing and nobody had said so. Each guardian in force has it in their bell,
/// in the queue of letters and in that of their telephone, in the same instant, whatever the delivery hours.
@MondeTest
class DeLAppelALaClocheTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Calendriers calendriers;

    @Autowired
    CahierDAppel cahier;

    @Autowired
    Comptes comptes;

    @Autowired
    List<Besogne> besognes;

    @Autowired
    Clock clock;

    private Visites visites;
    private UUID curie;
    private UUID cm1;
    private UUID esteve;
    private UUID ines;
    private UUID samira;
    private UUID karim;
    private DemiJournee demi;
    private Instant now;

    /// A morning of this year that nobody has called, ten minutes after it began; news of the school waits for 18 h.
    @BeforeEach
    void aMorningOfASchoolWhoseNewsComesInTheEvening() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        ines = visites.eleve("500101");
        samira = visites.responsable("700101");
        karim = visites.responsable("700102");
        for (var table : List.of("notifications.depot", "notifications.adresse", "notifications.abonnement")) {
            jdbc.sql("delete from " + table).update();
        }
        var today = LocalDate.now(clock);
        demi = calendriers.of(curie).demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1)).stream()
                .filter(d -> d.moment() == Moment.MATIN)
                .filter(d -> cahier.feuille(new Appele(curie, cm1, d)).numero() == 0)
                .reduce((_, last) -> last)
                .orElseThrow();
        now = demi.jour()
                .atTime(calendriers.of(curie).classe(demi).orElseThrow().debut().plusMinutes(10))
                .atZone(Calendrier.PARIS)
                .toInstant();
        jdbc.sql("""
                        insert into calendrier.remise (ecole_id, effet, ouvre, ferme, vacances, feries, created_at)
                        values (:ecole, :effet, time '18:00', time '20:00', true, true, :now)
                        """)
                .param("ecole", curie)
                .param("effet", demi.jour())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from calendrier.remise where ecole_id = :ecole")
                .param("ecole", curie)
                .update();
        jdbc.sql("delete from presences.excuse where responsable_id is not null")
                .update();
        jdbc.sql("delete from annuaire.restriction where preuve = 'essai'").update();
    }

    @Test
    void reachesEachGuardianAtOnceInTheirBellTheirMailAndOnTheirTelephone() {
        for (var guardian : List.of(samira, karim)) {
            writesTo(guardian);
            rings(guardian);
        }
        assertThat(calendriers.of(curie).isDelivered(now)).as("delivery hours").isFalse();
        call(Map.of(ines, Dit.ABSENT));
        deliver(now);
        assertThat(bells()).containsExactlyInAnyOrder(samira, karim);
        assertThat(jdbc.sql("select nee_le from notifications.ligne")
                        .query(Instant.class)
                        .list())
                .containsOnly(now);
        assertThat(jdbc.sql("select destinataire from courriel.envoi where etat = 'A_ENVOYER'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(samira + "@example.org", karim + "@example.org");
        assertThat(jdbc.sql("""
                                select a.personne_id from notifications.envoi e
                                  join notifications.abonnement a on a.id = e.abonnement_id where e.fini_le is null
                                """).query(UUID.class).list()).containsExactlyInAnyOrder(samira, karim);
    }

    @Test
    void tellsNobodyWhoIsKeptOut() {
        jdbc.sql("""
                        insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le)
                        values (:eleve, :responsable, :depuis, 'essai', clock_timestamp())
                        """)
                .param("eleve", ines)
                .param("responsable", karim)
                .param("depuis", demi.jour().minusDays(1))
                .update();
        call(Map.of(ines, Dit.ABSENT));
        deliver(now);
        assertThat(bells()).containsExactly(samira);
    }

    /// Nora is in foster care: whom she lives with is told, the body that answers for her has no bell and is
    /// telephoned.
    @Test
    void tellsAFosterCarerAndNoBody() {
        var nora = visites.eleve("500210");
        var salles = visites.responsable("700264");
        new EnTantQue(context).account(salles);
        jdbc.sql("update comptes.compte set active_le = coalesce(active_le, now()) where personne_id = :p")
                .param("p", salles)
                .update();
        var classe = jdbc.sql("select classe_id from annuaire.inscrit where eleve_id = :e")
                .param("e", nora)
                .query(UUID.class)
                .single();
        var hers = new Appele(reperes.ecole("0341406U"), classe, demi);
        assertThat(cahier.call(hers, 0, Map.of(nora, Dit.ABSENT), "", auteur(), now))
                .isEqualTo(CahierDAppel.Suite.ECRIT);
        deliver(now);
        assertThat(bells()).containsExactly(salles);
    }

    @Test
    void waitsForDeliveryHoursOnceTheHalfDaysAreOver() {
        now = demi.jour().atTime(17, 30).atZone(Calendrier.PARIS).toInstant();
        call(Map.of(ines, Dit.ABSENT));
        deliver(now);
        assertThat(bells()).isEmpty();
        deliver(demi.jour().atTime(18, 0).atZone(Calendrier.PARIS).toInstant());
        assertThat(bells()).containsExactlyInAnyOrder(samira, karim);
    }

    /// A roll of 25 costs as much as one of two; each child who is missing, what one piece of news costs.
    @Test
    void costsAsManyStatementsAsThereAreMissingChildrenAndNotOneMoreForThoseWhoAreThere() {
        var enfants = jdbc.sql("select eleve_id from annuaire.inscrit where classe_id = :classe order by eleve_id")
                .param("classe", cm1)
                .query(UUID.class)
                .list();
        var all = new HashMap<UUID, Dit>();
        enfants.forEach(id -> all.put(id, Dit.PRESENT));
        var calme = ComptageSql.during(() -> call(all));
        assertThat(calme).as("a roll of %d", enfants.size()).hasSizeLessThanOrEqualTo(10);
        all.put(enfants.getFirst(), Dit.ABSENT);
        all.put(enfants.getLast(), Dit.ABSENT);
        var afternoon = new DemiJournee(demi.jour(), Moment.APRES_MIDI);
        var two = ComptageSql.during(() -> call(afternoon, all));
        assertThat(two.size() - calme.size())
                .as("who announced, the school's hours and telephone, then three a child")
                .isLessThanOrEqualTo(3 + 2 * 3);
    }

    private void call(Map<UUID, Dit> dits) {
        call(demi, dits);
    }

    private void call(DemiJournee when, Map<UUID, Dit> dits) {
        assertThat(cahier.call(new Appele(curie, cm1, when), 0, dits, "", auteur(), now))
                .isEqualTo(CahierDAppel.Suite.ECRIT);
    }

    private Auteur auteur() {
        return new Auteur(UUID.randomUUID(), esteve, "Claire Estève");
    }

    private void deliver(Instant when) {
        besognes.stream().filter(b -> b.nom().equals("livraisons")).forEach(b -> b.work(when));
    }

    private List<UUID> bells() {
        return jdbc.sql("""
                        select l.personne_id from notifications.ligne l join notifications.depot d on d.id = l.depot_id
                         where d.sorte = 'absence-a-expliquer'
                        """).query(UUID.class).list();
    }

    private void writesTo(UUID personne) {
        jdbc.sql("""
                        insert into notifications.adresse (compte_id, personne_id, courriel, created_at, expire_le, verifiee_le)
                        values (:compte, :personne, :courriel, now(), now(), now())
                        """)
                .param("compte", comptes.ofPersonne(personne).orElseThrow())
                .param("personne", personne)
                .param("courriel", personne + "@example.org")
                .update();
    }

    private void rings(UUID personne) {
        jdbc.sql("""
                        insert into notifications.abonnement (compte_id, personne_id, adresse, cle, secret, nom, abonne_le)
                        values (:compte, :personne, :adresse, :cle, :secret, 'Téléphone', now())
                        """)
                .param("compte", comptes.ofPersonne(personne).orElseThrow())
                .param("personne", personne)
                .param("adresse", "https://push.example.org/" + personne)
                .param("cle", new byte[65])
                .param("secret", new byte[16])
                .update();
    }
}
