package fr.entecole.surete;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.HorlogeDeTest;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.AppareilEntre;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Membres;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.sessions.SessionEnt;
import fr.entecole.comptes.sessions.Sessions;
import fr.entecole.journal.Journal;
import fr.entecole.notifications.Besogne;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Utilisateur;
import fr.entecole.surete.Depart.Sens;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// What is held before it leaves: by day and by night, from a device that one knows or not, of whom.
@MondeTest
class DepartsWebTests {

    private static final Instant DAY = Instant.parse("2026-11-25T09:00:00Z");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Comptes comptes;

    @Autowired
    Utilisateurs utilisateurs;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Seuils seuils;

    Visites visites;
    HorlogeDeTest horloge;
    Appareils appareils;
    UUID esteve;
    UUID castans;
    UUID samira;

    @BeforeEach
    void nothingIsHeld() {
        for (var sql : List.of(
                "delete from surete.sursis",
                "delete from surete.appareil",
                "delete from surete.seuil",
                "delete from surete.gel",
                "delete from liaison.mot",
                "delete from notifications.depot")) {
            jdbc.sql(sql).update();
        }
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        visites = new Visites(context);
        horloge = new HorlogeDeTest();
        appareils = new Appareils(
                jdbc,
                comptes,
                context.getBean(fr.entecole.notifications.Nouvelles.class),
                seuils,
                context.getBean(org.springframework.transaction.support.TransactionTemplate.class),
                horloge);
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = jdbc.sql(
                        "select id from annuaire.responsable where upper(prenom) = 'SAMIRA' and upper(nom) = 'BENALI'")
                .query(UUID.class)
                .single();
        RequestContextHolder.resetRequestAttributes();
    }

    // --- a new device --------------------------------------------------------------------------------------------

    @Test
    void letsEverythingLeaveFromTheFirstDeviceAndWithoutAny() {
        assertThat(ask(esteve, families()).sens()).as("no device").isEqualTo(Sens.LIBRE);
        enter(esteve, "A");
        assertThat(ask(esteve, families()).sens()).as("the first one").isEqualTo(Sens.LIBRE);
    }

    @Test
    void holdsTheFirstSendingToManyFromANewDeviceForTenMinutesAndNoLaterOne() {
        enter(esteve, "A");
        enter(esteve, "B");
        var first = ask(esteve, families());
        assertThat(first.attend()).isTrue();
        assertThat(first.des()).isEqualTo(DAY.plus(Duration.ofMinutes(10)));
        assertThat(first.phrase()).contains("10\u00a0h\u00a010", "vous pouvez le reprendre");
        assertThat(ask(esteve, one()).sens()).as("to one family").isEqualTo(Sens.LIBRE);
        appareils.sends(compte(esteve), first.des());
        assertThat(ask(esteve, families()).attend())
                .as("meanwhile another one waits too")
                .isTrue();
        horloge.advance(Duration.ofMinutes(11));
        assertThat(ask(esteve, families()).sens()).isEqualTo(Sens.LIBRE);
        enter(esteve, "C");
        horloge.advance(Duration.ofDays(8));
        assertThat(ask(esteve, families()).sens())
                .as("a device that is new no more")
                .isEqualTo(Sens.LIBRE);
    }

    @Test
    void holdsItForTheHeadByNight() {
        enter(esteve, "A");
        enter(esteve, "B");
        horloge.advance(Duration.ofHours(17));
        var night = ask(esteve, families());
        assertThat(night.retenu()).isTrue();
        assertThat(night.phrase()).contains("la direction de l’école décide");
        assertThat(ask(esteve, one()).sens()).isEqualTo(Sens.LIBRE);
    }

    @Test
    void followsTheThresholdsThatTheRegionSets() {
        enter(esteve, "A");
        enter(esteve, "B");
        var florence = jdbc.sql("select id from annuaire.agent where profil = 'ADMINISTRATEUR' limit 1")
                .query(UUID.class)
                .single();
        assertThat(visites.get(castans, "/surete/reglages")).hasStatus(404);
        assertThat(visites.post(florence, "/surete/reglages", "beaucoup", "1")).hasStatus(422);
        assertThat(visites.post(florence, "/surete/reglages", "beaucoup", "900", "delai", "30"))
                .hasStatus(303);
        assertThat(visites.page(florence, "/surete/reglages")).contains("900");
        assertThat(ask(esteve, families()).sens()).isEqualTo(Sens.LIBRE);
    }

