package fr.entecole.surete;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.HorlogeDeLaMaison;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.AppareilEntre;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Membres;
import fr.entecole.comptes.sessions.SessionEnt;
import fr.entecole.comptes.sessions.Sessions;
import fr.entecole.messagerie.Correspondance;
import fr.entecole.messagerie.Courrier;
import fr.entecole.notifications.Besogne;
import fr.entecole.socle.Dates;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The brake on the form of messages: Claire Estève comes in by a second device and writes to the families of her
/// class, by day and by night; Samira and Inès Benali try to write to many.
@MondeTest
class DepartsDeMessagesWebTests {

    private static final String WORDS = "Nous irons au musée.";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    @Autowired
    Appareils appareils;

    Courrier courrier;
    Visites visites;
    UUID curie;
    UUID esteve;
    UUID castans;
    UUID samira;
    UUID karim;
    UUID ines;
    UUID florence;
    LocalDate schoolDay;

    @BeforeEach
    void nothingIsHeld() {
        courrier = new Courrier(context);
        visites = courrier.empty();
        forget();
        curie = reperes.ecole("0110358E");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = responsable("SAMIRA");
        karim = responsable("KARIM");
        ines = visites.eleve("500101");
        florence = visites.agent("Vidal");
        schoolDay = nextSchoolDay();
    }

    @AfterEach
    void asBefore() {
        ((HorlogeDeLaMaison) clock).putBack();
        courrier.empty();
        forget();
    }

