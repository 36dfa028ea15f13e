package fr.entecole.notifications.lettres;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.courriel.CourrielRefuse;
import fr.entecole.notifications.Besogne;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.notifications.Sorte;
import fr.entecole.notifications.SorteDEssai;
import fr.entecole.notifications.SorteDeLaMaison;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// From an address that someone gives to what is written there; what leaves by SMTP is `FacteurTests`' to judge.
@MondeTest
class LettresTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Nouvelles nouvelles;

    @Autowired
    List<Besogne> besognes;

    @Autowired
    Resumes resumes;

    @Autowired
    Desabonnement desabonnement;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Reperes reperes;

    Visites visites;
    UUID parent;
    UUID ecole;

    @BeforeEach
    void nothingIsWritten() {
        for (var table : List.of("depot", "adresse", "preference", "resume")) {
            jdbc.sql("delete from notifications." + table).update();
        }
        jdbc.sql("delete from courriel.envoi").update();
        visites = new Visites(context);
        parent = visites.responsable("700113");
        ecole = reperes.ecole("0110358E");
    }

    @Test
    void writesToNoAddressThatHasNotProvenItself() {
        assertThat(give("nora@example.org")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(letters())
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter).contains("/notifications/adresse#").doesNotContain("Fournier", "Laetitia"));
        tell(SorteDEssai.ALERTE_DESSAI, "Piscine mardi");
        assertThat(letters()).hasSize(1);
        assertThat(visites.page(parent, "/notifications/reglages"))
                .contains("nora@example.org", "En attente", "Renvoyer le lien", "Ces choix serviront quand");
    }

    @Test
    void provesAnAddressOnceByItsLinkWithoutASignIn() {
        assertThat(give("nora@example.org")).hasStatus(HttpStatus.SEE_OTHER);
        var jeton = jeton();
        assertThat(verify("x".repeat(43))).hasStatus(422);
        assertThat(verify(jeton)).hasStatusOk();
        assertThat(verify(jeton)).as("once").hasStatus(422);
        assertThat(visites.page(parent, "/notifications/reglages"))
                .contains("L’ENT vous écrit ici.")
                .doesNotContain("Renvoyer le lien", "Ces choix serviront");
        assertThat(jdbc.sql("select count(*) from notifications.adresse where empreinte is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsTheFormerAddressUntilTheNewOneIsProven() {
        prove("nora@example.org");
        assertThat(give("autre@example.org")).hasStatus(HttpStatus.SEE_OTHER);
        var jeton = jeton();
        tell(SorteDEssai.ALERTE_DESSAI, "Piscine mardi");
        assertThat(recipients()).containsExactly("nora@example.org");
        assertThat(verify(jeton)).hasStatusOk();
        jdbc.sql("delete from courriel.envoi").update();
        tell(SorteDEssai.ALERTE_DESSAI, "Sortie jeudi");
        assertThat(recipients()).containsExactly("autre@example.org");
    }

    @Test
    void refusesWhatIsNoAddressAndTooManyOfThem() {
        assertThat(give("nora")).hasStatus(422);
        assertThat(give("éè@exemple.fr")).hasStatus(422);
        assertThat(give("nora@example.org\r\nBcc: b@example.org")).hasStatus(422);
        for (int i = 0; i < Adresses.A_DAY; i++) {
            assertThat(give("nora" + i + "@example.org")).hasStatus(HttpStatus.SEE_OTHER);
        }
        assertThat(give("encore@example.org")).hasStatus(422);
        assertThat(letters()).hasSize(Adresses.A_DAY);
    }

    @Test
    void writesAtOnceTheKindAloneAndOnceForEachThing() {
        prove("nora@example.org");
        tell(SorteDEssai.ALERTE_DESSAI, "Timéo est tombé");
        deliver();
        assertThat(letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .contains("Une alerte d’essai", "/aide", "/notifications/desabonnement/")
                        .doesNotContain("Timéo", "tombé", "Marie Curie"));
        assertThat(jdbc.sql("select sujet from courriel.envoi")
                        .query(String.class)
                        .single())
                .isEqualTo("Du nouveau sur l’ENT de l’école");
    }

    @Test
    void writesAsEachHasChosenByKind() {
        prove("nora@example.org");
        tell(SorteDEssai.MOT_DESSAI, "Piscine mardi");
        assertThat(letters()).as("in the summary").isEmpty();
        choose("mot-dessai", "TOUT_DE_SUITE", "alerte-dessai", "JAMAIS");
        assertThat(visites.page(parent, "/notifications/reglages?fait=choix")).contains("Vos choix sont enregistrés");
        tell(SorteDEssai.ALERTE_DESSAI, "Neige");
        assertThat(letters()).isEmpty();
        tell(SorteDEssai.MOT_DESSAI, "Sortie jeudi");
        assertThat(letters()).hasSize(1);
    }

    /// RGPD, article 18: what is put aside is kept, and used no more than it must be.
    @Test
    void writesToWhomDataArePutAsideOnlyWhatGuardsThem() {
        prove("nora@example.org");
        jdbc.sql("delete from rgpd.droit").update();
        assertThat(visites.post(parent, "/mes-donnees/droits", "droit", "LIMITATION", "texte", "Vérifiez."))
                .hasStatus(HttpStatus.SEE_OTHER);
        var droit = "/rgpd/droits/"
                + jdbc.sql("select id from rgpd.droit").query(UUID.class).single();
        assertThat(visites.post(visites.agent("Lebrun"), droit + "/reserves", "genre", "LIMITATION"))
                .hasStatus(HttpStatus.SEE_OTHER);
        deliver();
        jdbc.sql("delete from courriel.envoi").update();
        tell(SorteDEssai.ALERTE_DESSAI, "Neige");
        tell(SorteDEssai.MOT_DESSAI, "Piscine mardi");
        assertThat(letters()).as("neither at once").isEmpty();
        jdbc.sql("update notifications.resume set prochain_le = now() - interval '1 minute'")
                .update();
        resumes.work(Instant.now());
        assertThat(letters()).as("nor in the summary").isEmpty();
        assertThat(visites.page(parent, "/notifications")).contains("Neige", "Piscine mardi");
        tell(SorteDeLaMaison.PROTECTION_CHANGEE, "Votre mot de passe a été changé.");
        assertThat(letters()).as("what guards the account goes").hasSize(1);
        jdbc.sql("delete from rgpd.reserve").update();
        assertThat(visites.post(parent, "/mes-donnees/comptage"))
                .as("the node reads again what holds")
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visites.post(parent, "/mes-donnees/comptage", "compter", "true"))
                .hasStatus(HttpStatus.SEE_OTHER);
        tell(SorteDEssai.ALERTE_DESSAI, "Verglas");
        assertThat(letters()).as("no longer put aside").hasSize(2);
    }

    @Test
    void writesOneSummaryADayOfWhatIsUnreadAcrossKinds() {
        prove("nora@example.org");
        choose("heure", "18");
        var today = LocalDate.now(PARIS).plusDays(70);
        tell(SorteDEssai.MOT_DESSAI, "Piscine mardi");
        tell(SorteDEssai.MOT_DESSAI, "Sortie jeudi");
        tell(SorteDEssai.ALERTE_DESSAI, "Neige");
        jdbc.sql("delete from courriel.envoi").update();
        var six = today.atTime(18, 0).atZone(PARIS).toInstant();
        jdbc.sql("update notifications.resume set prochain_le = :six")
                .param("six", six.atOffset(ZoneOffset.UTC))
                .update();
        resumes.work(six.minusSeconds(1));
        assertThat(letters()).isEmpty();
        var nodes = Stream.generate(() -> CompletableFuture.runAsync(() -> resumes.work(six)))
                .limit(3)
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.replace('\u00a0', ' '))
                        .contains("- Un mot d’essai : 2", "/notifications/reglages")
                        .doesNotContain("Piscine", "Une alerte"));
        resumes.work(six.plus(Duration.ofDays(1)));
        assertThat(letters()).as("nothing new, no letter").hasSize(1);
    }

    /// A mother of a child in CM1 and of one in the nursery school: each of two parents chooses their own hour.
    @Test
    void writesOneSummaryADayAcrossChildrenAndSchools() {
        parent = visites.responsable("700101");
        prove("nora@example.org");
        choose("heure", "18");
        for (var uai : List.of("0110358E", "0110359F")) {
            ecole = reperes.ecole(uai);
            var familles = Public.ofEcole(ecole, Qui.RESPONSABLES);
            transaction.executeWithoutResult(_ -> nouvelles.deposit(
                    null, new Nouvelle(SorteDEssai.MOT_DESSAI, UUID.randomUUID(), familles, "/aide", "Piscine")));
        }
        deliver();
        jdbc.sql("delete from courriel.envoi").update();
        var six = LocalDate.now(PARIS).plusDays(70).atTime(18, 0).atZone(PARIS).toInstant();
        jdbc.sql("update notifications.resume set prochain_le = :six")
                .param("six", six.atOffset(ZoneOffset.UTC))
                .update();
        resumes.work(six);
        assertThat(letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.replace('\u00a0', ' ')).contains("- Un mot d’essai : 2"));
    }

    @Test
    void comesOnceOnTheDaysWhenClocksChange() {
        for (var change : List.of(LocalDate.of(2027, 3, 28), LocalDate.of(2027, 10, 31))) {
            var eve = change.minusDays(1).atTime(18, 0).atZone(PARIS).toInstant();
            var first = Resumes.next(18, eve);
            assertThat(first).isEqualTo(change.atTime(18, 0).atZone(PARIS).toInstant());
            assertThat(Resumes.next(18, first))
                    .isEqualTo(change.plusDays(1).atTime(18, 0).atZone(PARIS).toInstant());
        }
    }

    @Test
    void stopsInOneTouchWithoutASignInAndShowsNothingOfAnyone() {
        prove("nora@example.org");
        var id = jdbc.sql("select id from notifications.adresse")
                .query(UUID.class)
                .single();
        var path = "/notifications/desabonnement/" + desabonnement.jeton(id);
        var page = mvc.get().uri(path).exchange();
        assertThat(page).hasStatusOk();
        assertThat(Visites.words(page)).doesNotContain("nora@example.org", "Fournier");
        int middle = path.length() - 8; // the last letters of a token may say the same bits
        var other = path.substring(0, middle) + (path.charAt(middle) == 'A' ? 'B' : 'A') + path.substring(middle + 1);
        assertThat(mvc.get().uri(other).exchange()).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post().uri(path).param("List-Unsubscribe", "One-Click").exchange())
                .as("as a mail program posts it (RFC 8058)")
                .hasStatusOk();
        tell(SorteDEssai.ALERTE_DESSAI, "Neige");
        assertThat(letters()).isEmpty();
        assertThat(mvc.post().uri(path).exchange()).as("again").hasStatusOk();
    }

    @Test
    void closesAnAddressThatIsRefusedAndTellsTheHeadWithoutTheAddress() {
        prove("nora@example.org");
        var id = jdbc.sql("select id from notifications.adresse")
                .query(UUID.class)
                .single();
        transaction.executeWithoutResult(_ -> events.publishEvent(new CourrielRefuse(UUID.randomUUID(), id)));
        deliver();
        assertThat(visites.page(parent, "/notifications/reglages")).contains("Cette adresse ne reçoit plus rien");
        var head = visites.personnel("11", "300101");
        assertThat(visites.page(head, "/notifications")).contains("Un courriel ne passe plus");
        assertThat(visites.page(head, "/notifications/adresses-refusees"))
                .contains("Fournier")
                .doesNotContain("nora@example.org");
        var other = visites.personnel("11", "300114");
        assertThat(visites.page(other, "/notifications/adresses-refusees")).doesNotContain("Fournier");
        tell(SorteDEssai.ALERTE_DESSAI, "Neige");
        assertThat(letters()).isEmpty();
    }

    private MvcTestResult give(String courriel) {
        return visites.post(parent, "/notifications/reglages/adresse", "courriel", courriel);
    }

    private void prove(String courriel) {
        assertThat(give(courriel)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(verify(jeton())).hasStatusOk();
        jdbc.sql("delete from courriel.envoi").update();
    }

    private MvcTestResult verify(String jeton) {
        return mvc.post()
                .uri("/notifications/adresse")
                .param("jeton", jeton)
                .with(formulaire())
                .exchange();
    }

    private String jeton() {
        return letters().getLast().replaceAll("(?s).*/notifications/adresse#([\\w-]{43}).*", "$1");
    }

    private void choose(String... fields) {
        assertThat(visites.post(parent, "/notifications/reglages", fields)).hasStatus(HttpStatus.SEE_OTHER);
    }

    private void tell(Sorte sorte, String titre) {
        var familles = Public.ofClasse(ecole, reperes.classe("11", "514"), Qui.RESPONSABLES);
        transaction.executeWithoutResult(
                _ -> nouvelles.deposit(null, new Nouvelle(sorte, UUID.randomUUID(), familles, "/aide", titre)));
        deliver();
    }

    private void deliver() {
        besognes.stream()
                .filter(besogne -> besogne.nom().equals("livraisons"))
                .forEach(besogne -> besogne.work(Instant.now().plus(Duration.ofDays(60))));
    }

    private List<String> letters() {
        return jdbc.sql("select texte from courriel.envoi order by id")
                .query(String.class)
                .list();
    }

    private List<String> recipients() {
        return jdbc.sql("select destinataire from courriel.envoi where desabonnement is not null order by id")
                .query(String.class)
                .list();
    }
}
