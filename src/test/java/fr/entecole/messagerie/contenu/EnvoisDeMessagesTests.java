package fr.entecole.messagerie.contenu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.messagerie.Correspondance;
import fr.entecole.messagerie.Courrier;
import fr.entecole.messagerie.LectureDesConversations;
import fr.entecole.notifications.Besogne;
import fr.entecole.socle.contrats.Envois.Auteur;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What a stolen account has sent: Claire Estève’s to two mothers, of whom one has read it.
@MondeTest
class EnvoisDeMessagesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    EnvoisDeMessages envois;

    @Autowired
    MessagesSignalables signalables;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    LectureDesConversations lecture;

    @Autowired
    Correspondance correspondance;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    Courrier courrier;
    Visites visites;
    UUID curie;
    UUID esteve;
    UUID samira;
    UUID julie;
    UUID talk;
    UUID message;

    @BeforeEach
    void sent() {
        courrier = new Courrier(context);
        visites = courrier.empty();
        jdbc.sql("delete from notifications.depot").update();
        curie = reperes.ecole("0110358E");
        esteve = visites.personnel("11", "300102");
        samira = id("SAMIRA", "BENALI");
        julie = id("JULIE", "FERRIER");
        talk = courrier.begin(
                esteve,
                curie,
                Public.ofPersonnes(curie, List.of(samira, julie), Qui.RESPONSABLES),
                "Urgent",
                "Envoyez votre mot de passe.");
        message = courrier.last(talk);
        context.getBean("livraisons", Besogne.class).work(clock.instant().plusSeconds(5));
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        assertThat(visites.page(samira, there())).contains("mot de passe.");
    }

    @AfterEach
    void asBefore() {
        courrier.empty();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    @Test
    void saysHowFarItReachesAndWhoHasRead() {
        var reach = envois.reach(auteur(), since());
        assertThat(reach.envois()).isEqualTo(1);
        assertThat(reach.personnes()).isEqualTo(2);
        assertThat(reach.lecteurs()).containsExactly(samira);
        assertThat(envois.reach(auteur(), clock.instant().plusSeconds(60)).envois())
                .isZero();
        assertThat(envois.reach(new Auteur(UUID.randomUUID(), Set.of(samira)), since())
                        .envois())
                .isZero();
    }

    @Test
    void tellsTheWordsToTheEvidenceAndToNobodyWhoDecides() {
        assertThat(envois.sent(auteur(), since(), 10))
                .singleElement()
                .satisfies(envoi -> assertThat(envoi.temoin().texte()).contains("mot de passe"));
        assertThat(envois.one(message)).hasValueSatisfying(envoi -> {
            assertThat(envoi.temoin().texte()).isEmpty();
            assertThat(envoi.temoin().titre()).doesNotContain("Urgent");
        });
    }

    @Test
    void leavesNothingToWhoHadNotReadAndANoticeToWhoHad() {
        assertThat(envois.withdraw(List.of(message), clock.instant())).containsExactly(samira);
        assertThat(visites.page(samira, there()))
                .contains("Ce message a été retiré.")
                .doesNotContain("mot de passe.");
        assertThat(visites.get(julie, there())).hasStatus(404);
        assertThat(visites.page(julie, "/messagerie")).doesNotContain("Urgent");
        assertThat(courrier.unread(julie)).isZero();
        assertThat(envois.withdraw(List.of(message), clock.instant())).containsExactly(samira);
        assertThat(visites.page(samira, "/messagerie"))
                .contains("Ce message a été retiré.")
                .doesNotContain("Envoyez votre");
    }

    /// Whoever reads at that instant is waited for, and has read it: they are left the notice.
    @Test
    void waitsForWhoIsReadingItAndCountsThem() throws Exception {
        var read = new CountDownLatch(1);
        var withdrawing = new CountDownLatch(1);
        var lue = lecture.find(courrier.who(julie), talk, null).orElseThrow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reader = threads.submit(() -> transaction.execute(_ -> {
                correspondance.see(courrier.who(julie), lue.conversation(), clock.instant());
                read.countDown();
                await(withdrawing);
                return true;
            }));
            await(read);
            var withdrawal = threads.submit(() -> transaction.execute(_ -> {
                envois.sent(auteur(), since(), 10);
                return envois.withdraw(List.of(message), clock.instant());
            }));
            until(() -> jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                            .query(Integer.class)
                            .single()
                    > 0);
            assertThat(withdrawal.isDone()).isFalse();
            withdrawing.countDown();
            assertThat(reader.get()).isTrue();
            assertThat(withdrawal.get()).containsExactlyInAnyOrder(samira, julie);
        }
        assertThat(visites.page(julie, there()))
                .contains("Ce message a été retiré.")
                .doesNotContain("mot de passe.");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void until(BooleanSupplier said) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!said.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void isFoundByNobodyWhileItIsHeldAndDeliveredOnceItIsReleased() {
        var held = courrier.write(esteve, curie, List.of(guardians()), "Attends", "Bonjour.", false);
        jdbc.sql("update messagerie.message set remis_le = null where conversation_id = :id")
                .param("id", held)
                .update();
        var waiting = courrier.last(held);
        envois.hold(List.of(waiting, message), clock.instant());
        courrier.deliver();
        assertThat(visites.get(julie, "/messagerie/conversations/" + held)).hasStatus(404);
        assertThat(visites.get(julie, there())).hasStatus(404);
        assertThat(visites.page(esteve, there())).contains("mot de passe.");
        envois.release(waiting, clock.instant());
        envois.release(message, clock.instant());
        courrier.deliver();
        assertThat(visites.page(julie, "/messagerie/conversations/" + held)).contains("Bonjour.");
        assertThat(visites.page(julie, there())).contains("mot de passe.");
    }

    /// Whoever had read it reads that it is aside, and is led nowhere; then all is as it was, with nothing new.
    @Test
    void isInBellsAsItWasOnceItIsReleased() {
        var before = bell();
        assertThat(before).contains("Urgent", "lue");
        for (var hidden : List.of(true, false)) {
            if (hidden) {
                signalables.hide(message, clock.instant());
            } else {
                envois.hold(List.of(message), clock.instant());
            }
            var said = hidden ? "Un message caché par l’école" : "Un message mis de côté pour l’instant";
            assertThat(visites.page(samira, "/notifications"))
                    .contains(said)
                    .doesNotContain("Urgent", "retiré", "<button class=\"ent-nouvelles__geste\"");
            assertThat(visites.page(julie, "/notifications")).doesNotContain("Urgent", said);
            if (hidden) {
                signalables.show(message, clock.instant());
            } else {
                envois.release(message, clock.instant());
            }
            context.getBean("livraisons", Besogne.class).work(clock.instant().plusSeconds(5));
            new EnTantQue(context).forgetWhatThisNodeRemembers();
            assertThat(bell()).isEqualTo(before);
            assertThat(visites.page(samira, "/notifications"))
                    .contains("Urgent", "<button class=\"ent-nouvelles__geste\"")
                    .doesNotContain(said);
        }
        envois.hold(List.of(message), clock.instant());
        envois.withdraw(List.of(message), clock.instant());
        assertThat(visites.page(samira, "/notifications"))
                .contains("Un message qui a été retiré")
                .doesNotContain("mis de côté");
    }

    /// A conversation has one line: it comes back once nothing of it is hidden any more.
    @Test
    void isInBellsOnceNothingOfItsConversationIsHidden() {
        assertThat(visites.post(esteve, there() + "/messages", "texte", "Et votre code."))
                .hasStatus(303);
        courrier.deliver();
        var second = courrier.last(talk);
        signalables.hide(second, clock.instant());
        signalables.hide(message, clock.instant());
        signalables.show(second, clock.instant());
        assertThat(told()).as("the first is hidden still").isFalse();
        signalables.show(message, clock.instant());
        assertThat(told()).isTrue();
        assertThat(aside()).isZero();
    }

    /// What was told anew since stands; what was aside says again what it said.
    @Test
    void leavesNothingAsideWhereAnotherMessageHasCome() {
        signalables.hide(message, clock.instant());
        assertThat(aside()).isPositive();
        assertThat(visites.post(esteve, there() + "/messages", "texte", "Pardon, oubliez cela."))
                .hasStatus(303);
        courrier.deliver();
        signalables.show(message, clock.instant());
        assertThat(aside()).isZero();
        assertThat(told()).isTrue();
    }

    private long aside() {
        return jdbc.sql("select count(*) from notifications.depot where titre_avant is not null")
                .query(Long.class)
                .single();
    }

    /// All that stands in the bells of both mothers.
    private String bell() {
        return jdbc.sql("""
                        select string_agg(concat_ws(' ', l.id, l.nee_le, case when l.lue_le is null then 'neuve' else 'lue' end,
                                                    l.retiree_le, d.titre, d.annule_le), ' / ' order by l.id)
                          from notifications.ligne l join notifications.depot d on d.id = l.depot_id
                         where d.sorte = 'message' and l.personne_id in (:samira, :julie)
                        """)
                .param("samira", samira)
                .param("julie", julie)
                .query(String.class)
                .single();
    }

    @Test
    void saysToWhoDecidesWhomItIsForAndNothingElse() {
        assertThat(envois.one(message))
                .hasValueSatisfying(envoi ->
                        assertThat(envoi.temoin().titre()).isEqualTo("Un message à Samira Benali, Julie Ferrier"));
    }

    @Test
    void neverLeavesOnceItIsDropped() {
        var held = courrier.write(esteve, curie, List.of(guardians()), "Attends", "Bonjour.", true);
        envois.drop(courrier.last(held), clock.instant());
        courrier.deliver();
        assertThat(visites.get(julie, "/messagerie/conversations/" + held)).hasStatus(404);
    }

    @Test
    void isReportedByItsReadersAloneAndHiddenFromThem() {
        assertThat(signalables.find(courrier.who(samira), message)).hasValueSatisfying(vise -> {
            assertThat(vise.auteur()).isEqualTo(esteve);
            assertThat(vise.ecole()).isEqualTo(curie);
        });
        assertThat(signalables.find(courrier.who(esteve), message)).isEmpty();
        assertThat(signalables.find(courrier.who(id("KARIM", "BENALI")), message))
                .isEmpty();
        assertThat(signalables.witness(message))
                .hasValueSatisfying(temoin -> assertThat(temoin.texte()).contains("mot de passe"));
        assertThat(signalables.readers(message)).hasValue(1);
        assertThat(told()).isTrue();
        signalables.hide(message, clock.instant());
        assertThat(visites.get(samira, there())).hasStatus(404);
        assertThat(told()).as("its subject in the bells").isFalse();
        signalables.show(message, clock.instant());
        assertThat(told()).isTrue();
        assertThat(visites.page(samira, there())).contains("mot de passe.");
        assertThat(visites.get(samira, "/signaler/message/" + message)).hasStatusOk();
    }

    private boolean told() {
        return jdbc.sql("""
                        select exists (select 1 from notifications.depot
                                        where sorte = 'message' and chose = :talk and annule_le is null)
                        """).param("talk", talk).query(Boolean.class).single();
    }

    private Public guardians() {
        return Public.ofPersonnes(curie, List.of(samira, julie), Qui.RESPONSABLES);
    }

    private Auteur auteur() {
        return new Auteur(UUID.randomUUID(), Set.of(esteve));
    }

    private Instant since() {
        return clock.instant().minus(Duration.ofHours(1));
    }

    private String there() {
        return "/messagerie/conversations/" + talk;
    }

    private UUID id(String prenom, String nom) {
        return jdbc.sql("""
                        select id from annuaire.responsable
                         where annuaire.cle(prenom) = annuaire.cle(:prenom) and annuaire.cle(nom) = annuaire.cle(:nom)
                        """)
                .param("prenom", prenom)
                .param("nom", nom)
                .query(UUID.class)
                .single();
    }
}
