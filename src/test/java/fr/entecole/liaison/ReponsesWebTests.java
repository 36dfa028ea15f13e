package fr.entecole.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.CahierDeLiaison.Propos;
import fr.entecole.liaison.CahierDeLiaison.Redite;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.liaison.reponses.Reponses;
import fr.entecole.liaison.reponses.Reponses.Suite;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What the families of the CM1 answer, each guardian for themself, and what the school sees and does of it.
@MondeTest
class ReponsesWebTests {

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
    Genres genres;

    @Autowired
    Autorisations autorisations;

    @Autowired
    LiaisonDonneesPersonnelles donnees;

    @Autowired
    Utilisateurs utilisateurs;

    @Autowired
    Comptes comptes;

    @Autowired
    Clock clock;

    Visites visites;
    UUID curie;
    UUID esteve;
    UUID castans;
    UUID samira;
    UUID karim;
    UUID yvan;
    UUID ines;
    Public familles;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = id("responsable", "SAMIRA", "BENALI");
        karim = id("responsable", "KARIM", "BENALI");
        yvan = id("responsable", "YVAN", "GALY");
        ines = id("eleve", "INES", "BENALI");
        familles = Public.ofClasse(curie, reperes.classe("11", "514"), Qui.RESPONSABLES);
    }

    // --- answering -----------------------------------------------------------------------------------------------

    @Test
    void tellsTheOtherGuardianThePupilAndStrangersNothingOfAnAnswer() {
        var mot = publish("Secret", OUI_NON, true);
        assertThat(answer(samira, mot, "OUI", "precision", "un mot bien à moi")).hasStatus(303);
        var pupil = visites.eleve("500101");
        for (var other : List.of(karim, pupil)) {
            assertThat(visites.page(other, path(mot)))
                    .doesNotContain("Samira", "bien à moi", "Vous avez dit", "a dit oui");
        }
        assertThat(visites.page(pupil, path(mot))).doesNotContain("Je signe", "/reponse");
        assertThat(visites.post(pupil, path(mot) + "/reponse", "sens", "OUI", "signe", "true"))
                .hasStatus(404);
        for (var stranger : List.of(yvan, esteve, visites.personnel("11", "300105"))) {
            assertThat(answer(stranger, mot, "OUI")).hasStatus(404);
        }
        assertThat(visites.get(visites.personnel("11", "300105"), path(mot))).hasStatus(404);
        assertThat(visites.page(esteve, path(mot))).contains("Signé, oui", "bien à moi");
        assertThat(visites.page(castans, path(mot))).contains("Signé, oui", "bien à moi");
    }

    @Test
    void refusesAnAnswerThatIsNotSignedOrSaysNothingAndKeepsWhatWasTyped() {
        var mot = publish("À signer", OUI_NON, false);
        var unsigned =
                visites.post(samira, path(mot) + "/reponse", "version", "1", "sens", "NON", "precision", "Peut-être");
        assertThat(unsigned).hasStatus(422);
        assertThat(Visites.words(unsigned)).contains("Cochez « Je signe »", "Peut-être", "value=\"NON\" checked");
        assertThat(visites.post(samira, path(mot) + "/reponse", "version", "1", "signe", "true"))
                .hasStatus(422);
        assertThat(visites.post(samira, path(mot) + "/reponse", "version", "1", "signe", "true", "sens", "BOF"))
                .hasStatus(422);
        var tooLong = answer(samira, mot, "OUI", "precision", "x".repeat(301));
        assertThat(tooLong).hasStatus(422);
        assertThat(Visites.words(tooLong)).contains("name=\"signe\" value=\"true\" checked");
        assertThat(Visites.words(unsigned)).doesNotContain("name=\"signe\" value=\"true\" checked");
        assertThat(answers(mot)).isEmpty();
    }

    @Test
    void refusesAnAnswerAfterItsLastDay() {
        var mot = publish("Trop tard", OUI_NON.until(LocalDate.now(clock).minusDays(1)), false);
        assertThat(answer(samira, mot, "OUI")).hasStatus(422);
        assertThat(visites.page(samira, path(mot))).contains("Le temps de répondre est passé");
        assertThat(answers(mot)).isEmpty();
        var last = publish("Dernier jour", OUI_NON.until(LocalDate.now(clock)), false);
        assertThat(answer(samira, last, "OUI")).hasStatus(303);
    }

    @Test
    void keepsEachChangeAsADatedRow() {
        var mot = publish("Change d’avis", OUI_NON, false);
        for (var sens : List.of("OUI", "OUI", "NON")) {
            assertThat(answer(samira, mot, sens)).hasStatus(303).hasHeader("Location", path(mot) + "/signe");
        }
        assertThat(answers(mot)).containsExactly("OUI fini", "NON");
        assertThat(visites.page(samira, path(mot) + "/signe"))
                .contains("C’est signé, merci", "Vous avez dit non pour Inès");
        assertThat(visites.page(samira, path(mot))).contains("Vous avez dit non pour Inès", "Changer ma réponse");
        assertThat(visites.page(esteve, path(mot))).contains("Signé, non").doesNotContain("Signé, oui");
    }

    @Test
    void awaitsOnTheHomeAndInTheListUntilItIsAnswered() {
        jdbc.sql("update liaison.mot set avant = :hier where avant is not null or attendu <> 'RIEN'")
                .param("hier", LocalDate.now(clock).minusDays(1))
                .update();
        var mot = publish("Avant jeudi", OUI_NON.until(LocalDate.now(clock).plusDays(3)), false);
        assertThat(visites.page(samira, "/"))
                .contains("Avant jeudi", "Pour Inès. Répondre jusqu’au", "Lire et répondre");
        assertThat(visites.page(samira, "/liaison")).contains("Répondre jusqu’au");
        visites.page(samira, path(mot));
        assertThat(visites.page(samira, "/")).contains("Lire et répondre");
        answered(samira, mot, "OUI");
        assertThat(visites.page(samira, "/")).doesNotContain("Lire et répondre");
        assertThat(visites.page(karim, "/"))
                .as("the other still answers for himself")
                .contains("Lire et répondre");
        assertThat(visites.page(samira, "/liaison")).contains("Répondu");
    }

    @Test
    void answersForBothTwinsInOneGestureOrForOneAlone() {
        var zoe = id("eleve", "ZOE", "DELMAS");
        linkToo(samira, zoe);
        var mot = publish("Jumelles", OUI_NON, false);
        assertThat(visites.page(samira, path(mot))).contains("Pour qui répondez-vous", ines.toString(), zoe.toString());
        assertThat(visites.post(samira, path(mot) + "/reponse", "version", "1", "sens", "OUI", "signe", "true"))
                .as("for whom?")
                .hasStatus(422);
        var stranger = id("eleve", "HUGO", "CALVET");
        assertThat(answer(samira, mot, "OUI", "eleve", stranger.toString())).hasStatus(422);
        assertThat(answer(samira, mot, "OUI", "eleve", ines.toString(), "eleve", zoe.toString()))
                .hasStatus(303);
        assertThat(answers(mot)).containsExactly("OUI", "OUI");
        assertThat(answer(samira, mot, "NON", "eleve", zoe.toString())).hasStatus(303);
        assertThat(answers(mot)).containsExactlyInAnyOrder("OUI", "OUI fini", "NON");
        unlink(samira, zoe);
    }

    @Test
    void needsOneAnswerFewerWhenAuthorityIsRemovedWhileBothAreAwaited() {
        var mot = publish("Les deux", OUI_NON, false);
        answered(samira, mot, "OUI");
        assertThat(visites.page(esteve, path(mot) + "?qui=manque")).contains("Karim Benali");
        jdbc.sql("""
                        insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le)
                        values (:eleve, :responsable, current_date - 1, 'jugement', clock_timestamp())
                        """).param("eleve", ines).param("responsable", karim).update();
        forget();
        assertThat(answer(karim, mot, "NON")).hasStatus(404);
        assertThat(visites.page(esteve, path(mot)))
                .containsPattern("(?s)Inès Benali.{0,400}ent-badge--bien")
                .doesNotContain("Karim");
        jdbc.sql("delete from annuaire.restriction where responsable_id = :r")
                .param("r", karim)
                .update();
        forget();
        assertThat(visites.page(esteve, path(mot))).containsPattern("(?s)Inès Benali.{0,400}ent-badge--attente");
    }

    @Test
    void needsOneAnswerAloneWhereOneIsEnoughAndTellsTheOtherNothing() {
        var mot = publish("Un seul suffit", new Demande(Attendu.OUI_NON, Repondants.UN, null), false);
        answered(samira, mot, "OUI");
        assertThat(visites.page(esteve, path(mot))).containsPattern("(?s)Inès Benali.{0,400}ent-badge--bien");
        assertThat(visites.post(esteve, path(mot) + "/relance")).hasStatus(303);
        assertThat(reminded(mot)).doesNotContain(karim, samira);
        assertThat(visites.page(karim, "/liaison")).contains("Réponse attendue");
        assertThat(answer(karim, mot, "NON")).hasStatus(303);
        assertThat(visites.page(esteve, path(mot)))
                .as("a no is no")
                .containsPattern("(?s)Inès Benali.{0,400}ent-badge--souci");
    }

    /// In September nobody may answer what was asked in June; what was answered is still read.
    @Test
    void readsInSeptemberWhatWasAnsweredToAClassThatIsOver() {
        var mot = publish("En juin", OUI_NON.until(LocalDate.now(clock).plusDays(1)), false);
        answered(samira, mot, "OUI");
        jdbc.sql("update annuaire.classe set archivee_le = clock_timestamp() where id = :c")
                .param("c", reperes.classe("11", "514"))
                .update();
        forget();
        assertThat(visites.page(samira, path(mot))).contains("En juin");
        assertThat(visites.page(samira, path(mot) + "/signe")).contains("Vous avez dit oui pour Inès");
        assertThat(visites.page(castans, path(mot))).contains("En juin");
        jdbc.sql("update annuaire.classe set archivee_le = null where id = :c")
                .param("c", reperes.classe("11", "514"))
                .update();
        forget();
    }

    @Test
    void saysWhichVersionWasSignedAndAsksAgainOnlyWhereTheAuthorDoes() {
        var mot = publish("Règles", new Demande(Attendu.SIGNATURE, Repondants.CHACUN, null), false);
        answered(samira, mot, "");
        correct(mot, 1, "Règles bis", false);
        assertThat(visites.page(esteve, path(mot))).contains("au texte d’avant la correction");
        assertThat(visites.page(samira, path(mot))).contains("votre réponse reste valable");
        correct(mot, 2, "Règles ter", true);
        assertThat(visites.page(samira, path(mot))).contains("Le mot a changé : répondez de nouveau");
        assertThat(visites.page(samira, "/liaison")).contains("Réponse attendue");
        assertThat(visites.page(esteve, path(mot))).doesNotContain("au texte d’avant la correction");
        answered(samira, mot, "");
        assertThat(answers(mot)).containsExactly("SIGNE fini", "SIGNE");
        assertThat(visites.page(samira, path(mot))).contains("Vous avez signé pour Inès");
    }

    @Test
    void showsAChildWhoJoinsWhatIsStillOpenAndNothingToOneWhoLeft() {
        var mot = publish("Mardi", OUI_NON, false);
        var classe = reperes.classe("11", "514");
        jdbc.sql("update annuaire.eleve_classe set fini_le = current_date where eleve_id = :e and fini_le is null")
                .param("e", ines)
                .update();
        forget();
        assertThat(answer(samira, mot, "OUI")).hasStatus(404);
        jdbc.sql("update annuaire.eleve_classe set fini_le = null where eleve_id = :e and classe_id = :c")
                .param("e", ines)
                .param("c", classe)
                .update();
        forget();
        assertThat(answer(samira, mot, "OUI")).hasStatus(303);
    }

    /// Twenty-eight guardians at once, each in two windows: one answer in force each, none lost.
    @Test
    void losesAndDoublesNothingWhenAllSignAtOnce() throws Exception {
        var mot = publish("Tous ensemble", OUI_NON, false);
        var guardians = jdbc.sql("""
                        select g.personne_id from annuaire.garde(current_date) g
                          join annuaire.inscrit i on i.eleve_id = g.eleve_id
                          join comptes.compte c on c.personne_id = g.personne_id
                         where i.classe_id = :classe group by g.personne_id order by g.personne_id limit 28
                        """)
                .param("classe", reperes.classe("11", "514"))
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
        assertThat(guardians).hasSize(28);
        var people = guardians.stream()
                .map(g -> utilisateurs
                        .of(comptes.ofPersonne(g).orElseThrow(), null)
                        .orElseThrow())
                .toList();
        var concernes = context.getBean(Concernes.class);
        var start = new CountDownLatch(1);
        List<Callable<Suite>> gestures = new ArrayList<>();
        int awaited = 0;
        for (var one : people) {
            var received = lecture.received(one, mot).orElseThrow();
            var eleves = concernes.asked(concernes.enfants(one), received).stream()
                    .map(Concernes.Enfant::id)
                    .toList();
            awaited += eleves.size();
            for (var sens : List.of(Sens.OUI, Sens.NON)) {
                gestures.add(() -> {
                    start.await();
                    return reponses.answer(received, one, eleves, sens, "", Champs.VIDES, clock.instant());
                });
            }
        }
        try (var pool = Executors.newFixedThreadPool(gestures.size())) {
            var done = gestures.stream().map(pool::submit).toList();
            start.countDown();
            for (var one : done) {
                assertThat(one.get()).isEqualTo(Suite.ECRITE);
            }
        }
        assertThat(answers(mot).stream().filter(a -> !a.endsWith("fini"))).hasSize(awaited);
        assertThat(answers(mot)).hasSize(2 * awaited);
    }

    // --- following -----------------------------------------------------------------------------------------------

    @Test
    void remindsOnlyWhoHasNotAnsweredAndOnceADay() {
        var mot = publish("Relance", OUI_NON, false);
        answered(samira, mot, "OUI");
        assertThat(visites.post(castans, path(mot) + "/relance")).hasStatus(303);
        assertThat(reminded(mot)).contains(karim).doesNotContain(samira, yvan);
        int before = reminded(mot).size();
        assertThat(visites.post(esteve, path(mot) + "/relance"))
                .hasStatus(303)
                .hasHeader("Location", path(mot) + "?fait=relance&combien=0");
        assertThat(reminded(mot)).hasSize(before);
        assertThat(jdbc.sql("""
                                select count(*) from notifications.depot d join notifications.remise r on r.depot_id = d.id
                                 where d.chose in (select lot from liaison.relance where mot_id = :mot)
                                """).param("mot", mot).query(Integer.class).single())
                .isOne();
        assertThat(visites.page(esteve, path(mot)))
                .containsPattern(
                        "Relancés aujourd’hui à|La relance arrive (aujourd’hui|demain|(lun|mar|mercre|jeu|vendre)di) ")
                .doesNotContain("/relance\"");
        assertThat(visites.post(visites.personnel("11", "300105"), path(mot) + "/relance"))
                .hasStatus(404);
    }

    @Test
    void printsSlipsForThoseWhoCannotBeReachedAndTicksWhatComesBack() throws Exception {
        var mot = publish("Talon", OUI_NON.until(LocalDate.now(clock).plusDays(5)), false);
        assertThat(visites.post(visites.personnel("11", "300105"), path(mot) + "/talons"))
                .hasStatus(404);
        var slips = text(visites.post(esteve, path(mot) + "/talons", "qui", "injoignables"));
        assertThat(slips)
                .contains("Talon", "Oui, j’autorise", "Signature", "À rendre jusqu’au", "Aude Delmas")
                .doesNotContain("Samira Benali", "Yvan");
        var all = text(visites.post(esteve, path(mot) + "/talons", "qui", "tous"));
        assertThat(all).contains("Samira Benali", "Aude Delmas").doesNotContain("Yvan");
        assertThat(visites.page(esteve, path(mot))).contains("Talon imprimé");
        var zoe = id("eleve", "ZOE", "DELMAS");
        var aude = visites.responsable("700108");
        answered(samira, mot, "NON");
        assertThat(tick(castans, mot, "OUI", zoe + "." + aude, ines + "." + karim, ines + "." + samira))
                .hasStatus(303)
                .hasHeader("Location", path(mot) + "?fait=papier&combien=2");
        assertThat(visites.page(esteve, path(mot))).contains("sur papier, noté", "Signé, non");
        assertThat(visites.page(karim, path(mot))).contains("Coché par l’école d’après votre talon");
        assertThat(jdbc.sql("select saisi_par from liaison.reponse where mot_id = :m and personne_id = :p")
                        .param("m", mot)
                        .param("p", aude)
                        .query((rs, _) -> rs.getObject(1, UUID.class))
                        .single())
                .isEqualTo(castans);
        assertThat(tick(esteve, mot, "OUI", ines + "." + yvan)).hasStatus(404);
        assertThat(tick(esteve, mot, "OUI", "n’importe quoi")).hasStatus(404);
        assertThat(tick(esteve, mot, "SIGNE", zoe + "." + aude)).hasStatus(404);
        assertThat(tick(esteve, mot, "OUI")).hasStatus(303).hasHeader("Location", path(mot) + "?fait=papier&combien=0");
    }

    @Test
    void ticksForABodyThatAnswersForAChild() {
        var ecole = reperes.ecole("0341406U");
        var roux = visites.personnel("11", "300115");
        var nora = id("eleve", "NORA", "HADDAD");
        var pour = Public.ofEleves(ecole, Set.of(nora), Qui.RESPONSABLES);
        var mot = publishBy(roux, pour, "Pour Nora", OUI_NON, "INFORMATION", false, Map.of());
        var body = jdbc.sql("""
                        select l.responsable_id from annuaire.lien l join annuaire.responsable r on r.id = l.responsable_id
                         where l.eleve_id = :e and lower(r.prenom) = 'organisme' and l.retire_le is null
                        """)
                .param("e", nora)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        assertThat(visites.page(roux, path(mot))).contains("un organisme n’a pas de compte");
        assertThat(tick(roux, mot, "OUI", nora + "." + body))
                .hasStatus(303)
                .hasHeader("Location", path(mot) + "?fait=papier&combien=1");
        assertThat(visites.page(roux, path(mot))).contains("sur papier, noté");
    }

    /// Who teaches the class reads what its families answered to the head, and does nothing in their name.
    @Test
    void letsAColleagueOfTheClassReadAnswersAndDoNothingMore() {
        var mot = publishBy(castans, familles, "De la directrice", OUI_NON, "INFORMATION", false, Map.of());
        answered(samira, mot, "OUI");
        assertThat(visites.page(esteve, path(mot)))
                .contains("Signé, oui", "Samira Benali")
                .doesNotContain("Relancer", "Noter «", "/talons");
        assertThat(visites.post(esteve, path(mot) + "/relance")).hasStatus(404);
        assertThat(visites.post(esteve, path(mot) + "/talons")).hasStatus(404);
        assertThat(tick(esteve, mot, "OUI")).hasStatus(404);
    }

    @Test
    void saysWhoseMailComesBack() {
        var mot = publish("Courriel", OUI_NON, false);
        jdbc.sql("""
                        insert into notifications.adresse (compte_id, personne_id, courriel, created_at, expire_le,
                                                           verifiee_le, finie_le, motif)
                        values (:compte, :personne, 'k@example.org', now(), now(), now(), now(), 'REFUSEE')
                        """)
                .param("compte", comptes.ofPersonne(karim).orElseThrow())
                .param("personne", karim)
                .update();
        assertThat(visites.page(esteve, path(mot))).contains("Pas encore lu, son courriel revient");
        jdbc.sql("delete from notifications.adresse where courriel = 'k@example.org'")
                .update();
    }

    @Test
    void keepsToItsStatements() {
        var mot = publish("Combien", OUI_NON, false);
        answered(samira, mot, "OUI");
        assertThat(ComptageSql.each(visites.statements(esteve, path(mot)))).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(samira, path(mot))).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(samira, "/liaison")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(esteve, "/liaison")).hasSizeLessThanOrEqualTo(5);
    }

    // --- kinds ---------------------------------------------------------------------------------------------------

    @Test
    void keepsWhatAFamilyWritesForAnOutingUntilTheDayAfter() throws Exception {
        var jour = LocalDate.now(clock).plusDays(2);
        var mot = outing(jour);
        var wrong = answer(samira, mot, "OUI", "allergies", "arachide", "telephone", "pas un numéro");
        assertThat(wrong).hasStatus(422);
        assertThat(Visites.words(wrong))
                .contains("Écrivez un numéro de téléphone, ou laissez vide", "arachide", "pas un numéro")
                .contains("gardé seulement si vous répondez oui");
        assertThat(answer(samira, mot, "OUI", "allergies", "arachide", "telephone", "06 39 98 00 00"))
                .hasStatus(303);
        assertThat(answer(karim, mot, "OUI")).hasStatus(303);
        assertThat(visites.page(karim, path(mot))).doesNotContain("arachide");
        assertThat(visites.page(samira, path(mot))).contains("arachide", "8 h 45", "Narbonne");
        var liste = text(visites.post(esteve, path(mot) + "/liste"));
        assertThat(liste)
                .contains(
                        "Inès Benali",
                        "Y va",
                        "Pas de réponse",
                        "Samira Benali. Allergies : arachide",
                        "06 39 98 00 00")
                .doesNotContain("Yvan");
        try (var pdf = Loader.loadPDF(
                visites.post(esteve, path(mot) + "/liste").getResponse().getContentAsByteArray())) {
            assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(2);
        }
        assertThat(answer(karim, mot, "NON", "precision", "Il a mal au cœur")).hasStatus(303);
        assertThat(text(visites.post(esteve, path(mot) + "/liste")))
                .contains("Un oui, un non : à demander", "Karim Benali : Il a mal au cœur", "À cocher")
                .contains("Restent : 0. À demander, un oui et un non : 1.");
        assertThat(text(visites.post(esteve, path(mot) + "/talons", "qui", "tous")))
                .contains("Allergies, précautions", "Téléphone ce jour-là");
        for (var other : List.of(samira, visites.personnel("11", "300105"))) {
            assertThat(visites.post(other, path(mot) + "/liste")).hasStatus(404);
        }
        donnees.purge();
        assertThat(precautions(mot)).isOne();
        jdbc.sql("update liaison.sortie set jour = :hier where mot_id = :m")
                .param("hier", LocalDate.now(clock).minusDays(1))
                .param("m", mot)
                .update();
        donnees.purge();
        assertThat(precautions(mot)).isZero();
    }

    @Test
    void refusesAnOutingWithoutItsDayItsHoursOrItsPlace() {
        var answer = visites.post(
                esteve,
                "/liaison/mots",
                "genre",
                "SORTIE",
                "titre",
                "Sans jour",
                "texte",
                "On y va.",
                "attendu",
                "OUI_NON",
                "sortie-depart",
                "16:00",
                "sortie-retour",
                "09:00",
                "pour",
                familles.code());
        assertThat(answer).hasStatus(422);
        assertThat(Visites.words(answer))
                .contains(
                        "Choisissez le jour de la sortie",
                        "Donnez l’heure du retour, après celle du départ",
                        "Dites où vous allez",
                        "value=\"16:00\"");
    }

    @Test
    void saysThatTheDayOfAnOutingIsPast() {
        var erreurs = new Erreurs();
        var past = LocalDate.now(clock).minusDays(1);
        genres.of("SORTIE")
                .accept(new Champs(Map.of("sortie-jour", List.of(past.toString()))), past.plusDays(1), erreurs);
        assertThat(erreurs.of("sortie-jour")).startsWith("Ce jour est passé");
    }

    @Test
    void showsWhatAnOutingSaidBeforeToWhoHadReadItAlone() {
        var mot = correctedOuting("true");
        var before = Dates.jour(LocalDate.now(clock).plusDays(5));
        var since = Dates.jour(LocalDate.now(clock).plusDays(7));
        jdbc.sql("update liaison.version set visible_le = :le where mot_id = :m and numero = 2")
                .param("le", CahierDeLiaison.utc(clock.instant().plus(Duration.ofHours(9))))
                .param("m", mot)
                .update();
        assertThat(visites.page(samira, path(mot)))
                .as("not delivered yet")
                .contains(before)
                .doesNotContain(since);
        deliver(mot);
        assertThat(visites.page(karim, path(mot)))
                .as("never opened it before")
                .contains(since, "Narbonne")
                .doesNotContain(before, "Ce qui était écrit avant");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(visites.page(samira, path(mot)))
                    .contains("Ce qui était écrit avant", "<li>Quand : " + before, "<li>Quand : " + since)
                    .contains("Le mot a changé : répondez de nouveau pour Inès")
                    .doesNotContain("<li>Dites oui ou non.");
        }
        assertThat(visites.get(visites.eleve("500101"), path(mot))).hasStatus(404);
    }

    @Test
    void proposesToAskAgainWhereTheDayOfAnOutingChangesAndNotWhereItsPlaceDoes() {
        var mot = outing(LocalDate.now(clock).plusDays(5));
        assertThat(visites.page(samira, path(mot))).contains("Narbonne");
        answered(samira, mot, "OUI", "allergies", "arachide");
        assertThat(visites.page(esteve, path(mot) + "/correction"))
                .contains("value=\"08:45\"", "value=\"Narbonne\"", "Répondre jusqu’au")
                .doesNotContain("name=\"propose\"");
        var moved = outingAgain(mot, 1, LocalDate.now(clock).plusDays(7), "Narbonne");
        assertThat(moved).hasStatus(422);
        assertThat(Visites.words(moved))
                .contains("Le jour ou les heures changent", "name=\"propose\" value=\"true\"")
                .contains("name=\"resigner\" value=\"true\" checked");
        assertThat(outingAgain(mot, 1, LocalDate.now(clock).minusDays(1), "Narbonne"))
                .hasStatus(422);
        assertThat(version(mot)).isEqualTo("1");
        assertThat(outingAgain(mot, 1, LocalDate.now(clock).plusDays(5), "Sète"))
                .hasStatus(303);
        deliver(mot);
        assertThat(visites.page(samira, path(mot)))
                .contains("<li>Où : Narbonne", "<li>Où : Sète", "votre réponse reste valable")
                .doesNotContain("<li>Quand");
        assertThat(outingAgain(mot, 2, LocalDate.now(clock).plusDays(5), "Sète")
                        .getResponse()
                        .getRedirectedUrl())
                .endsWith("fait=inchange");
        assertThat(visites.post(
                        visites.personnel("11", "300105"), path(mot) + "/correction", "titre", "À moi", "texte", "Non"))
                .hasStatus(404);
    }

    @Test
    void changesTheLastDayOfTheAnswersAndKeepsThePrecautionsOfADayThatWasPutOff() {
        var mot = correctedOuting("");
        jdbc.sql("update liaison.sortie set jour = :hier where mot_id = :m and numero = 1")
                .param("hier", LocalDate.now(clock).minusDays(1))
                .param("m", mot)
                .update();
        donnees.purge();
        assertThat(precautions(mot)).isOne();
        var avant = LocalDate.now(clock).plusDays(3);
        assertThat(correction(mot, "avant", avant.toString())).hasStatus(303);
        deliver(mot);
        assertThat(visites.page(samira, path(mot)))
                .contains("<li>Répondre jusqu’au " + Dates.jour(avant))
                .doesNotContain("ce qui est joint a changé");
        assertThat(correction(mot, "avant", LocalDate.now(clock).minusDays(1).toString()))
                .hasStatus(422);
        assertThat(correction(mot, "avant", LocalDate.now(clock).plusDays(30).toString()))
                .hasStatus(303);
    }

    @Test
    void publishesAnOutingFromItsPage() {
        assertThat(visites.page(esteve, "/liaison/nouveau?genre=sortie"))
                .contains("Jour de la sortie", "Autorisation d’image", "Les deux doivent répondre");
        var answer = visites.post(
                esteve,
                "/liaison/mots",
                "genre",
                "SORTIE",
                "titre",
                "Au musée",
                "texte",
                "On y va.",
                "attendu",
                "RIEN",
                "sortie-jour",
                LocalDate.now(clock).plusDays(9).toString(),
                "sortie-depart",
                "08:45",
                "sortie-retour",
                "16:15",
                "sortie-lieu",
                "Narbonne",
                "pour",
                familles.code());
        assertThat(answer).hasStatus(303);
        assertThat(jdbc.sql("""
                                select m.attendu || ' ' || m.repondants from liaison.mot m
                                  join liaison.sortie s on s.mot_id = m.id
                                  join liaison.version v on v.mot_id = m.id where v.titre = 'Au musée'
                                """).query(String.class).single())
                .as("an outing always asks")
                .isEqualTo("OUI_NON CHACUN");
    }

    @Test
    void showsAChildOnlyWhenEachGuardianSaysYesToTheProjectAndNoneTakesItBack() {
        jdbc.sql("delete from liaison.projet").update();
        var today = LocalDate.now(clock);
        var mot = images(today);
        assertThat(shown(today)).isEmpty();
        answered(samira, mot, "OUI");
        assertThat(shown(today)).as("one is not enough").isEmpty();
        answered(karim, mot, "OUI");
        assertThat(shown(today)).containsExactly(ines);
        assertThat(shown(today.plusMonths(3))).as("after its term").isEmpty();
        assertThat(autorisations.shown(List.of(ines), Autorisations.Support.PRESSE, today, projet(mot)))
                .as("another medium")
                .isEmpty();
        assertThat(visites.page(samira, "/liaison/autorisations")).contains("L’album", "Vous avez dit oui");
        assertThat(visites.page(esteve, "/liaison/images"))
                .contains("Hugo Calvet", "L’ENT, pour les familles de la classe ; l’affichage dans l’école")
                .doesNotContain("Inès Benali</li>", "À venir");
        var projet = projet(mot);
        for (var other : List.of(yvan, id("responsable", "MARION", "CALVET"))) {
            assertThat(takeBack(other, projet)).hasStatus(404);
        }
        assertThat(takeBack(samira, projet)).hasStatus(303);
        assertThat(takeBack(samira, projet)).hasStatus(404);
        assertThat(autorisations.shown(List.of(ines), Autorisations.Support.ENT, today, projet))
                .isEmpty();
        assertThat(visites.page(esteve, "/liaison/images")).contains("Un responsable a dit non", "Inès Benali</li>");
        assertThat(visites.page(samira, path(mot))).contains("Vous avez dit non");
        assertThat(jdbc.sql("select count(*) from liaison.autorisation where projet_id = :p")
                        .param("p", projet)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        jdbc.sql("delete from liaison.mot where id = :m").param("m", mot).update();
        assertThat(visites.page(karim, "/liaison/autorisations"))
                .as("the ledger outlives the mot")
                .contains("Vous avez dit oui");
    }

    @Test
    void listsProjectsThatBeginLaterAndPrintsThem() throws Exception {
        jdbc.sql("delete from liaison.projet").update();
        images(LocalDate.now(clock).plusDays(10));
        assertThat(visites.page(esteve, "/liaison/images")).contains("À venir", "Hugo Calvet", "Imprimer cette liste");
        assertThat(text(visites.post(esteve, "/liaison/images/impression")))
                .contains("Qui ne pas montrer", "Hugo Calvet", "L’album", "N’a pas encore répondu");
        assertThat(text(visites.post(visites.personnel("11", "300105"), "/liaison/images/impression")))
                .doesNotContain("Hugo Calvet");
        assertThat(visites.post(samira, "/liaison/images/impression")).hasStatus(404);
    }

    // -------------------------------------------------------------------------------------------------------------

    private Set<UUID> shown(LocalDate jour) {
        var last = jdbc.sql("select id from liaison.projet order by id desc limit 1")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        return autorisations.shown(List.of(ines), Autorisations.Support.ENT, jour, last);
    }

    private UUID projet(UUID mot) {
        return jdbc.sql("select id from liaison.projet where mot_id = :m")
                .param("m", mot)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private MvcTestResult takeBack(UUID personne, UUID projet) {
        return visites.post(personne, "/liaison/autorisations/" + projet + "/retrait", "eleve", ines.toString());
    }

    private UUID images(LocalDate today) {
        return publishBy(
                esteve,
                familles,
                "Des photos " + UUID.randomUUID(),
                OUI_NON,
                "IMAGE",
                false,
                Map.of(
                        "image-finalite", List.of("L’album"),
                        "image-support", List.of("ENT", "AFFICHAGE"),
                        "image-du", List.of(today.toString()),
                        "image-au", List.of(today.plusMonths(1).toString())));
    }

    /// In five days, to which Samira says yes, then in seven.
    private UUID correctedOuting(String resigner) {
        var mot = outing(LocalDate.now(clock).plusDays(5));
        assertThat(visites.page(samira, path(mot))).contains("Au musée");
        answered(samira, mot, "OUI", "allergies", "arachide");
        assertThat(outingAgain(
                        mot, 1, LocalDate.now(clock).plusDays(7), "Narbonne", "propose", "true", "resigner", resigner))
                .hasStatus(303);
        return mot;
    }

    private MvcTestResult outingAgain(UUID mot, int version, LocalDate jour, String lieu, String... fields) {
        var all = new ArrayList<>(List.of(
                "titre",
                titre(mot),
                "texte",
                "Dites oui ou non.",
                "texte-version",
                String.valueOf(version),
                "sortie-jour",
                jour.toString(),
                "sortie-depart",
                "08:45",
                "sortie-retour",
                "16:15",
                "sortie-lieu",
                lieu,
                "sortie-apporter",
                "",
                "sortie-prix",
                ""));
        all.addAll(List.of(fields));
        return visites.post(esteve, path(mot) + "/correction", all.toArray(String[]::new));
    }

    private MvcTestResult correction(UUID mot, String... fields) {
        var all = new ArrayList<>(
                List.of("titre", titre(mot), "texte", "Dites oui ou non.", "texte-version", version(mot)));
        all.addAll(List.of(fields));
        return visites.post(esteve, path(mot) + "/correction", all.toArray(String[]::new));
    }

    private String titre(UUID mot) {
        return jdbc.sql("select titre from liaison.version where mot_id = :m and numero = 1")
                .param("m", mot)
                .query(String.class)
                .single();
    }

    private void deliver(UUID mot) {
        jdbc.sql("update liaison.version set visible_le = :le where mot_id = :m and visible_le > :le")
                .param("le", CahierDeLiaison.utc(clock.instant()))
                .param("m", mot)
                .update();
    }

    private UUID outing(LocalDate jour) {
        return publishBy(
                esteve,
                familles,
                "Au musée du jour " + UUID.randomUUID(),
                OUI_NON,
                "SORTIE",
                false,
                Map.of(
                        "sortie-jour", List.of(jour.toString()),
                        "sortie-depart", List.of("08:45"),
                        "sortie-retour", List.of("16:15"),
                        "sortie-lieu", List.of("Narbonne")));
    }

    private UUID publish(String titre, Demande demande, boolean eleves) {
        return publishBy(esteve, familles, titre, demande, "INFORMATION", eleves, Map.of());
    }

    private UUID publishBy(
            UUID personne,
            Public pour,
            String titre,
            Demande demande,
            String genre,
            boolean eleves,
            Map<String, List<String>> champs) {
        var now = clock.instant().minus(Duration.ofMinutes(1));
        var erreurs = new Erreurs();
        var ajout = genres.of(genre).accept(new Champs(champs), LocalDate.now(clock), erreurs);
        assertThat(erreurs.isEmpty()).isTrue();
        var said =
                new Redaction(List.of(pour), eleves, titre, TexteRiche.of("Dites oui ou non."), now).of(genre, demande);
        return cahier.publish(said, auteur(personne), now, mot -> ajout.keep(mot, pour.ecoleId()));
    }

    private void correct(UUID mot, int base, String titre, boolean resigner) {
        var now = clock.instant();
        cahier.correct(
                mot,
                base,
                new Propos(titre, TexteRiche.of("Dites oui ou non.")),
                auteur(esteve),
                now,
                now,
                new Redite(false, resigner));
    }

    private Auteur auteur(UUID personne) {
        return new Auteur(comptes.ofPersonne(personne).orElseThrow(), personne);
    }

    private MvcTestResult answer(UUID personne, UUID mot, String sens, String... fields) {
        var all = new ArrayList<>(List.of("version", version(mot), "sens", sens, "signe", "true"));
        all.addAll(List.of(fields));
        return visites.post(personne, path(mot) + "/reponse", all.toArray(String[]::new));
    }

    /// As a page that has just been opened carries it.
    private String version(UUID mot) {
        return jdbc.sql("select max(numero)::text from liaison.version where mot_id = :m")
                .param("m", mot)
                .query(String.class)
                .single();
    }

    private void answered(UUID personne, UUID mot, String sens, String... fields) {
        assertThat(answer(personne, mot, sens, fields)).hasStatus(303);
    }

    private MvcTestResult tick(UUID personne, UUID mot, String sens, String... paires) {
        var fields = new ArrayList<>(List.of("sens", sens));
        for (var paire : paires) {
            fields.addAll(List.of("paire", paire));
        }
        return visites.post(personne, path(mot) + "/papier", fields.toArray(String[]::new));
    }

    private List<String> answers(UUID mot) {
        return jdbc.sql("""
                        select sens || case when fini_le is null then '' else ' fini' end from liaison.reponse
                         where mot_id = :m order by fait_le, id
                        """).param("m", mot).query(String.class).list();
    }

    private List<UUID> reminded(UUID mot) {
        return jdbc.sql("select personne_id from liaison.relance where mot_id = :m")
                .param("m", mot)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
    }

    private int precautions(UUID mot) {
        return jdbc.sql("select count(*) from liaison.precaution where mot_id = :m")
                .param("m", mot)
                .query(Integer.class)
                .single();
    }

    private void linkToo(UUID responsable, UUID eleve) {
        jdbc.sql("""
                        insert into annuaire.lien (eleve_id, responsable_id, code, depuis)
                        select :e, :r, code, depuis from annuaire.lien where responsable_id = :r limit 1
                        """).param("e", eleve).param("r", responsable).update();
        forget();
    }

    private void unlink(UUID responsable, UUID eleve) {
        jdbc.sql("delete from annuaire.lien where eleve_id = :e and responsable_id = :r")
                .param("e", eleve)
                .param("r", responsable)
                .update();
        forget();
    }

    private static String text(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatusOk();
        try (var pdf = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }

    private void forget() {
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private UUID id(String table, String prenom, String nom) {
        return jdbc.sql(
                        "select id from annuaire." + table
                                + " where annuaire.cle(prenom) = annuaire.cle(:prenom) and annuaire.cle(nom) = annuaire.cle(:nom)")
                .param("prenom", prenom)
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private static String path(UUID mot) {
        return "/liaison/mots/" + mot;
    }
}
