package fr.entecole.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.CahierDeLiaison.Propos;
import fr.entecole.liaison.CahierDeLiaison.Redite;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.liaison.reponses.Reponses;
import fr.entecole.liaison.reponses.Reponses.Suite;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// Samira Benali has a mot before her eyes while its author corrects it: what she signs is what she has read, or she
/// signs nothing.
@MondeTest
class MotCorrigePendantQuOnLeLitTests {

    private static final Demande OUI_NON = new Demande(Attendu.OUI_NON, Repondants.CHACUN, null);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    CahierDeLiaison cahier;

    @Autowired
    LectureDesMots lecture;

    @Autowired
    Reponses reponses;

    @Autowired
    Comptes comptes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    Visites visites;
    UUID esteve;
    UUID samira;
    UUID ines;
    Public familles;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        esteve = visites.personnel("11", "300102");
        samira = visites.responsable("700101");
        ines = visites.eleve("500101");
        familles = Public.ofClasse(reperes.ecole("0110358E"), reperes.classe("11", "514"), Qui.RESPONSABLES);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void writesNothingAndShowsWhatHasChangedWithWhatWasChosen(boolean resigner) {
        var mot = publish("La sortie", "Départ à 9 h.\n\nPrévoir un pique-nique.", OUI_NON);
        assertThat(visites.page(samira, path(mot))).contains("name=\"version\" value=\"1\"");
        correct(mot, 1, "La sortie", "Départ à 7 h.\n\nPrévoir un pique-nique.", resigner);
        var late = answer(mot, "1", "sens", "NON", "precision", "Trop tôt pour nous");
        assertThat(late).hasStatus(409);
        assertThat(Visites.words(late))
                .contains(
                        "Ce mot a été corrigé pendant que vous le lisiez. Relisez-le, puis répondez.",
                        "<li>Départ à 9 h.</li>",
                        "<li>Départ à 7 h.</li>",
                        "value=\"NON\" checked",
                        "Trop tôt pour nous",
                        "name=\"version\" value=\"2\"")
                .doesNotContain("<li>Prévoir un pique-nique.</li>", "name=\"signe\" value=\"true\" checked");
        assertThat(answers(mot)).isEmpty();
        assertThat(visites.page(esteve, path(mot))).doesNotContain("Signé, non", "Signé, oui", "pas la correction");
        assertThat(answer(mot, "2", "sens", "NON")).hasStatus(303);
        assertThat(answers(mot)).containsExactly("2 NON");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void changesNoAnswerThatWasGivenToTheTextBefore(boolean resigner) {
        var mot = publish("La sortie", "Départ à 9 h.", OUI_NON);
        assertThat(answer(mot, "1", "sens", "OUI")).hasStatus(303);
        correct(mot, 1, "La sortie", "Départ à 7 h.", resigner);
        var late = answer(mot, "1", "sens", "NON");
        assertThat(late).hasStatus(409);
        assertThat(answers(mot)).containsExactly("1 OUI");
        assertThat(Visites.words(late))
                .contains(
                        resigner
                                ? "Le mot a changé : répondez de nouveau pour Inès"
                                : "Le mot a été corrigé depuis : votre réponse reste valable.",
                        "value=\"NON\" checked");
    }

    @Test
    void saysThatTheTitleAloneOrWhatIsJoinedAloneHasChanged() {
        var mot = publish("Mardi", "On part.", OUI_NON);
        correct(mot, 1, "Jeudi", "On part.", false);
        var late = answer(mot, "1", "sens", "OUI");
        assertThat(late).hasStatus(409);
        assertThat(Visites.words(late))
                .contains("<li>Mardi</li>", "<li>Jeudi</li>")
                .doesNotContain("<li>On part.</li>");
        var now = clock.instant();
        cahier.correct(
                mot,
                2,
                new Propos("Jeudi", new TexteRiche(texte(mot, 2))),
                auteur(),
                now,
                now,
                new Redite(false, false, true));
        var joined = answer(mot, "2", "sens", "OUI");
        assertThat(joined).hasStatus(409);
        assertThat(Visites.words(joined)).contains("Les mots sont les mêmes : ce qui est joint a changé.");
        assertThat(answers(mot)).isEmpty();
    }

    @Test
    void tellsNobodyOfAVersionThatTheyNeverReceived() {
        var mot = publish("La sortie", "Départ à 9 h.", OUI_NON);
        assertThat(visites.page(samira, path(mot))).doesNotContain("Ce qui était écrit avant");
        correct(mot, 1, "La sortie", "Départ à 8 h.", false);
        correct(mot, 2, "La sortie", "Départ à 7 h.", false);
        assertThat(visites.page(samira, path(mot)))
                .contains("Ce qui était écrit avant", "<li>Départ à 9 h.</li>", "<li>Départ à 7 h.</li>")
                .doesNotContain("Départ à 8 h.");
        assertThat(visites.page(visites.responsable("700102"), path(mot)))
                .contains("Départ à 7 h.")
                .doesNotContain("Ce qui était écrit avant", "Départ à 9 h.", "Départ à 8 h.");
    }

    @Test
    void refusesAnAnswerThatDoesNotSayWhatWasRead() {
        var mot = publish("Sans numéro", "On part.", OUI_NON);
        for (var version : List.of("", "0", "deux", "-1")) {
            var mute = answer(mot, version, "sens", "OUI");
            assertThat(mute).hasStatus(422);
            assertThat(Visites.words(mute)).contains("Relisez ce mot, puis répondez.", "value=\"OUI\" checked");
        }
        assertThat(answer(mot, "7", "sens", "OUI")).hasStatus(409);
        assertThat(answers(mot)).isEmpty();
    }

    /// A correction that waits for the next morning is not what families have before their eyes.
    @Test
    void signsWhatFamiliesHaveUntilTheCorrectionReachesThem() {
        var mot = publish("Ce soir", "On part.", OUI_NON);
        var now = clock.instant();
        cahier.correct(
                mot,
                1,
                new Propos("Demain", TexteRiche.of("On reste.")),
                auteur(),
                now,
                now.plus(Duration.ofHours(9)),
                new Redite(false, true));
        assertThat(answer(mot, "1", "sens", "OUI")).hasStatus(303);
        assertThat(answers(mot)).containsExactly("1 OUI");
    }

    @Test
    void saysThatItIsTooLateRatherThanThatItWasCorrected() {
        var mot = publish(
                "Trop tard", "On part.", OUI_NON.until(LocalDate.now(clock).minusDays(1)));
        correct(mot, 1, "Trop tard", "On reste.", true);
        var late = answer(mot, "1", "sens", "OUI");
        assertThat(late).hasStatus(422);
        assertThat(Visites.words(late))
                .contains("Il est trop tard pour répondre ici")
                .doesNotContain("a été corrigé pendant que vous le lisiez");
    }

    /// The correction is written and not committed when the answer comes: it waits, then says so.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void waitsForACorrectionThatIsBeingWrittenAndWritesNothing(boolean resigner) throws Exception {
        var mot = publish("En même temps", "Départ à 9 h.", OUI_NON);
        var lu = lecture.received(samira(), mot).orElseThrow();
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var correction = pool.submit(() -> transaction.executeWithoutResult(_ -> {
                correct(mot, 1, "En même temps", "Départ à 7 h.", resigner);
                written.countDown();
                await(commit);
            }));
            await(written);
            var answer = pool.submit(
                    () -> reponses.answer(lu, samira(), List.of(ines), Sens.OUI, "", Champs.VIDES, clock.instant()));
            until(this::someoneWaits);
            commit.countDown();
            assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(Suite.CORRIGE);
            correction.get(30, TimeUnit.SECONDS);
        }
        assertThat(answers(mot)).isEmpty();
    }

    /// The answer comes first: the correction waits for it, and what was signed is what was read.
    @Test
    void keepsAnAnswerThatWasFirstAsOneToWhatWasRead() throws Exception {
        var mot = publish("Juste avant", "Départ à 9 h.", OUI_NON);
        var lu = lecture.received(samira(), mot).orElseThrow();
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answer = pool.submit(() -> transaction.execute(_ -> {
                var suite = reponses.answer(lu, samira(), List.of(ines), Sens.OUI, "", Champs.VIDES, clock.instant());
                written.countDown();
                await(commit);
                return suite;
            }));
            await(written);
            var correction = pool.submit(() -> correct(mot, 1, "Juste avant", "Départ à 7 h.", true));
            until(this::someoneWaits);
            commit.countDown();
            assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(Suite.ECRITE);
            correction.get(30, TimeUnit.SECONDS);
        }
        assertThat(answers(mot)).containsExactly("1 OUI");
        assertThat(visites.page(samira, path(mot))).contains("répondez de nouveau pour Inès");
    }

    /// « Règlement, charte »: a changed policy is signed again, and each signature says of which text it is.
    @Test
    void asksToSignAPolicyAgainAndSaysWhoSignedWhichText() {
        var mot = policy("Règlement intérieur " + UUID.randomUUID());
        assertThat(jdbc.sql("select genre || ' ' || attendu from liaison.mot where id = :m")
                        .param("m", mot)
                        .query(String.class)
                        .single())
                .as("a policy is always signed")
                .isEqualTo("REGLEMENT SIGNATURE");
        var karim = visites.responsable("700102");
        assertThat(answer(mot, "1")).hasStatus(303);
        correct(mot, 1, "Règlement intérieur", "On marche dans les couloirs.", false);
        assertThat(answerOf(karim, mot, "1")).as("he had the first text").hasStatus(409);
        assertThat(answerOf(karim, mot, "2")).hasStatus(303);
        assertThat(visites.page(esteve, path(mot)))
                .containsPattern("(?s)Samira Benali</span>.{0,400}au texte d’avant la correction")
                .doesNotContainPattern("(?s)Karim Benali</span>.{0,400}au texte d’avant la correction");
        correct(mot, 2, "Règlement intérieur", "On ne court plus.", true);
        for (var one : List.of(samira, karim)) {
            assertThat(visites.page(one, path(mot))).contains("Le mot a changé : répondez de nouveau pour Inès");
        }
        assertThat(answer(mot, "3")).hasStatus(303);
        assertThat(visites.page(esteve, path(mot)))
                .containsPattern("(?s)Samira Benali</span>.{0,300}Signé")
                .containsPattern("(?s)Karim Benali</span>.{0,300}(Pas encore lu|Lu, pas répondu)");
        assertThat(jdbc.sql("""
                                select numero from liaison.reponse where mot_id = :m and personne_id = :p order by fait_le
                                """)
                        .param("m", mot)
                        .param("p", samira)
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 3);
    }

    // -------------------------------------------------------------------------------------------------------------

    /// By the page on which all kinds are written.
    private UUID policy(String titre) {
        assertThat(visites.post(
                        esteve,
                        "/liaison/mots",
                        "genre",
                        "REGLEMENT",
                        "titre",
                        titre,
                        "texte",
                        "On ne court pas dans les couloirs.",
                        "attendu",
                        "RIEN",
                        "repondants",
                        "CHACUN",
                        "pour",
                        familles.code()))
                .hasStatus(303);
        var mot = jdbc.sql("select mot_id from liaison.version where titre = :t")
                .param("t", titre)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        for (var table : List.of("mot set publie_le = :le, ", "version set ")) {
            jdbc.sql("update liaison." + table + "visible_le = :le where " + (table.startsWith("mot") ? "id" : "mot_id")
                            + " = :m")
                    .param("le", CahierDeLiaison.utc(clock.instant().minusSeconds(30)))
                    .param("m", mot)
                    .update();
        }
        return mot;
    }

    private UUID publish(String titre, String texte, Demande demande) {
        var now = clock.instant().minus(Duration.ofMinutes(1));
        var unique = TexteRiche.of(texte + "\n\n" + UUID.randomUUID());
        return cahier.publish(
                new Redaction(List.of(familles), false, titre, unique, now).of(Information.CODE, demande),
                auteur(),
                now);
    }

    /// The same but for these words: what makes each mot of these tests another one stays.
    private void correct(UUID mot, int base, String titre, String texte, boolean resigner) {
        var now = clock.instant();
        var lines = new TexteRiche(texte(mot, base)).brut().split("\n\n");
        var propos = new Propos(titre, TexteRiche.of(texte + "\n\n" + lines[lines.length - 1]));
        cahier.correct(mot, base, propos, auteur(), now, now, new Redite(false, resigner));
    }

    private String texte(UUID mot, int numero) {
        return jdbc.sql("select texte from liaison.version where mot_id = :m and numero = :n")
                .param("m", mot)
                .param("n", numero)
                .query(String.class)
                .single();
    }

    private Auteur auteur() {
        return new Auteur(comptes.ofPersonne(esteve).orElseThrow(), esteve);
    }

    private Utilisateur samira() {
        return context.getBean(Utilisateurs.class)
                .of(comptes.ofPersonne(samira).orElseThrow(), null)
                .orElseThrow();
    }

    private MvcTestResult answer(UUID mot, String version, String... fields) {
        return answerOf(samira, mot, version, fields);
    }

    private MvcTestResult answerOf(UUID personne, UUID mot, String version, String... fields) {
        var all = new ArrayList<>(List.of("version", version, "signe", "true"));
        all.addAll(List.of(fields));
        return visites.post(personne, path(mot) + "/reponse", all.toArray(String[]::new));
    }

    /// In force: the version and what was said of it.
    private List<String> answers(UUID mot) {
        return jdbc.sql("""
                        select numero || ' ' || sens from liaison.reponse where mot_id = :m and fini_le is null
                         order by fait_le, id
                        """).param("m", mot).query(String.class).list();
    }

    private boolean someoneWaits() {
        return jdbc.sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static String path(UUID mot) {
        return "/liaison/mots/" + mot;
    }
}
