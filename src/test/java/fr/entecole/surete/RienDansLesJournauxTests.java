package fr.entecole.surete;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.messagerie.Courrier;
import fr.entecole.notifications.Besogne;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A word that nobody uses stands in all that people type from a message to its seizure: subject, text, file, reasons.
/// With our packages saying all that they can, it is in no line of the log, no address and no fact of the journal.
@MondeTest
class RienDansLesJournauxTests {

    private static final String MARQUE = "zqxmarque";
    private static final Pattern ADRESSE =
            Pattern.compile("(?i)(?:href|src|action|formaction)=\"[^\"]*" + MARQUE + "[^\"]*\"");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Clock clock;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("fr.entecole");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private @Nullable Level before;

    Courrier courrier;
    Visites visites;
    UUID curie;
    UUID esteve;
    UUID castans;
    UUID samira;
    UUID ines;
    UUID florence;
    UUID second;

    @BeforeEach
    void listen() {
        courrier = new Courrier(context);
        visites = courrier.empty();
        nothingIsLeft();
        curie = reperes.ecole("0110358E");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = jdbc.sql(
                        "select id from annuaire.responsable where upper(prenom) = 'SAMIRA' and upper(nom) = 'BENALI'")
                .query(UUID.class)
                .single();
        ines = visites.eleve("500101");
        florence = visites.agent("Vidal");
        second = jdbc.sql(
                        "insert into annuaire.agent (profil, nom, prenom) values ('ADMINISTRATEUR', 'Second', 'Ali') returning id")
                .query(UUID.class)
                .single();
        new EnTantQue(context).account(second);
        before = ours.getLevel();
        ours.setLevel(Level.ALL);
        lines.start();
        root.addAppender(lines);
    }

    @AfterEach
    void leave() {
        root.detachAppender(lines);
        ours.setLevel(before);
        courrier.empty();
        nothingIsLeft();
    }

    private void nothingIsLeft() {
        for (var table : List.of(
                "surete.requisition",
                "surete.arret",
                "surete.gel",
                "signalement.dossier",
                "notifications.depot",
                "redaction.brouillon")) {
            jdbc.sql("delete from " + table).update();
        }
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    @Test
    void saysNothingOfWhatPeopleWriteReportStopFreezeAndSeize() {
        LoggerFactory.getLogger("fr.entecole.essai").debug("on écoute");
        assertThat(lines.list).as("what we say is heard").isNotEmpty();

        var talk = writes();
        reads(talk);
        reports(talk);
        freezes();
        stops();
        seizes();
        context.getBean("livraisons", Besogne.class).work(clock.instant().plusSeconds(5));
        context.getBean("resumes", Besogne.class).work(clock.instant().plusSeconds(5));

        assertThat(lines.list).as("requests, at least").hasSizeGreaterThan(30);
        assertThat(lines.list.stream().flatMap(RienDansLesJournauxTests::said))
                .as("what the log says")
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains(MARQUE));
        assertThat(jdbc.sql("select count(*) from journal.fait where lower(details::text) like '%" + MARQUE + "%'")
                        .query(Integer.class)
                        .single())
                .as("the journal")
                .isZero();
        for (var who : List.of(florence, castans)) {
            assertThat(visites.page(who, "/journal")).doesNotContainIgnoringCase(MARQUE);
        }
    }

    // --- from a message to its seizure ---------------------------------------------------------------------------

    /// A mother to the teacher with a file, the teacher's answer, a message of the teacher to the mother.
    private UUID writes() {
        var sent = seen(visites.upload(
                samira,
                "/messagerie/conversations",
                new MockMultipartFile(
                        "fichiers", MARQUE + ".txt", "text/plain", MARQUE.getBytes(StandardCharsets.UTF_8)),
                "a",
                to(),
                "objet",
                "Objet " + MARQUE,
                "texte",
                "Texte " + MARQUE));
        var talk = id(sent);
        courrier.deliver();
        look(visites.post(esteve, there(talk) + "/messages", "texte", "Réponse " + MARQUE));
        look(visites.post(
                esteve,
                "/messagerie/conversations",
                "pour",
                Public.ofPersonnes(curie, List.of(samira), Qui.RESPONSABLES).code(),
                "objet",
                "Autre " + MARQUE,
                "texte",
                "Autre " + MARQUE));
        look(visites.post(samira, "/messagerie/reglages", "signature", "Signé " + MARQUE));
        look(visites.post(
                samira,
                "/redaction/brouillons",
                "lieu",
                "messagerie.nouveau",
                "version",
                "0",
                "champ.objet",
                MARQUE,
                "champ.texte",
                MARQUE));
        courrier.deliver();
        return talk;
    }