    // --- pupils and guardians ------------------------------------------------------------------------------------

    @Test
    void letsAGuardianWriteToAFewAndSendNoLinkToSeveral() {
        assertThat(ask(samira, families()).phrase()).contains("Un parent écrit à 5 personnes au plus");
        var two = Partance.of(
                ecole(),
                List.of(Public.ofPersonnes(ecole(), List.of(esteve, castans), Qui.EQUIPE)),
                "Voyez www.exemple.fr");
        assertThat(ask(samira, two).phrase()).contains("Retirez l’adresse de site");
        var plain = Partance.of(
                ecole(), List.of(Public.ofPersonnes(ecole(), List.of(esteve, castans), Qui.EQUIPE)), "Bonjour");
        assertThat(ask(samira, plain).sens()).isEqualTo(Sens.LIBRE);
        var pupil = visites.eleve("500101");
        assertThat(ask(pupil, Partance.of(ecole(), List.of(Public.ofClasse(ecole(), cm1(), Qui.ELEVES)), "Salut"))
                        .phrase())
                .contains("Tu peux écrire à 5 personnes");
    }

    @Test
    void knowsALinkHoweverItIsTyped() {
        assertThat(List.of(
                        "http://x.fr",
                        "HTTPS://x.fr",
                        "www.x.y",
                        "voir exemple.com/page",
                        "<a href=\"x\">",
                        "bit.ly/3"))
                .allMatch(Departs::hasLink);
        assertThat(List.of("à 8 h. Venez", "M. Roux", "2.5 km", "fin.Bonjour", "e.g. rien"))
                .noneMatch(Departs::hasLink);
    }

    // --- the mot of a teacher ------------------------------------------------------------------------------------