    private void forget() {
        for (var table :
                List.of("surete.sursis", "surete.appareil", "surete.seuil", "surete.gel", "notifications.depot")) {
            jdbc.sql("delete from " + table).update();
        }
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    // --- a new device --------------------------------------------------------------------------------------------

    @Test
    void waitsTenMinutesFromANewDeviceAndSaysSoAtOnce() {
        at(10, 0);
        var device = onNewDevice(esteve);
        var path = held(send(device));
        assertThat(page(device, path))
                .containsPattern("Il attend jusqu’à 10 h 1\\d, puis il part")
                .contains("premier envoi à beaucoup de personnes depuis cet appareil", "Le reprendre");
        var talk = talk();
        assertThat(page(device, there(talk)))
                .contains("Sera remis", "Annuler l’envoi")
                .doesNotContain("C’est envoyé");
        assertThat(courrier.due()).isZero();
        assertThat(visites.get(samira, there(talk))).hasStatus(404);
        for (var stranger : List.of(samira, castans, visites.personnel("11", "300103"))) {
            assertThat(visites.get(stranger, path)).hasStatus(404);
            assertThat(visites.post(stranger, path + "/reprise")).hasStatus(404);
        }

        at(10, 20);
        assertThat(courrier.due()).isOne();
        assertThat(visites.page(samira, there(talk))).contains(WORDS);
        assertThat(visites.page(esteve, path)).contains("Il est parti.");
        assertThat(send(device).getResponse().getRedirectedUrl())
                .as("a device that is known by now")
                .matches("/messagerie/conversations/.*\\?fait=envoye");
        assertThat(journal(castans)).contains("Envoi à beaucoup de personnes mis en attente");
    }

    @Test
    void sendsToAFamilyFromANewDeviceAtOnce() {
        at(10, 0);
        var sent = send(onNewDevice(esteve), Public.ofPersonnes(curie, List.of(samira), Qui.RESPONSABLES));
        assertThat(sent).hasStatus(303);
        assertThat(sent.getResponse().getRedirectedUrl()).endsWith("?fait=envoye");
        assertThat(visites.page(samira, there(talk()))).contains(WORDS);
    }

    /// The same form twice leads to the same page, and one message waits.
    @Test
    void saysTheSameToAFormThatIsSentTwice() {
        at(10, 0);
        var device = onNewDevice(esteve);
        var cle = UUID.randomUUID().toString();
        var first = held(send(device, families(), "cle", cle));
        assertThat(held(send(device, families(), "cle", cle))).isEqualTo(first);
        assertThat(courrier.count("message")).isOne();
    }

    @Test
    void isTakenBackByItsAuthorOnTheBrakesPageOrInTheConversation() {
        at(10, 0);
        var device = onNewDevice(esteve);
        var path = held(send(device));
        assertThat(visites.post(esteve, path + "/reprise")).hasStatus(303);
        assertThat(visites.page(esteve, path)).contains("Vous l’avez repris");
        var again = held(send(device));
        var talk = talk();
        assertThat(visites.post(esteve, "/messagerie/messages/" + courrier.last(talk) + "/annulation"))
                .hasStatus(303);
        assertThat(visites.page(esteve, again)).contains("Vous l’avez repris");
        at(10, 30);
        courrier.due();
        assertThat(courrier.unread(samira)).isZero();
        assertThat(journal(castans)).contains("Envoi en attente repris par son auteur");
        assertThat(held(send(device))).as("the device is as new as it was").isNotEqualTo(again);
    }

    // --- the head by night ---------------------------------------------------------------------------------------

    @Test
    void isHeldForTheHeadByNightWhoLetsItGoWithoutReadingIt() {
        at(22, 0);
        var device = onNewDevice(esteve);
        var path = held(send(device));
        assertThat(page(device, path)).contains("La direction de l’école décide s’il part", "Il faisait nuit");
        var talk = talk();
        assertThat(page(device, there(talk))).contains("La direction de l’école décide si ce message part");
        deliverNews();
        assertThat(visites.page(castans, "/notifications"))
                .contains("Un envoi à beaucoup de personnes attend votre accord")
                .doesNotContain("La sortie");
        assertThat(visites.page(castans, "/")).contains("Un envoi retenu");
        assertThat(visites.page(castans, path))
                .contains("Un envoi de Claire Estève", "Le laisser partir", "Un message")
                .doesNotContain(WORDS, "La sortie");
        for (var stranger : List.of(samira, ines, visites.personnel("11", "300103"), visites.agent("Puech"))) {
            assertThat(visites.get(stranger, path)).hasStatus(404);
            assertThat(visites.post(stranger, path + "/accord")).hasStatus(404);
        }
        assertThat(visites.post(esteve, path + "/accord"))
                .as("not by who wrote it")
                .hasStatus(404);
        ((HorlogeDeLaMaison) clock)
                .move(schoolDay.plusDays(5).atTime(10, 0).atZone(Dates.PARIS).toInstant());
        courrier.due();
        assertThat(courrier.unread(samira)).as("no hour lets it go").isZero();
        at(22, 30);
        assertThat(visites.post(castans, path + "/accord")).hasStatus(303);
        courrier.due();
        assertThat(courrier.unread(samira)).as("at the hours of the school").isZero();
        assertThat(visites.page(esteve, path)).contains("Il est parti.");
        deliverNews();
        assertThat(visites.page(esteve, "/notifications")).contains("Votre envoi est parti");
        courrier.deliver();
        assertThat(visites.page(samira, there(talk))).contains(WORDS);
        assertThat(journal(castans)).contains("Envoi en attente libéré");
    }

    @Test
    void isRefusedByTheHeadWithAReasonThatItsAuthorReads() {
        at(22, 0);
        var path = held(send(onNewDevice(esteve)));
        var talk = talk();
        var blind = visites.post(castans, path + "/refus");
        assertThat(blind).hasStatus(422);
        assertThat(Visites.words(blind)).contains("Dites pourquoi");
        assertThat(visites.post(castans, path + "/refus", "motif", "Appelez-moi."))
                .hasStatus(303);
        assertThat(visites.page(esteve, path)).contains("Il n’est pas parti. Raison donnée : Appelez-moi.");
        deliverNews();
        assertThat(visites.page(esteve, "/notifications")).contains("Votre envoi n’est pas parti");
        courrier.deliver();
        assertThat(courrier.unread(samira)).isZero();
        assertThat(visites.get(samira, there(talk))).hasStatus(404);
        assertThat(journal(castans)).contains("Envoi en attente refusé").doesNotContain("Appelez-moi");
    }

    /// Cancelled meanwhile by who wrote it: nobody is left with something to decide.
    @Test
    void leavesNothingToDecideOnceItsAuthorHasCancelledIt() {
        at(22, 0);
        var path = held(send(onNewDevice(esteve)));
        deliverNews();
        assertThat(visites.post(esteve, "/messagerie/messages/" + courrier.last(talk()) + "/annulation"))
                .hasStatus(303);
        assertThat(visites.page(castans, "/")).doesNotContain("Un envoi retenu");
        assertThat(visites.page(castans, "/notifications")).doesNotContain("attend votre accord");
        assertThat(visites.page(castans, path)).contains("Il n’est pas parti.").doesNotContain("Le laisser partir");
        assertThat(visites.post(castans, path + "/accord")).hasStatus(303);
        assertThat(visites.page(esteve, path)).contains("Vous l’avez repris").doesNotContain("Il est parti");
    }

    // --- pupils and guardians ------------------------------------------------------------------------------------

    @Test
    void letsAGuardianSendNoLinkToSeveralNorAnythingToMany() {
        var talk = courrier.begin(
                esteve,
                curie,
                Public.ofPersonnes(curie, List.of(samira, karim), Qui.RESPONSABLES),
                "Le rendez-vous",
                "Mardi ?");
        for (var who : List.of(samira, karim)) {
            assertThat(visites.post(who, "/messagerie/reglages", "visible", "true"))
                    .hasStatus(303);
        }
        var link = answer(samira, talk, "Voyez www.exemple.fr", "tous");
        assertThat(link).hasStatus(422);
        assertThat(Visites.words(link)).contains("Retirez l’adresse de site ou le lien", "Voyez www.exemple.fr");
        assertThat(visites.post(florence, "/surete/reglages", "quelques", "1")).hasStatus(303);
        var many = answer(samira, talk, "Je viendrai.", "tous");
        assertThat(many).hasStatus(422);
        assertThat(Visites.words(many)).contains("Un parent écrit à une personne au plus à la fois", "Je viendrai.");
        assertThat(courrier.count("message")).isOne();
        assertThat(answer(samira, talk, "Voyez www.exemple.fr", "auteur"))
                .as("to the teacher alone")
                .hasStatus(303);
        courrier.deliver();
        assertThat(visites.page(karim, there(talk))).doesNotContain("exemple.fr");
        assertThat(visites.page(karim, "/messagerie")).doesNotContain("exemple.fr");
        assertThat(journal(florence)).contains("Seuil des envois changé");
    }

    /// Whatever the form sends: a guardian and a pupil choose one person.
    @Test
    void givesGuardiansAndPupilsNoWayToBeginWithMany() {
        for (var who : List.of(samira, ines)) {
            var answer = visites.post(
                    who,
                    "/messagerie/conversations",
                    "pour",
                    families().code(),
                    "vus",
                    readers(families()),
                    "objet",
                    "La sortie",
                    "texte",
                    WORDS);
            assertThat(answer).hasStatus(422);
            assertThat(Visites.words(answer)).contains("Choisissez à qui écrire.", WORDS);
        }
        assertThat(courrier.count("message")).isZero();
    }

    @Test
    void givesWhatAPupilAnswersToAWholeClassToTheTeacherAlone() {
        var zoe = jdbc.sql("""
                        select id from annuaire.eleve
                         where annuaire.cle(nom) = annuaire.cle('DELMAS') and annuaire.cle(prenom) = annuaire.cle('ZOE')
                        """).query(UUID.class).single();
        var talk = courrier.begin(
                esteve,
                curie,
                Public.ofClasse(curie, reperes.classe("11", "514"), Qui.ELEVES),
                "La piscine",
                "N’oubliez pas le bonnet.");
        assertThat(answer(ines, talk, "Voyez www.exemple.fr", "tous")).hasStatus(303);
        courrier.deliver();
        for (var path : List.of(there(talk), "/messagerie")) {
            assertThat(visites.page(zoe, path)).doesNotContain("exemple.fr", "Inès");
        }
        assertThat(visites.page(esteve, "/messagerie")).contains("exemple.fr");
    }

    // --- steps ---------------------------------------------------------------------------------------------------

    private MvcTestResult answer(UUID who, UUID talk, String texte, String a) {
        var vus = Visites.hidden(visites.page(who, there(talk)), "vus");
        return visites.post(who, there(talk) + "/messages", "texte", texte, "a", a, "vus", vus);
    }

    private MvcTestResult send(Cookie device) {
        return send(device, families());
    }

    private MvcTestResult send(Cookie device, Public pour, String... more) {
        var request = mvc.post()
                .uri("/messagerie/conversations")
                .cookie(device)
                .param("pour", pour.code())
                .param("vus", readers(pour))
                .param("objet", "La sortie")
                .param("texte", WORDS);
        for (int i = 0; i < more.length; i += 2) {
            request = request.param(more[i], more[i + 1]);
        }
        return request.with(formulaire()).exchange();
    }

    /// Where the brake explains it.
    private static String held(MvcTestResult sent) {
        assertThat(sent).hasStatus(303);
        var path = String.valueOf(sent.getResponse().getRedirectedUrl());
        assertThat(path).startsWith("/surete/envois/");
        return path;
    }

    private static String there(UUID conversation) {
        return "/messagerie/conversations/" + conversation;
    }

    private UUID talk() {
        return jdbc.sql("select id from messagerie.conversation order by ouverte_le desc, id desc limit 1")
                .query(UUID.class)
                .single();
    }

    private String page(Cookie cookie, String path) {
        var answer = mvc.get().uri(path).cookie(cookie).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return Visites.words(answer);
    }

    private String journal(UUID who) {
        return visites.page(who, "/journal");
    }

    private Cookie onNewDevice(UUID personne) {
        var compte = new EnTantQue(context).account(personne);
        appareils.remember(new AppareilEntre(compte, "A"));
        appareils.remember(new AppareilEntre(compte, "B"));
        var sessions = context.getBean(Sessions.class);
        var session = sessions.createSession();
        session.setAttribute(SessionEnt.COMPTE, compte.toString());
        session.setAttribute(AppareilEntre.SEANCE, "B");
        sessions.save(session);
        return new Cookie("session", session.getId());
    }

    private void at(int hour, int minute) {
        ((HorlogeDeLaMaison) clock)
                .move(schoolDay.atTime(hour, minute).atZone(Dates.PARIS).toInstant());
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    /// One on which the school delivers what is written at ten.
    private LocalDate nextSchoolDay() {
        var correspondance = context.getBean(Correspondance.class);
        return LocalDate.now(clock)
                .plusDays(1)
                .datesUntil(LocalDate.now(clock).plusDays(120))
                .filter(day -> {
                    var ten =
                            day.atTime(LocalTime.of(10, 0)).atZone(Dates.PARIS).toInstant();
                    return correspondance.delivery(curie, ten).equals(ten);
                })
                .findFirst()
                .orElseThrow();
    }

    private void deliverNews() {
        context.getBean("livraisons", Besogne.class).work(clock.instant().plus(Duration.ofDays(3)));
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private Public families() {
        return Public.ofClasse(curie, reperes.classe("11", "514"), Qui.RESPONSABLES);
    }

    private String readers(Public pour) {
        return String.valueOf(
                context.getBean(Membres.class).count(List.of(pour)).lecteurs());
    }

    private UUID responsable(String prenom) {
        return jdbc.sql("select id from annuaire.responsable where upper(prenom) = :prenom and upper(nom) = 'BENALI'")
                .param("prenom", prenom)
                .query(UUID.class)
                .single();
    }
}