    private void reads(UUID talk) {
        for (var path : List.of(there(talk), "/messagerie", "/", "/notifications", "/messagerie/nouveau")) {
            look(visites.get(esteve, path));
            look(visites.get(samira, path));
        }
        assertThat(Visites.words(visites.get(esteve, there(talk)))).contains("Texte " + MARQUE, MARQUE + ".txt");
        var piece = jdbc.sql("select id from documents.piece where nom = :nom order by depose_le desc limit 1")
                .param("nom", MARQUE + ".txt")
                .query(UUID.class)
                .single();
        assertThat(visites.get(esteve, "/documents/" + piece)).hasStatusOk();
        assertThat(Visites.words(seen(visites.post(esteve, "/messagerie/recherche", "q", MARQUE))))
                .contains("Texte " + MARQUE);
        look(visites.post(
                esteve, there(talk) + "/classement", "nom", "Dossier " + MARQUE, "motif", "Raison " + MARQUE));
        look(visites.get(esteve, "/messagerie?vue=classes"));
    }

    private void reports(UUID talk) {
        var message = jdbc.sql("select id from messagerie.message where conversation_id = :id and auteur_id = :auteur")
                .param("id", talk)
                .param("auteur", esteve)
                .query(UUID.class)
                .single();
        look(visites.get(samira, "/signaler/message/" + message));
        look(visites.post(samira, "/signaler/message/" + message, "categorie", "AUTRE", "mots", "Motif " + MARQUE));
        var dossier = jdbc.sql("select id from signalement.dossier where chose = :id")
                .param("id", message)
                .query(UUID.class)
                .single();
        assertThat(Visites.words(seen(visites.get(castans, "/signalements/" + dossier))))
                .contains("Réponse " + MARQUE, "Motif " + MARQUE);
        look(visites.post(
                castans, "/signalements/" + dossier + "/decision", "sens", "RIEN", "motif", "Décision " + MARQUE));
        look(visites.get(samira, "/signalements/" + dossier));
    }

    private void freezes() {
        var fields = new String[] {"qui", "ELEVES", "lieu", curie.toString(), "motif", "Gel " + MARQUE};
        var vu = Visites.hidden(Visites.words(visites.post(castans, "/surete/gels", fields)), "vu");
        var frozen = seen(visites.post(castans, "/surete/gels", plus(fields, "vu", vu)));
        assertThat(frozen).hasStatus(303);
        var gel = frozen.getResponse().getRedirectedUrl();
        assertThat(seen(visites.post(ines, "/messagerie/conversations", "objet", MARQUE, "texte", MARQUE)))
                .hasStatus(423);
        look(visites.get(castans, String.valueOf(gel)));
        look(visites.post(castans, gel + "/palier", "palier", "TOUT"));
    }

    private void stops() {
        var path = "/surete/personnes/" + esteve;
        var vu = Visites.hidden(visites.page(castans, path), "vu");
        var stopped = seen(visites.post(castans, path, "depuis", "JOUR", "motif", "Volé " + MARQUE, "vu", vu));
        assertThat(stopped).hasStatus(303);
        var arret = stopped.getResponse().getRedirectedUrl();
        look(visites.get(castans, String.valueOf(arret)));
        var asked = seen(visites.get(castans, arret + "/retrait"));
        assertThat(seen(visites.post(castans, arret + "/retrait", "vu", Visites.hidden(Visites.words(asked), "vu"))))
                .hasStatus(303);
        look(visites.get(samira, "/notifications"));
    }

    private void seizes() {
        var today = LocalDate.now(clock);
        var asked = seen(visites.post(
                florence,
                "/surete/personnes/" + samira + "/requisition",
                "genre",
                "message",
                "du",
                today.minusDays(1).toString(),
                "au",
                today.plusDays(1).toString(),
                "reference",
                "PV " + MARQUE,
                "motif",
                "Enquête " + MARQUE));
        var path = String.valueOf(asked.getResponse().getRedirectedUrl());
        look(visites.get(florence, path));
        assertThat(seen(visites.post(second, path + "/accord"))).hasStatus(303);
        assertThat(Visites.words(seen(visites.post(second, path + "/lecture")))).contains("Texte " + MARQUE);
    }

    private static void look(MvcTestResult answer) {
        assertThat(seen(answer).getResponse().getStatus()).isLessThan(500);
    }

    /// No address leads anywhere by it.
    private static MvcTestResult seen(MvcTestResult answer) {
        assertThat(answer.getResponse().getStatus()).isLessThan(500);
        assertThat(String.valueOf(answer.getResponse().getRedirectedUrl())).doesNotContainIgnoringCase(MARQUE);
        assertThat(Visites.words(answer)).doesNotContainPattern(ADRESSE);
        return answer;
    }

    private static Stream<String> said(ILoggingEvent event) {
        List<String> all = new ArrayList<>();
        all.add(event.getLoggerName() + " " + event.getFormattedMessage());
        all.addAll(event.getMDCPropertyMap().values());
        all.add(String.valueOf(event.getKeyValuePairs()));
        return all.stream();
    }

    private static String[] plus(String[] fields, String... more) {
        return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
    }

    private String to() {
        return "RESPONSABLE_ENSEIGNANT." + esteve + "." + ines;
    }

    private static String there(UUID talk) {
        return "/messagerie/conversations/" + talk;
    }

    private static UUID id(MvcTestResult sent) {
        assertThat(sent).hasStatus(303);
        return UUID.fromString(String.valueOf(sent.getResponse().getRedirectedUrl())
                .replaceFirst("\\?.*", "")
                .replaceFirst(".*/", ""));
    }
}