    @Test
    void explainsTheWaitToItsSenderWhoMayTakeItBack() {
        var cookie = onNewDevice(esteve);
        var published = publish(cookie);
        assertThat(published).hasStatus(303);
        var path = published.getResponse().getRedirectedUrl();
        if (night()) { // by night the head decides: the same mot, another hold
            assertThat(page(cookie, path)).contains("La direction de l’école décide");
        } else {
            assertThat(page(cookie, path)).contains("Il attend jusqu’à", "Le reprendre");
        }
        var mot = jdbc.sql("select chose from surete.sursis").query(UUID.class).single();
        assertThat(visites.get(samira, "/liaison/mots/" + mot)).hasStatus(404);
        assertThat(visites.get(samira, path)).hasStatus(404);
        assertThat(visites.post(samira, path + "/reprise")).hasStatus(404);
        assertThat(visites.post(esteve, path + "/reprise")).hasStatus(303);
        assertThat(visites.page(esteve, path)).contains("Vous l’avez repris");
        assertThat(jdbc.sql("select retire_le is not null from liaison.mot where id = :id")
                        .param("id", mot)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void isLetGoOrRefusedByTheHeadAndItsSenderIsTold() {
        for (var geste : List.of("/accord", "/refus")) {
            nothingIsHeld();
            var path = publish(onNewDevice(esteve)).getResponse().getRedirectedUrl();
            jdbc.sql("update surete.sursis set sorte = 'DECISION', jusque = null")
                    .update();
            var mot = jdbc.sql("select chose from surete.sursis")
                    .query(UUID.class)
                    .single();
            context.getBean(fr.entecole.liaison.contenu.EnvoisDeMots.class).hold(List.of(mot), Instant.now());
            assertThat(visites.page(castans, "/")).contains("Un envoi retenu");
            assertThat(visites.page(castans, path)).contains("Nous irons au musée.", "Le laisser partir");
            assertThat(visites.get(visites.personnel("11", "300103"), path)).hasStatus(404);
            assertThat(visites.post(esteve, path + geste, "motif", "x"))
                    .as("not by who wrote it")
                    .hasStatus(404);
            if (geste.equals("/refus")) {
                assertThat(visites.post(castans, path + geste)).as("a reason").hasStatus(422);
            }
            assertThat(visites.post(castans, path + geste, "motif", "Appelez-moi."))
                    .hasStatus(303);
            deliver();
            boolean parti = geste.equals("/accord");
            assertThat(visites.page(esteve, path)).contains(parti ? "Il est parti." : "Raison donnée : Appelez-moi.");
            assertThat(visites.page(esteve, "/notifications"))
                    .contains(parti ? "Votre envoi est parti" : "Votre envoi n’est pas parti");
            assertThat(jdbc.sql("select count(*) from liaison.masque where fini_le is null")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(parti ? 0 : 1);
        }
    }

    // --- told again ----------------------------------------------------------------------------------------------

    @Test
    void tellsNobodyAgainOfACorrectionFromANewDeviceNorAddsAnyone() {
        assertThat(visites.post(
                        esteve,
                        "/liaison/mots",
                        "titre",
                        "Sortie",
                        "texte",
                        "Au musée.",
                        "pour",
                        code(visites.eleve("500101"))))
                .hasStatus(303);
        assertThat(visites.post(
                        esteve,
                        "/liaison/mots",
                        "titre",
                        "Photo",
                        "texte",
                        "Mardi.",
                        "pour",
                        families().publics().getFirst().code()))
                .hasStatus(303);
        var one = mot("Sortie");
        var many = mot("Photo");
        var cookie = onNewDevice(esteve);
        var refused = correct(cookie, many, "Jeudi.", "prevenir", "true");
        assertThat(refused).hasStatus(422);
        assertThat(Visites.words(refused)).contains("Cet appareil est nouveau", "enregistrez sans prévenir", "Jeudi.");
        assertThat(correct(cookie, many, "Jeudi.")).as("nobody is told").hasStatus(303);
        assertThat(correct(cookie, one, "Au parc.", "prevenir", "true"))
                .as("one family")
                .hasStatus(303);
        jdbc.sql("update liaison.mot set visible_le = now() + interval '2 days' where id = :id")
                .param("id", one)
                .update();
        var wider = correct(
                cookie,
                one,
                "Au lac.",
                2,
                "pour",
                families().publics().getFirst().code());
        assertThat(wider).as("as long as nobody reads it, it may go to others").hasStatus(422);
        assertThat(Visites.words(wider)).contains("Cet appareil est nouveau");
    }

    @Test
    void ringsNoBellOfADateForManyFromANewDevice() {
        var cookie = onNewDevice(esteve);
        var refused = date(cookie, "/agenda/evenements", "true");
        assertThat(refused).hasStatus(422);
        assertThat(Visites.words(refused)).contains("Cet appareil est nouveau", "La photo");
        var there = date(cookie, "/agenda/evenements", "").getResponse().getRedirectedUrl();
        assertThat(there).endsWith("?fait=publie");
        var path = there.replaceFirst("\\?.*", "");
        assertThat(date(cookie, path + "/changement", "true")).hasStatus(422);
        assertThat(date(cookie, path + "/changement", "")).hasStatus(303);
        var seance = jdbc.sql("select id from agenda.seance where evenement_id = :id")
                .param("id", UUID.fromString(path.replaceFirst(".*/", "")))
                .query(UUID.class)
                .single();
        assertThat(date(cookie, path + "/seances/" + seance, "true")).hasStatus(422);
        jdbc.sql("delete from agenda.evenement").update();
    }

    private MvcTestResult date(Cookie cookie, String path, String prevenir) {
        return mvc.post()
                .uri(path)
                .cookie(cookie)
                .param("genre", "AUTRE")
                .param("titre", "La photo")
                .param("jour", LocalDate.now(Dates.PARIS).plusDays(5).toString())
                .param("pour", families().publics().getFirst().code())
                .param("prevenir", prevenir)
                .param("version", "1")
                .param("geste", "publier")
                .with(formulaire())
                .exchange();
    }

    private UUID mot(String titre) {
        return jdbc.sql("select mot_id from liaison.version where titre = :titre")
                .param("titre", titre)
                .query(UUID.class)
                .single();
    }

    private String code(UUID eleve) {
        return Public.ofEleves(ecole(), List.of(eleve), Qui.RESPONSABLES).code();
    }

    private MvcTestResult correct(Cookie cookie, UUID mot, String texte, String... more) {
        return correct(cookie, mot, texte, 1, more);
    }

    private MvcTestResult correct(Cookie cookie, UUID mot, String texte, int version, String... more) {
        var request = mvc.post()
                .uri("/liaison/mots/" + mot + "/correction")
                .cookie(cookie)
                .param("titre", "Corrigé")
                .param("texte", texte)
                .param("texte-version", String.valueOf(version));
        for (int i = 0; i < more.length; i += 2) {
            request = request.param(more[i], more[i + 1]);
        }
        return request.with(formulaire()).exchange();
    }

    // --- its notice ----------------------------------------------------------------------------------------------

    @Test
    void tellsAGrownUpOfAnEntryOnANewDeviceAndNobodyElse() {
        enter(samira, "A");
        assertThat(jdbc.sql("select count(*) from notifications.depot")
                        .query(Integer.class)
                        .single())
                .as("the first one is compared with nothing")
                .isZero();
        enter(samira, "B");
        enter(samira, "B");
        deliver();
        assertThat(visites.page(samira, "/notifications")).contains("Ce n’était pas vous");
        var entree = jdbc.sql("select id from surete.appareil where not premier")
                .query(UUID.class)
                .single();
        assertThat(visites.page(samira, "/surete/entrees/" + entree)).contains("nouvel appareil", "Ce n’était pas moi");
        assertThat(visites.get(castans, "/surete/entrees/" + entree)).hasStatus(404);
    }

    private boolean night() {
        int hour = Instant.now().atZone(Dates.PARIS).getHour();
        return hour >= Seuil.NUIT.defaut() || hour < Seuil.MATIN.defaut();
    }

    private Cookie onNewDevice(UUID personne) {
        enter(personne, "A");
        enter(personne, "B");
        var sessions = context.getBean(Sessions.class);
        var session = sessions.createSession();
        session.setAttribute(
                SessionEnt.COMPTE, new EnTantQue(context).account(personne).toString());
        session.setAttribute(AppareilEntre.SEANCE, "B");
        sessions.save(session);
        return new Cookie("session", session.getId());
    }

    private MvcTestResult publish(Cookie cookie) {
        return mvc.post()
                .uri("/liaison/mots")
                .cookie(cookie)
                .param("titre", "Sortie")
                .param("texte", "Nous irons au musée.")
                .param("pour", Public.ofClasse(ecole(), cm1(), Qui.RESPONSABLES).code())
                .with(formulaire())
                .exchange();
    }

    private String page(Cookie cookie, String path) {
        var answer = mvc.get().uri(path).cookie(cookie).exchange();
        assertThat(answer).hasStatusOk();
        return Visites.words(answer);
    }

    private void deliver() {
        context.getBean("livraisons", Besogne.class).work(Instant.now().plus(Duration.ofDays(3)));
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    /// By the door, on the device of this mark; what is asked next is asked there.
    private void enter(UUID personne, String empreinte) {
        appareils.remember(new AppareilEntre(compte(personne), empreinte));
        var request = new MockHttpServletRequest();
        request.getSession().setAttribute(AppareilEntre.SEANCE, empreinte);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private Depart ask(UUID personne, Partance quoi) {
        return new Departs(
                        context.getBean(Pauses.class),
                        appareils,
                        seuils,
                        context.getBean(Membres.class),
                        jdbc,
                        context.getBean(Journal.class),
                        context.getBean(AnnonceDesSursis.class),
                        horloge)
                .ask(utilisateur(personne), quoi);
    }

    private Utilisateur utilisateur(UUID personne) {
        return utilisateurs.of(compte(personne), null).orElseThrow();
    }

    private UUID compte(UUID personne) {
        return new EnTantQue(context).account(personne);
    }

    private Partance families() {
        return Partance.of(ecole(), List.of(Public.ofClasse(ecole(), cm1(), Qui.RESPONSABLES)), "Sortie");
    }

    private Partance one() {
        return Partance.of(ecole(), List.of(Public.ofPersonnes(ecole(), List.of(samira), Qui.RESPONSABLES)), "Sortie");
    }

    private UUID ecole() {
        return reperes.ecole("0110358E");
    }

    private UUID cm1() {
        return reperes.classe("11", "514");
    }
}
