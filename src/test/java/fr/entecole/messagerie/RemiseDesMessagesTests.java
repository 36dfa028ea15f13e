package fr.entecole.messagerie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.comptes.ComptesReunis;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Dates;
import fr.entecole.socle.DonneesPersonnelles;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// What becomes of a message between its writing and its readers.
@MondeTest
class RemiseDesMessagesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Correspondance correspondance;

    @Autowired
    RemiseDesMessages remise;

    @Autowired
    RondeDesMessages ronde;

    @Autowired
    LectureDesConversations lecture;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    List<DonneesPersonnelles> donnees;

    @Autowired
    Clock clock;

    Courrier courrier;
    Visites visites;
    UUID curie;
    UUID classe;
    UUID esteve;
    UUID samira;
    UUID ines;

    @BeforeEach
    void people() {
        courrier = new Courrier(context);
        visites = courrier.empty();
        curie = reperes.ecole("0110358E");
        classe = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        samira = id("annuaire.responsable", "SAMIRA", "BENALI");
        ines = id("annuaire.eleve", "INES", "BENALI");
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from annuaire.restriction where preuve = 'essai'").update();
        courrier.empty();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    // --- hours ------------------------------------------------------------------------------------------------------

    @Test
    void waitsForTheHoursOfTheSchoolAndSaysUntilWhen() {
        var evening = evening();
        var talk = write(esteve, families(), evening);
        assertThat(remise.deliver(courrier.last(talk), evening)).isFalse();
        assertThat(courrier.unread(samira)).isZero();
        assertThat(visites.get(samira, there(talk))).hasStatus(404);
        var due = due(talk);
        assertThat(due.atZone(Calendrier.PARIS).getHour()).isEqualTo(7);
        assertThat(visites.page(esteve, there(talk))).contains("Sera remis", "à 7 h", "Annuler l’envoi");
        assertThat(remise.deliver(courrier.last(talk), due.minusMillis(1))).isFalse();
        assertThat(remise.deliver(courrier.last(talk), due)).isTrue();
        assertThat(visites.page(samira, there(talk))).contains("Bonjour.");
    }

    @Test
    void isNeverDeliveredOnceItsAuthorHasChangedTheirMind() {
        var talk = write(esteve, families(), evening());
        done(visites.post(esteve, "/messagerie/messages/" + courrier.last(talk) + "/annulation"));
        courrier.deliver();
        assertThat(courrier.unread(samira)).isZero();
        assertThat(visites.get(samira, there(talk))).hasStatus(404);
    }

    /// Sunday 28 March and 25 October 2027: the night has 23 hours, then 25.
    @Test
    void keepsTheHourOfTheSchoolWhenTheClockChanges() {
        for (var night : List.of("2027-03-27T21:30", "2027-10-30T21:30")) {
            var written = LocalDateTime.parse(night).atZone(Calendrier.PARIS).toInstant();
            var due = correspondance.delivery(curie, written).atZone(Calendrier.PARIS);
            assertThat(due.getHour()).isEqualTo(7);
            assertThat(due.toInstant()).isAfter(written);
        }
    }

    // --- who --------------------------------------------------------------------------------------------------------

    @Test
    void asksWhoIsMeantWhenItIsDeliveredNotWhenItIsWritten() {
        var talk = write(esteve, families(), evening());
        keepOut(samira, ines);
        courrier.deliver();
        assertThat(inside(talk)).doesNotContain(samira);
        assertThat(inside(talk)).contains(id("annuaire.responsable", "JULIE", "FERRIER"));
    }

    /// A group whose members change between the evening and the morning: who has left it finds nothing, who has joined
    /// it does.
    @Test
    void reachesWhoIsInTheGroupWhenItIsDelivered() {
        var groupe = jdbc.sql("""
                        insert into annuaire.groupe (structure_id, academie, libelle) values (:ecole, '11', 'Chorale')
                        returning id
                        """).param("ecole", curie).query(UUID.class).single();
        var julie = id("annuaire.responsable", "JULIE", "FERRIER");
        var hers = jdbc.sql("select eleve_id from annuaire.lien where responsable_id = :id limit 1")
                .param("id", julie)
                .query(UUID.class)
                .single();
        join(groupe, ines);
        try {
            var talk = write(esteve, Public.ofGroupe(curie, groupe, Qui.RESPONSABLES), evening());
            jdbc.sql("update annuaire.eleve_groupe set fini_le = current_date where groupe_id = :groupe")
                    .param("groupe", groupe)
                    .update();
            join(groupe, hers);
            courrier.deliver();
            assertThat(inside(talk)).contains(julie).doesNotContain(samira);
            assertThat(visites.get(samira, there(talk))).hasStatus(404);
            join(groupe, ines);
            assertThat(visites.get(samira, there(talk)))
                    .as("whoever joins later does not find what was written before")
                    .hasStatus(404);
        } finally {
            jdbc.sql("delete from annuaire.eleve_groupe where groupe_id = :groupe")
                    .param("groupe", groupe)
                    .update();
            jdbc.sql("delete from annuaire.groupe where id = :groupe")
                    .param("groupe", groupe)
                    .update();
            new EnTantQue(context).forgetWhatThisNodeRemembers();
        }
    }

    private void join(UUID groupe, UUID eleve) {
        jdbc.sql("""
                        insert into annuaire.eleve_groupe (eleve_id, groupe_id, depuis) values (:eleve, :groupe, current_date)
                        on conflict (eleve_id, groupe_id, depuis) do update set fini_le = null
                        """).param("eleve", eleve).param("groupe", groupe).update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    @Test
    void neverReachesWhoIsKeptOutNorWhoIsNamedAndGoesAway() {
        var yvan = id("annuaire.responsable", "YVAN", "GALY");
        var talk = write(esteve, families(), evening());
        var named = write(esteve, Public.ofPersonnes(curie, List.of(samira), Qui.RESPONSABLES), evening());
        keepOut(samira, ines);
        courrier.deliver();
        assertThat(inside(talk)).doesNotContain(yvan);
        assertThat(visites.get(samira, there(named))).hasStatus(404);
    }

    @Test
    void reachesATeacherOfTwoSchoolsInEachAndATeacherWhoHasLeftInNeither() {
        var faure = jdbc.sql("select id from annuaire.personnel where upper(nom) = 'FAURE' limit 1")
                .query(UUID.class)
                .single();
        var schools = jdbc.sql("select ecole_id from annuaire.equipe where personne_id = :id")
                .param("id", faure)
                .query(UUID.class)
                .list();
        assertThat(schools).hasSize(2);
        for (var ecole : schools) {
            var head = jdbc.sql("select personnel_id from annuaire.dirige where ecole_id = :id limit 1")
                    .param("id", ecole)
                    .query(UUID.class)
                    .optional();
            head.filter(h -> !h.equals(faure)).ifPresent(h -> {
                var talk = courrier.begin(h, ecole, Public.ofEcole(ecole, Qui.EQUIPE), "Réunion", "Jeudi.");
                assertThat(visites.page(faure, there(talk))).contains("Jeudi.");
            });
        }
        var curieTalk = courrier.begin(
                visites.personnel("11", "300101"), curie, Public.ofEcole(curie, Qui.EQUIPE), "Réunion", "Mardi.");
        assertThat(visites.get(faure, there(curieTalk))).hasStatus(404);
    }

    @Test
    void stopsReachingAFamilyWhoseChildHasLeftTheSchool() {
        var talk = courrier.begin(esteve, curie, named(), "Les lunettes", "Elles sont là.");
        var structure = jdbc.sql("select structure_id from annuaire.eleve where id = :id")
                .param("id", ines)
                .query(UUID.class)
                .optional();
        assertThat(structure).isPresent();
        jdbc.sql("update annuaire.eleve set structure_id = :ailleurs where id = :id")
                .param("ailleurs", reperes.ecole("0110357D"))
                .param("id", ines)
                .update();
        try {
            new EnTantQue(context).forgetWhatThisNodeRemembers();
            assertThat(visites.page(samira, there(talk))).contains("Elles sont là.", "On ne peut plus répondre ici");
            assertThat(visites.post(esteve, there(talk) + "/messages", "texte", "Bonjour"))
                    .hasStatus(404);
        } finally {
            jdbc.sql("update annuaire.eleve set structure_id = :ecole where id = :id")
                    .param("ecole", structure.get())
                    .param("id", ines)
                    .update();
        }
    }

    @Test
    void putsAConversationOnceIntoTheBoxOfTwoNumbersThatBecomeOnePerson() {
        var nunez = jdbc.sql(
                        "select id from annuaire.responsable where annuaire.cle(nom) = annuaire.cle('NUNEZ') and annuaire.cle(prenom) = annuaire.cle('DAVID')")
                .query(UUID.class)
                .list();
        assertThat(nunez).hasSize(2);
        var talk = courrier.begin(esteve, curie, named(), "Les lunettes", "Elles sont là.");
        nunez.forEach(personne -> jdbc.sql("""
                        insert into messagerie.participant
                               (conversation_id, personne_id, ecole_id, nature, eleves, dernier_le, non_lus)
                        select conversation_id, :personne, ecole_id, nature, eleves, dernier_le, 1
                          from messagerie.participant where conversation_id = :talk and personne_id = :samira
                        """)
                .param("personne", personne)
                .param("talk", talk)
                .param("samira", samira)
                .update());
        var as = new EnTantQue(context);
        var first = as.account(nunez.getFirst());
        var second = as.account(nunez.getLast());
        jdbc.sql("update comptes.compte set rejoint_id = :a, rejoint_le = clock_timestamp() where id = :b")
                .param("a", first)
                .param("b", second)
                .update();
        try {
            context.publishEvent(new ComptesReunis(first, second));
            assertThat(inside(talk).stream().filter(nunez::contains)).hasSize(1);
        } finally {
            jdbc.sql("update comptes.compte set rejoint_id = null, rejoint_le = null where id = :b")
                    .param("b", second)
                    .update();
        }
    }

    // --- once -------------------------------------------------------------------------------------------------------

    @Test
    void isDeliveredOnceByTwoNodesThatDoItTogether() throws Exception {
        var talks = IntStream.range(0, 5)
                .mapToObj(_ -> write(esteve, families(), evening()))
                .toList();
        jdbc.sql("update messagerie.message set remettre_le = '2000-01-01'").update();
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var node : nodes.invokeAll(IntStream.range(0, 4)
                    .mapToObj(_ -> (Callable<Integer>) ronde::deliverDue)
                    .toList())) {
                node.get();
            }
        }
        ronde.deliverDue();
        assertThat(courrier.unread(samira)).isEqualTo(talks.size());
        assertThat(jdbc.sql("select count(*) from notifications.depot where sorte = 'message' and chose = any(:ids)")
                        .param("ids", talks.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(talks.size());
    }

    @Test
    void deliversManyAnswersInTheStatementsOfOne() {
        var talks = talks(30);
        answers();
        assertThat(ComptageSql.during(ronde::deliverDue)).hasSizeLessThanOrEqualTo(15);
        assertThat(courrier.unread(samira)).isEqualTo(2 * talks.size());
        assertThat(told(talks)).isEqualTo(talks.size());
    }

    @Test
    void deliversEachOfTheAnswersThatWaitInOneConversation() {
        var talks = talks(3);
        answers();
        answers();
        assertThat(ronde.deliverDue()).isEqualTo(3 * talks.size());
        assertThat(courrier.unread(samira)).isEqualTo(4 * talks.size());
        assertThat(told(talks)).as("a line for each conversation").isEqualTo(talks.size());
    }

    @Test
    void letsNothingThatCannotBeDeliveredKeepOthersFromIt() {
        var talks = talks(3);
        answers();
        jdbc.sql("update messagerie.conversation set objet = '' where id = :id")
                .param("id", talks.get(1))
                .update();
        assertThat(ronde.deliverDue()).isEqualTo(2);
        assertThat(courrier.unread(samira)).isEqualTo(5);
        jdbc.sql("update messagerie.conversation set objet = 'Le sac' where id = :id")
                .param("id", talks.get(1))
                .update();
        courrier.deliver();
        assertThat(courrier.unread(samira)).isEqualTo(6);
    }

    private List<UUID> talks(int combien) {
        return IntStream.range(0, combien)
                .mapToObj(_ -> courrier.begin(esteve, curie, named(), "Le sac", "Bonjour."))
                .toList();
    }

    /// One more of each that was delivered, due.
    private void answers() {
        jdbc.sql("""
                        insert into messagerie.message
                               (ecole_id, conversation_id, auteur_id, cote, texte, extrait, entete, cle, ecrit_le,
                                remettre_le, retenu, disparait_le)
                        select ecole_id, conversation_id, auteur_id, cote, texte, extrait, entete, gen_random_uuid(),
                               ecrit_le, '2000-01-01', false, disparait_le
                          from messagerie.message where remis_le is not null or remettre_le = '2000-01-01'
                        """).update();
    }

    private int told(List<UUID> talks) {
        return jdbc.sql("""
                        select count(*) from notifications.depot
                         where sorte = 'message' and chose = any(:ids) and annule_le is null
                        """)
                .param("ids", talks.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    @Test
    void leavesNothingHalfDeliveredWhenItsNodeDies() {
        var talk = write(esteve, families(), evening());
        jdbc.sql("update messagerie.message set remettre_le = '2000-01-01'").update();
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    assertThat(remise.deliver(courrier.last(talk), clock.instant()))
                            .isTrue();
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(courrier.unread(samira)).isZero();
        assertThat(inside(talk)).containsExactly(esteve);
        assertThat(ronde.deliverDue()).isEqualTo(1);
        assertThat(courrier.unread(samira)).isEqualTo(1);
    }

    @Test
    void reachesTwelveHundredReaders() {
        var talk = write(esteve, families(), evening());
        jdbc.sql("""
                        insert into messagerie.participant
                               (conversation_id, personne_id, ecole_id, nature, eleves, dernier_le, non_lus)
                        select :talk, gen_random_uuid(), :ecole, 'RESPONSABLE', array[:ines::uuid], clock_timestamp(), 0
                          from generate_series(1, 1200)
                        """)
                .param("talk", talk)
                .param("ecole", curie)
                .param("ines", ines)
                .update();
        courrier.deliver();
        assertThat(jdbc.sql("select count(*) from messagerie.participant where conversation_id = :id and non_lus = 1")
                        .param("id", talk)
                        .query(Integer.class)
                        .single())
                .isGreaterThan(1200);
        assertThat(visites.page(esteve, there(talk))).contains("personnes le liront");
        assertThat(visites.statements(esteve, there(talk))).hasSizeLessThanOrEqualTo(5);
    }

    // --- terms ------------------------------------------------------------------------------------------------------

    @Test
    void goesAwayAtItsTermButForWhoHasFiledIt() {
        var gone = courrier.begin(esteve, curie, named(), "Ancien", "Bonjour.");
        var filed = courrier.begin(esteve, curie, named(), "Gardé", "Bonjour.");
        var young = courrier.begin(esteve, curie, named(), "Neuf", "Bonjour.");
        done(visites.post(samira, there(filed) + "/classement", "motif", "Un accord"));
        jdbc.sql("update messagerie.message set disparait_le = :hier where conversation_id <> :young")
                .param("hier", LocalDate.now(clock).minusDays(1))
                .param("young", young)
                .update();
        purge();
        assertThat(visites.get(samira, there(gone))).hasStatus(404);
        assertThat(visites.page(samira, there(filed))).contains("Bonjour.");
        assertThat(visites.get(esteve, there(filed))).hasStatus(404);
        assertThat(visites.page(samira, there(young))).contains("Bonjour.");
        jdbc.sql(
                        "update messagerie.participant set dernier_le = dernier_le - interval '4 years' where conversation_id = :id")
                .param("id", filed)
                .update();
        purge();
        assertThat(courrier.count("conversation")).isEqualTo(1);
    }

    @Test
    void goesAwayWithTheSchoolYearWhereAPupilWrites() {
        var teacher = Public.ofPersonnes(curie, List.of(esteve), Qui.EQUIPE);
        var talk = courrier.begin(ines, curie, teacher, "Ma question", "Bonjour.");
        var adult = courrier.begin(samira, curie, teacher, "Ma question", "Bonjour.");
        assertThat(fin(talk)).hasMonth(Month.AUGUST).hasDayOfMonth(31);
        assertThat(fin(adult))
                .isEqualTo(LocalDate.ofInstant(correspondance.delivery(curie, clock.instant()), Calendrier.PARIS)
                        .plusMonths(12));
    }

    /// What adults answered stays for who has filed it; of what the pupil wrote nothing is left, neither its subject
    /// nor what was attached.
    @Test
    void goesAwayWithTheSchoolYearWhereAPupilWroteItWhateverWasFiled() {
        var talk = asked("Mon secret", "Je n’ai pas compris la division.");
        var alone = asked("Autre chose", "Je ne serai pas là mardi.");
        done(visites.post(esteve, there(talk) + "/messages", "texte", "On la regarde ensemble."));
        courrier.deliver();
        assertThat(visites.page(esteve, there(talk) + "/classement"))
                .contains("Ce qu’un élève y écrit disparaît quand même à la fin de l’année scolaire.");
        assertThat(visites.page(ines, there(talk) + "/classement"))
                .contains("Ce que tu y écris disparaît quand même à la fin de l’année scolaire.");
        for (var who : List.of(ines, esteve)) {
            done(visites.post(who, there(talk) + "/classement", "motif", "À revoir"));
            done(visites.post(who, there(alone) + "/classement", "motif", "À revoir"));
        }
        var last = Dates.words(fin(talk)).replace('\u00a0', ' ');
        assertThat(visites.page(esteve, there(talk)))
                .contains("Ce qu’un élève y a écrit disparaîtra le " + last + ", même classé.");
        assertThat(visites.page(ines, there(talk)))
                .contains("Ce que tu y as écrit disparaîtra le " + last + ", même classé.");
        assertThat(visites.page(esteve, there(alone)))
                .as("nothing of it stays")
                .contains("Cette conversation disparaîtra le " + last + ".");
        assertThat(visites.page(esteve, "/messagerie")).contains("disparaît à la fin de l’année scolaire, même classé");
        assertThat(pieces()).isEqualTo(2);

        jdbc.sql("update messagerie.message set disparait_le = :jour")
                .param("jour", LocalDate.now(clock))
                .update();
        purge();
        assertThat(courrier.count("message")).as("not before its term").isEqualTo(3);
        jdbc.sql("update messagerie.message set disparait_le = :hier")
                .param("hier", LocalDate.now(clock).minusDays(1))
                .update();
        purge();
        for (var who : List.of(ines, esteve)) {
            assertThat(visites.page(who, there(talk)))
                    .contains("On la regarde ensemble.", "Réponse à un élève")
                    .doesNotContain("Mon secret", "division", "dessin.txt");
            assertThat(visites.page(who, "/messagerie?vue=classes")).doesNotContain("Mon secret", "division");
            assertThat(visites.get(who, there(alone))).hasStatus(404);
        }
        assertThat(jdbc.sql("select count(*) from messagerie.message where cote = 'ELEVE'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(pieces()).isZero();
    }

    /// Of their teacher, with a file.
    private UUID asked(String objet, String texte) {
        var sent = visites.upload(
                ines,
                "/messagerie/conversations",
                new MockMultipartFile(
                        "fichiers", "dessin.txt", "text/plain", "Un dessin".getBytes(StandardCharsets.UTF_8)),
                "a",
                "ELEVE_ENSEIGNANT." + esteve + "." + ines,
                "objet",
                objet,
                "texte",
                texte);
        done(sent);
        courrier.deliver();
        return UUID.fromString(String.valueOf(sent.getResponse().getRedirectedUrl())
                .replaceFirst("\\?.*", "")
                .replaceFirst(".*/", ""));
    }

    private int pieces() {
        return jdbc.sql("select count(*) from documents.piece where nom = 'dessin.txt'")
                .query(Integer.class)
                .single();
    }

    private void purge() {
        donnees.stream()
                .filter(d -> d.schema().equals("messagerie"))
                .findFirst()
                .orElseThrow()
                .purge();
    }

    private LocalDate fin(UUID conversation) {
        return jdbc.sql("select max(disparait_le) from messagerie.message where conversation_id = :id")
                .param("id", conversation)
                .query(LocalDate.class)
                .single();
    }

    private UUID write(UUID auteur, Public pour, Instant quand) {
        return correspondance.begin(
                courrier.who(auteur),
                new Envoi(
                        curie, "Le sac", List.of(pour), "", Set.of(), false, false, null, Courrier.letter("Bonjour.")),
                quand);
    }

    private Public families() {
        return Public.ofClasse(curie, classe, Qui.RESPONSABLES);
    }

    private Public named() {
        return Public.ofPersonnes(curie, List.of(samira), Qui.RESPONSABLES);
    }

    /// The next evening: half past nine, when no school delivers.
    private Instant evening() {
        var now = clock.instant().atZone(Calendrier.PARIS);
        var evening = now.toLocalDate().atTime(21, 30).atZone(Calendrier.PARIS);
        return (evening.isAfter(now) ? evening : evening.plusDays(1)).toInstant();
    }

    private Instant due(UUID conversation) {
        return jdbc.sql("select remettre_le from messagerie.message where conversation_id = :id")
                .param("id", conversation)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private List<UUID> inside(UUID conversation) {
        return jdbc.sql("select personne_id from messagerie.participant where conversation_id = :id")
                .param("id", conversation)
                .query(UUID.class)
                .list();
    }

    private static String there(UUID conversation) {
        return "/messagerie/conversations/" + conversation;
    }

    private void keepOut(UUID responsable, UUID eleve) {
        jdbc.sql("""
                        insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le)
                        values (:eleve, :responsable, current_date - 1, 'essai', clock_timestamp())
                        """).param("eleve", eleve).param("responsable", responsable).update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private UUID id(String table, String prenom, String nom) {
        return jdbc.sql(
                        "select id from " + table
                                + " where annuaire.cle(prenom) = annuaire.cle(:prenom) and annuaire.cle(nom) = annuaire.cle(:nom)")
                .param("prenom", prenom)
                .param("nom", nom)
                .query(UUID.class)
                .single();
    }

    private static void done(MvcTestResult answer) {
        assertThat(answer).hasStatus(303);
    }
}
