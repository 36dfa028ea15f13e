package fr.entecole.surete.arrets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.Redaction;
import fr.entecole.messagerie.Courrier;
import fr.entecole.notifications.Besogne;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.surete.Palier;
import fr.entecole.surete.Pauses;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// The account of Claire Estève, teacher of the CM1, stolen: Samira Benali has read what it sent, Karim has not.
@MondeTest
class CompteVoleWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    CahierDeLiaison cahier;

    @Autowired
    Comptes comptes;

    @Autowired
    Retraits retraits;

    @Autowired
    TravailDesRetraits travail;

    @Autowired
    Pauses pauses;

    @Autowired
    Utilisateurs utilisateurs;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    Visites visites;
    UUID esteve;
    UUID castans;
    UUID pages;
    UUID samira;
    UUID karim;
    UUID florence;

    @BeforeEach
    void nothingIsStopped() {
        for (var sql : List.of(
                "delete from surete.arret",
                "delete from liaison.mot",
                "delete from notifications.depot",
                "delete from comptes.session")) {
            jdbc.sql(sql).update();
        }
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        visites = new Visites(context);
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        pages = visites.personnel("11", "300103");
        samira = responsable("SAMIRA", "BENALI");
        karim = responsable("KARIM", "BENALI");
        florence = jdbc.sql("select id from annuaire.agent where profil = 'ADMINISTRATEUR' order by id limit 1")
                .query(UUID.class)
                .single();
    }

    // --- who stops -----------------------------------------------------------------------------------------------

    @Test
    void isStoppedByTheHeadOfItsSchoolAndTheRegionAndByNobodyElse() {
        var path = "/surete/personnes/" + esteve;
        for (var who : List.of(samira, pages, visites.personnel("11", "300114"), visites.eleve("500101"))) {
            assertThat(visites.get(who, path)).hasStatus(404);
            assertThat(visites.post(who, path, "depuis", "JOUR", "motif", "x")).hasStatus(404);
        }
        assertThat(visites.get(castans, "/surete/personnes/" + castans))
                .as("nobody about themself")
                .hasStatus(404);
        assertThat(count("surete.arret")).isZero();
        assertThat(visites.page(castans, path)).contains("Arrêter le compte de Claire Estève");
        assertThat(visites.page(florence, path)).contains("Arrêter le compte de Claire Estève");
        assertThat(visites.post(castans, path, "depuis", "JOUR")).hasStatus(422);
        stop(castans, esteve);
        assertThat(count("surete.arret")).isOne();
        assertThat(stop(florence, esteve)).as("twice is once").isEqualTo(stop(castans, esteve));
    }

    @Test
    void ofAHeadIsTheRegionsAlone() {
        assertThat(visites.get(pages, "/surete/personnes/" + castans)).hasStatus(404);
        var arret = stop(florence, castans);
        assertThat(jdbc.sql("select ecole_id::text from surete.arret")
                        .query(String.class)
                        .single())
                .isEqualTo("00000000-0000-0000-0000-000000000000");
        assertThat(visites.page(castans, "/surete/arrets/" + arret)).contains("Vos envois sont en pause");
        assertThat(visites.post(castans, "/surete/arrets/" + arret + "/reouverture", "geste", "erreur"))
                .as("who is stopped does not undo it")
                .hasStatus(404);
    }

    // --- what stops ----------------------------------------------------------------------------------------------

    @Test
    void endsItsStaysStopsItsSendingAndLeavesItsReading() {
        var before = new EnTantQue(context).personne(esteve);
        assertThat(jdbc.sql("select count(*) from comptes.session")
                        .query(Integer.class)
                        .single())
                .isOne();
        stop(castans, esteve);
        assertThat(jdbc.sql("select count(*) from comptes.session where compte_id = :c")
                        .param("c", comptes.ofPersonne(esteve).orElseThrow())
                        .query(Integer.class)
                        .single())
                .as("of " + before.getName())
                .isZero();
        var refused = visites.post(
                esteve, "/liaison/mots", "titre", "Sortie", "texte", "Nous irons au musée vendredi.", "pour", "x");
        assertThat(refused).hasStatus(423);
        assertThat(Visites.words(refused))
                .contains("Vos envois sont en pause", "Ce n’est pas une faute", "Nous irons au musée vendredi.");
        for (var path : List.of(
                "/agenda/evenements",
                "/cahierdetextes/classes/" + reperes.classe("11", "514") + "/travaux",
                "/liaison/mots/" + UUID.randomUUID() + "/relance")) {
            assertThat(visites.post(esteve, path)).as(path).hasStatus(423);
        }
        for (var path : List.of("/", "/liaison", "/agenda", "/liaison/nouveau")) {
            assertThat(visites.get(esteve, path)).as(path).hasStatusOk();
        }
        assertThat(visites.page(esteve, "/")).contains("Vos envois sont en pause");
        assertThat(visites.post(castans, "/liaison/mots"))
                .as("nobody else is stopped")
                .hasStatus(422);
    }

    @Test
    void keepsTheDraftsOfWhoIsStopped() {
        stop(castans, esteve);
        var kept = visites.post(
                esteve,
                "/redaction/brouillons",
                "lieu",
                "liaison.nouveau",
                "champ.titre",
                "Sortie",
                "champ.texte",
                "<p>Au musée</p>");
        assertThat(kept.getResponse().getStatus()).isBetween(200, 399);
        assertThat(visites.page(esteve, "/liaison/nouveau")).contains("Au musée");
    }

    // --- how far it went, and back -------------------------------------------------------------------------------

    @Test
    void hidesAtOnceWhatItSentAndSaysHowFarItWent() {
        var mot = mot("Menace");
        assertThat(visites.get(samira, "/liaison/mots/" + mot)).hasStatusOk();
        var arret = stop(castans, esteve);
        for (var who : List.of(samira, karim)) {
            assertThat(visites.get(who, "/liaison/mots/" + mot)).hasStatus(404);
            assertThat(visites.page(who, "/liaison")).doesNotContain("Menace");
        }
        assertThat(visites.page(castans, "/surete/arrets/" + arret))
                .contains("un mot de l’école", "pour 42 personnes, une avait lu", "Samira Benali")
                .doesNotContain("Menace");
        assertThat(visites.statements(castans, "/surete/arrets/" + arret)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void leavesItsNotesToThoseWhoReopenIt() {
        var mot = mot("Menace");
        var arret = stop(castans, esteve);
        assertThat(visites.post(esteve, "/liaison/mots/" + mot + "/retrait")).hasStatus(423);
        assertThat(jdbc.sql("select retire_le is null from liaison.mot where id = :id")
                        .param("id", mot)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(visites.page(esteve, "/surete/arrets/" + arret))
                .contains("Pour un mot de l’école, la direction ou la région en décide avec vous.");
    }

    @Test
    void takesBackWhatNobodyReadAndPutsANoticeInThePlaceOfWhatWasRead() {
        var mot = mot("Menace");
        deliver();
        assertThat(visites.get(samira, "/liaison/mots/" + mot)).hasStatusOk();
        var arret = stop(castans, esteve);
        assertThat(visites.get(samira, "/surete/retraits/" + arret))
                .as("not yet")
                .hasStatus(404);
        assertThat(withdraw(castans, arret)).hasStatus(303);
        deliver();
        var gone = visites.get(samira, "/liaison/mots/" + mot);
        assertThat(gone).hasStatus(410);
        assertThat(Visites.words(gone))
                .contains("Il venait d’un compte volé", "3018")
                .doesNotContain("Menace", "Estève");
        assertThat(visites.page(samira, "/surete/retraits/" + arret)).contains("n’y est pour rien");
        assertThat(visites.page(samira, "/notifications"))
                .contains("il venait d’un compte volé")
                .doesNotContain("Menace");
        assertThat(visites.page(karim, "/notifications")).doesNotContain("Menace", "compte volé");
        assertThat(visites.get(karim, "/surete/retraits/" + arret)).hasStatus(404);
        assertThat(jdbc.sql("select contenu from signalement.preuve where dossier_id = :id")
                        .param("id", arret)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("Menace", "Ce qu’il dit.");
        assertThat(visites.page(castans, "/surete/arrets/" + arret)).contains("Tout est retiré depuis");
    }

    /// A message, of a conversation: hidden at once from who has it open, then a notice for them, nothing for others.
    @Test
    void takesBackAMessageFromWhoHasReadItAndFromWhoHasNot() {
        var talk = message();
        deliver();
        var there = "/messagerie/conversations/" + talk;
        assertThat(visites.page(samira, there)).contains("Ce qu’il demande.");
        var arret = stop(castans, esteve);
        for (var who : List.of(samira, karim)) {
            assertThat(visites.get(who, there)).hasStatus(404);
            for (var path : List.of("/messagerie", "/notifications", "/")) {
                assertThat(visites.page(who, path)).as(path).doesNotContain("Menace", "Ce qu’il demande");
            }
        }
        assertThat(visites.page(castans, "/surete/arrets/" + arret))
                .contains("un message", "pour 2 personnes, une avait lu", "Samira Benali")
                .doesNotContain("Menace", "Ce qu’il demande");
        assertThat(visites.page(castans, "/surete/arrets/" + arret + "/retrait"))
                .as("not even what would be taken back")
                .containsPattern("Un envoi va être retiré|envois vont être retirés")
                .contains("Un message à Karim Benali, Samira Benali")
                .doesNotContain("Menace", "Ce qu’il demande");
        assertThat(withdraw(castans, arret)).hasStatus(303);
        deliver();
        assertThat(visites.page(samira, there))
                .contains("Ce message a été retiré.", "Il venait d’un compte volé", "3018")
                .doesNotContain("Ce qu’il demande");
        assertThat(visites.get(karim, there)).hasStatus(404);
        assertThat(visites.page(karim, "/messagerie")).doesNotContain("Menace");
        assertThat(jdbc.sql("select contenu from signalement.preuve where dossier_id = :id")
                        .param("id", arret)
                        .query(String.class)
                        .list())
                .anyMatch(preuve -> preuve.contains("Menace") && preuve.contains("Ce qu’il demande."));
        assertThat(visites.page(florence, "/journal"))
                .contains(
                        "Pause des envois : Claire Estève", "Retrait de ce que ce compte avait envoyé : Claire Estève")
                .doesNotContain("Menace", "Ce qu’il demande");
    }

    /// The summary of the day had said that there was a message, and nothing of it: whoever follows it afterwards finds
    /// the notice where they had read, and nothing at all where they had not.
    @Test
    void leavesNothingOfAMessageBehindTheMailThatHadToldOfIt() {
        var talk = message();
        deliver();
        summary(karim);
        context.getBean("resumes", Besogne.class).work(clock.instant().plusSeconds(5));
        assertThat(letters())
                .singleElement()
                .asString()
                .contains("Un message pour vous", "/notifications")
                .doesNotContain("Menace", "Ce qu’il demande", "Estève", talk.toString());
        var arret = stop(castans, esteve);
        assertThat(withdraw(castans, arret)).hasStatus(303);
        deliver();
        assertThat(visites.page(karim, "/notifications")).doesNotContain("Menace", "Ce qu’il demande", "Estève");
        assertThat(visites.get(karim, "/messagerie/conversations/" + talk)).hasStatus(404);
        assertThat(visites.page(karim, "/messagerie")).doesNotContain("Menace", "Ce message a été retiré");
        context.getBean("resumes", Besogne.class).work(clock.instant().plusSeconds(10));
        assertThat(letters()).as("no second letter").hasSize(1);
    }

    private List<String> letters() {
        return jdbc.sql("select e::text from courriel.envoi e where destinataire = 'karim@example.org'")
                .query(String.class)
                .list();
    }

    /// To Samira and Karim Benali.
    private UUID message() {
        var courrier = new Courrier(context);
        courrier.empty();
        var ecole = reperes.ecole("0110358E");
        return courrier.begin(
                esteve,
                ecole,
                Public.ofPersonnes(ecole, List.of(samira, karim), Qui.RESPONSABLES),
                "Menace",
                "Ce qu’il demande.");
    }

    @Test
    void waitsForWhoIsReadingAtThatInstantAndCountsThem() throws Exception {
        var mot = mot("Menace");
        var read = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reader = threads.submit(() -> transaction.execute(_ -> {
                cahier.read(mot, 1, karim, List.of(karim), clock.instant());
                read.countDown();
                await(stopped);
                return true;
            }));
            await(read);
            var stop = threads.submit(() -> stop(castans, esteve));
            until(() -> jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                            .query(Integer.class)
                            .single()
                    > 0);
            assertThat(stop.isDone()).isFalse();
            stopped.countDown();
            assertThat(reader.get()).isTrue();
            assertThat(visites.page(castans, "/surete/arrets/" + stop.get())).contains("une avait lu", "Karim Benali");
        }
    }

    /// The summary is being made while the account is stopped: it says how many things there are, never which, and once
    /// both are done nothing of it is left to tell.
    @Test
    void leavesASummaryThatIsMadeMeanwhileWithoutAWordOfIt() throws Exception {
        mot("Menace");
        deliver();
        summary(karim);
        var hidden = new CountDownLatch(1);
        var made = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stopping = threads.submit(() -> transaction.execute(_ -> {
                var arret = stop(castans, esteve);
                hidden.countDown();
                await(made);
                return arret;
            }));
            await(hidden);
            var making = threads.submit(() -> {
                context.getBean("resumes", Besogne.class).work(clock.instant().plusSeconds(5));
                return true;
            });
            until(() -> making.isDone()
                    || jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                                    .query(Integer.class)
                                    .single()
                            > 0);
            made.countDown();
            assertThat(making.get()).isTrue();
            assertThat(stopping.get()).isNotNull();
        }
        assertThat(lines(karim)).isZero();
        assertThat(jdbc.sql("select e::text from courriel.envoi e where destinataire = 'karim@example.org'")
                        .query(String.class)
                        .list())
                .hasSizeLessThanOrEqualTo(1)
                .noneMatch(letter -> letter.contains("Menace") || letter.contains("Estève"));
        jdbc.sql("update notifications.resume set depuis = now() - interval '1 hour', prochain_le = now()")
                .update();
        jdbc.sql("delete from courriel.envoi where destinataire = 'karim@example.org'")
                .update();
        context.getBean("resumes", Besogne.class).work(clock.instant().plusSeconds(5));
        assertThat(jdbc.sql("select count(*) from courriel.envoi where destinataire = 'karim@example.org'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesNothingForTheSummaryThatIsMadeAfterwardsAndSaysWhatMailThatIsGoneHasSaid() {
        mot("Menace");
        deliver();
        summary(karim);
        assertThat(lines(karim)).as("what the summary would tell").isOne();
        var arret = stop(castans, esteve);
        assertThat(lines(karim)).isZero();
        assertThat(visites.page(castans, "/surete/arrets/" + arret))
                .contains("Les courriels déjà partis ne disaient rien du contenu");
        assertThat(withdraw(castans, arret)).hasStatus(303);
        context.getBean("resumes", Besogne.class).work(clock.instant().plusSeconds(5));
        assertThat(jdbc.sql("select count(*) from courriel.envoi where destinataire = 'karim@example.org'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isStoppedOnANodeThatHearsItFromAnother() {
        var utilisateur =
                utilisateurs.of(comptes.ofPersonne(esteve).orElseThrow(), null).orElseThrow();
        assertThat(pauses.of(utilisateur)).isEqualTo(Palier.TOUT);
        jdbc.sql("""
                        with a as (insert into surete.arret
                                          (ecole_id, compte_id, personne_id, depuis, par, motif, arrete_le)
                                   values (:ecole, :compte, :personne, now(), 'REGION', 'Volé', now()) returning id)
                        insert into surete.palier (ecole_id, arret_id, palier, des_le, pose_le)
                        select :ecole, id, 'RIEN', now(), now() from a
                        """)
                .param("ecole", reperes.ecole("0110358E"))
                .param("compte", utilisateur.compteId())
                .param("personne", esteve)
                .update();
        until(() -> pauses.of(utilisateur) == Palier.RIEN);
    }

    @Test
    void goesOnWithAWithdrawalThatWasKilledAndDoesItOnce() {
        for (int i = 0; i < 5; i++) {
            mot("Menace " + i);
        }
        assertThat(visites.get(samira, "/liaison")).hasStatusOk();
        var arret = stop(castans, esteve);
        jdbc.sql("update surete.arret set retrait_le = arrete_le").update();
        assertThat(retraits.lot(arret)).as("one lot, then the node dies").isTrue();
        assertThat(travail.run()).containsEntry("comptes", 1L);
        assertThat(travail.run()).containsEntry("comptes", 0L);
        assertThat(count("surete.retrait")).isEqualTo(5);
        assertThat(jdbc.sql("select count(*) from signalement.preuve where dossier_id = :id")
                        .param("id", arret)
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(jdbc.sql("select count(*) from liaison.mot where retire_le is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesToOneNodeWhatAnotherIsDoing() throws Exception {
        mot("Menace");
        var arret = stop(castans, esteve);
        jdbc.sql("update surete.arret set retrait_le = arrete_le").update();
        try (var other = context.getBean(DataSource.class).getConnection()) {
            other.setAutoCommit(false);
            try (var held = other.createStatement()) {
                held.execute("select 1 from surete.arret for update");
                assertThat(retraits.lot(arret)).as("another node has it").isFalse();
                assertThat(count("surete.retrait")).isZero();
            }
            other.rollback();
        }
        assertThat(retraits.lot(arret)).isTrue();
    }

    // --- reopened ------------------------------------------------------------------------------------------------

    @Test
    void showsEverythingAgainWhenItWasAMistake() {
        var mot = mot("Sortie au musée");
        var arret = stop(castans, esteve);
        assertThat(visites.get(karim, "/liaison/mots/" + mot)).hasStatus(404);
        assertThat(visites.post(castans, "/surete/arrets/" + arret + "/reouverture", "geste", "erreur"))
                .hasStatus(303);
        atAnyHour();
        assertThat(visites.get(karim, "/liaison/mots/" + mot)).hasStatusOk();
        assertThat(visites.post(esteve, "/liaison/mots")).as("it sends again").hasStatus(422);
        assertThat(withdraw(castans, arret)).hasStatus(303);
        assertThat(visites.get(karim, "/liaison/mots/" + mot))
                .as("nothing is taken back of an account that was reopened")
                .hasStatusOk();
    }

    /// What was read stays read, at its hour; nothing is told a second time.
    @Test
    void leavesBellsAsTheyWereWhenItWasAMistake() {
        var lu = mot("La sortie");
        mot("Le goûter");
        deliver();
        assertThat(visites.get(samira, "/liaison/mots/" + lu)).hasStatusOk();
        var before = bell();
        assertThat(before).contains("La sortie", "Le goûter", "lue", "neuve");
        var arret = stop(castans, esteve);
        assertThat(visites.page(samira, "/notifications"))
                .contains("Un mot mis de côté pour l’instant")
                .doesNotContain("La sortie", "Le goûter", "retiré");
        assertThat(visites.post(castans, "/surete/arrets/" + arret + "/reouverture", "geste", "erreur"))
                .hasStatus(303);
        deliver();
        assertThat(bell()).isEqualTo(before);
        assertThat(visites.page(samira, "/notifications"))
                .contains("La sortie", "Le goûter")
                .doesNotContain("mis de côté", "retiré");
        assertThat(visites.page(castans, "/surete/arrets/" + arret))
                .contains("Tout est rouvert : ce compte envoie à nouveau")
                .doesNotContain("par étapes");
    }

    /// What stands in the bell of Samira Benali of mots.
    private String bell() {
        return jdbc.sql("""
                        select string_agg(concat_ws(' ', l.id, l.nee_le, case when l.lue_le is null then 'neuve' else 'lue' end,
                                                    l.retiree_le, d.titre, d.annule_le), ' / ' order by l.id)
                          from notifications.ligne l join notifications.depot d on d.id = l.depot_id
                         where d.sorte = 'mot-de-liaison' and l.personne_id = :samira
                        """).param("samira", samira).query(String.class).single();
    }

    @Test
    void isReopenedByStepsOnceItsPasswordHasChangedAndNotBefore() {
        var arret = stop(castans, esteve);
        var early = visites.post(castans, "/surete/arrets/" + arret + "/reouverture", "geste", "etapes");
        assertThat(early).hasStatus(422);
        assertThat(Visites.words(early)).contains("Redonnez d’abord un accès");
        comptes.renew(comptes.ofPersonne(esteve).orElseThrow());
        assertThat(visites.post(castans, "/surete/arrets/" + arret + "/reouverture", "geste", "etapes"))
                .hasStatus(303);
        assertThat(visites.page(esteve, "/surete/arrets/" + arret)).contains("Vos envois repartent");
        var many = publish();
        assertThat(many).hasStatus(422);
        assertThat(Visites.words(many)).contains("Votre compte vient d’être rouvert", "5 personnes au plus");
        assertThat(visites.page(florence, "/journal")).contains("Réouverture des envois : Claire Estève");
        later(2);
        assertThat(publish()).hasStatus(303);
    }

    @Test
    void closesTheDoorWhereTheHeadSaysSo() {
        var compte = comptes.ofPersonne(esteve).orElseThrow();
        new EnTantQue(context).givePassword(compte, "une phrase de passe assez longue");
        var path = "/surete/personnes/" + esteve;
        var vu = Visites.hidden(visites.page(castans, path), "vu");
        assertThat(visites.post(castans, path, "depuis", "JOUR", "motif", "Volé", "entree", "false", "vu", vu))
                .hasStatus(303);
        assertThat(jdbc.sql("select mot_de_passe is null from comptes.compte where id = :id")
                        .param("id", compte)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    // --- its holder ----------------------------------------------------------------------------------------------

    @Test
    void isStoppedByItsHolderWhoCannotUndoItAndTheHeadIsTold() {
        var mot = mot("Menace");
        assertThat(visites.page(esteve, "/mon-compte")).contains("Ce n’était pas moi");
        assertThat(visites.page(esteve, "/surete/pas-moi")).contains("Ce n’était pas vous");
        assertThat(notMe()).hasStatus(303);
        var arret = jdbc.sql("select id from surete.arret").query(UUID.class).single();
        assertThat(visites.get(karim, "/liaison/mots/" + mot)).hasStatus(404);
        assertThat(visites.page(esteve, "/surete/arrets/" + arret))
                .contains("Vos envois sont en pause, votre compte est protégé", "Deux choses à faire");
        for (var geste : List.of("/retrait", "/reouverture")) {
            assertThat(visites.post(esteve, "/surete/arrets/" + arret + geste)).hasStatus(404);
        }
        deliver();
        assertThat(visites.page(castans, "/notifications")).contains("Quelqu’un dit que son compte a été volé");
        assertThat(visites.page(castans, "/")).contains("Un compte arrêté");
    }

    @Test
    void isToldThatItIsStoppedAlreadyAndIsNotAskedTwice() {
        assertThat(notMe()).hasRedirectedUrl("/connexion?sortie=arrete");
        assertThat(visites.page(esteve, "/surete/pas-moi"))
                .contains("C’est déjà arrêté")
                .doesNotContain("C’était moi");
        assertThat(visites.page(esteve, "/mon-compte"))
                .contains("C’est déjà arrêté")
                .doesNotContain("href=\"/surete/pas-moi\"");
    }

    @Test
    void showsWhatWouldBeTakenBackAndLetsTheHeadChooseSinceWhen() {
        var mot = mot("Menace");
        assertThat(notMe()).hasStatus(303);
        var arret = jdbc.sql("select id from surete.arret").query(UUID.class).single();
        var path = "/surete/arrets/" + arret;
        assertThat(visites.get(samira, path + "/retrait")).hasStatus(404);
        assertThat(visites.post(samira, path + "/depuis", "depuis", "HEURE")).hasStatus(404);
        assertThat(visites.page(castans, path)).contains("Voir ce qui serait retiré");
        assertThat(visites.page(castans, path + "/retrait"))
                .contains("Menace", "Un envoi va être retiré", "Retirer tout cela");
        jdbc.sql("update surete.arret set arrete_le = arrete_le + interval '2 hours'")
                .update();
        assertThat(visites.post(castans, path + "/depuis", "depuis", "HEURE")).hasStatus(303);
        assertThat(visites.page(castans, path + "/retrait")).doesNotContain("Menace", "Retirer tout cela");
        atAnyHour();
        assertThat(visites.get(karim, "/liaison/mots/" + mot))
                .as("its holder's after all")
                .hasStatusOk();
        assertThat(visites.post(castans, path + "/depuis", "depuis", "SEMAINE")).hasStatus(303);
        assertThat(visites.page(castans, path + "/retrait")).contains("Menace");
        assertThat(visites.get(samira, "/liaison/mots/" + mot)).hasStatus(404);
    }

    @Test
    void readsTheStopBeforeWriting() {
        stop(castans, esteve);
        for (var path : List.of("/liaison/nouveau", "/messagerie/nouveau")) {
            assertThat(visites.page(esteve, path))
                    .as(path)
                    .contains("Vos envois sont en pause")
                    .doesNotContain("id=\"ecrire\"");
        }
    }

    // --- said yes to -------------------------------------------------------------------------------------------

    @Test
    void isNotStoppedByAFormThatWasNotReadNorByOneThatHasChangedSince() {
        var path = "/surete/personnes/" + esteve;
        var blind = visites.post(castans, path, "depuis", "JOUR", "motif", "Compte volé");
        assertThat(blind).hasStatus(422);
        assertThat(Visites.words(blind))
                .contains("Relisez ce qui va s’arrêter", "Arrêter le compte de Claire Estève", "Compte volé");
        var vu = Visites.hidden(visites.page(castans, path), "vu");
        jdbc.sql("""
                        insert into surete.appareil (compte_id, personne_id, empreinte, premier, vu_le, entre_le)
                        values (:compte, :personne, 'marque', false, now(), now())
                        """)
                .param("compte", comptes.ofPersonne(esteve).orElseThrow())
                .param("personne", esteve)
                .update();
        var moved = visites.post(castans, path, "depuis", "JOUR", "motif", "Compte volé", "vu", vu);
        assertThat(moved).hasStatus(422);
        assertThat(Visites.words(moved)).contains("Ce compte est entré sur un nouvel appareil");
        assertThat(visites.post(esteve, "/surete/pas-moi")).hasStatus(422);
        assertThat(visites.post(esteve, "/surete/pas-moi", "vu", vu)).hasStatus(422);
        assertThat(count("surete.arret")).isZero();
        jdbc.sql("delete from surete.appareil where empreinte = 'marque'").update();
    }

    @Test
    void takesNothingBackThatWasNotShownFirst() {
        mot("Menace");
        var arret = stop(castans, esteve);
        var path = "/surete/arrets/" + arret + "/retrait";
        var blind = visites.post(castans, path);
        assertThat(blind).hasStatus(422);
        assertThat(Visites.words(blind)).contains("Relisez ce qui va être retiré", "Menace");
        var vu = Visites.hidden(visites.page(castans, path), "vu");
        mot("Une autre menace");
        var moved = visites.post(castans, path, "vu", vu);
        assertThat(moved).as("there are two by now").hasStatus(422);
        assertThat(Visites.words(moved)).contains("2 envois vont être retirés");
        assertThat(jdbc.sql("select count(*) from surete.arret where retrait_le is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(withdraw(castans, arret)).hasStatus(303);
    }

    // --- journal -------------------------------------------------------------------------------------------------

    @Test
    void writesWhoDidWhatAndNothingOfWhatWasSent() {
        mot("Menace");
        var arret = stop(castans, esteve);
        assertThat(withdraw(castans, arret)).hasStatus(303);
        assertThat(jdbc.sql("select action from journal.fait where action in ('compte-arrete', 'envois-retires')")
                        .query(String.class)
                        .list())
                .contains("compte-arrete", "envois-retires");
        assertThat(jdbc.sql("select count(*) from journal.fait where details::text like '%Menace%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private UUID stop(UUID par, UUID personne) {
        var path = "/surete/personnes/" + personne;
        var vu = Visites.hidden(visites.page(par, path), "vu");
        var answer = visites.post(par, path, "depuis", "JOUR", "motif", "Compte volé", "vu", vu);
        assertThat(answer).hasStatus(303);
        return UUID.fromString(answer.getResponse().getRedirectedUrl().replaceFirst(".*/", ""));
    }

    /// What is shown again reaches people at the hours of the school: as if they had come.
    private void atAnyHour() {
        jdbc.sql("update liaison.mot set visible_le = least(visible_le, now())").update();
    }

    /// An address, and an hour that has come.
    private void summary(UUID personne) {
        jdbc.sql("delete from notifications.adresse where courriel = 'karim@example.org'")
                .update();
        jdbc.sql("delete from courriel.envoi where destinataire = 'karim@example.org'")
                .update();
        jdbc.sql("""
                        with k as (select c.id, c.personne_id from comptes.compte c where c.personne_id = :personne),
                        a as (insert into notifications.adresse
                                     (compte_id, personne_id, courriel, created_at, expire_le, verifiee_le)
                              select id, personne_id, 'karim@example.org', now(), now(), now() from k)
                        insert into notifications.resume (compte_id, personne_id, heure, depuis, prochain_le)
                        select id, personne_id, 18, now() - interval '1 hour', now() from k
                        on conflict (compte_id) do update set depuis = excluded.depuis, prochain_le = excluded.prochain_le
                        """).param("personne", personne).update();
    }

    private MvcTestResult withdraw(UUID par, UUID arret) {
        var path = "/surete/arrets/" + arret + "/retrait";
        return visites.post(par, path, "vu", Visites.hidden(Visites.words(visites.get(par, path)), "vu"));
    }

    private MvcTestResult notMe() {
        return visites.post(
                esteve, "/surete/pas-moi", "vu", Visites.hidden(visites.page(esteve, "/surete/pas-moi"), "vu"));
    }

    private MvcTestResult publish() {
        return visites.post(
                esteve,
                "/liaison/mots",
                "titre",
                "Sortie",
                "texte",
                "Nous irons au musée.",
                "pour",
                familles().code());
    }

    private Public familles() {
        return Public.ofClasse(reperes.ecole("0110358E"), reperes.classe("11", "514"), Qui.RESPONSABLES);
    }

    private UUID mot(String titre) {
        var now = clock.instant().minus(Duration.ofMinutes(5));
        return cahier.publish(
                new Redaction(List.of(familles()), false, titre, TexteRiche.of("<p>Ce qu’il dit.</p>"), now),
                new Auteur(comptes.ofPersonne(esteve).orElseThrow(), esteve),
                now);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier said) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!said.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void deliver() {
        context.getBean("livraisons", Besogne.class).work(clock.instant().plusSeconds(5));
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    /// As days later.
    private void later(int days) {
        jdbc.sql("update surete.palier set des_le = des_le - make_interval(days => :days)")
                .param("days", days)
                .update();
        jdbc.sql("update surete.arret set fini_le = fini_le - make_interval(days => :days)")
                .param("days", days)
                .update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private int lines(UUID personne) {
        return jdbc.sql("""
                        select count(*) from notifications.ligne
                         where personne_id = :personne and lue_le is null and retiree_le is null
                        """).param("personne", personne).query(Integer.class).single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private UUID responsable(String prenom, String nom) {
        return jdbc.sql(
                        "select id from annuaire.responsable where upper(prenom) = :prenom and upper(nom) = :nom limit 1")
                .param("prenom", prenom)
                .param("nom", nom)
                .query(UUID.class)
                .single();
    }
}
