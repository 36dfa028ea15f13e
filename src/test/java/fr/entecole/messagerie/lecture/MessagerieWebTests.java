package fr.entecole.messagerie.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Membres;
import fr.entecole.messagerie.Courrier;
import fr.entecole.notifications.Besogne;
import fr.entecole.socle.Dates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Claire Estève teaches Inès Benali and Timéo Galy in the CM1; Samira and Karim are Inès’s parents, Julie Ferrier a
/// guardian of the same class, Hélène Castans directs the school, Pascale Calas works there.
@MondeTest
class MessagerieWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    Courrier courrier;
    Visites visites;
    UUID curie;
    UUID classe;
    UUID esteve;
    UUID castans;
    UUID gaubert;
    UUID samira;
    UUID karim;
    UUID yvan;
    UUID julie;
    UUID ines;

    @BeforeEach
    void people() {
        courrier = new Courrier(context);
        visites = courrier.empty();
        curie = reperes.ecole("0110358E");
        classe = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        gaubert = visites.personnel("11", "300105");
        samira = id("annuaire.responsable", "SAMIRA", "BENALI");
        karim = id("annuaire.responsable", "KARIM", "BENALI");
        yvan = id("annuaire.responsable", "YVAN", "GALY");
        julie = id("annuaire.responsable", "JULIE", "FERRIER");
        ines = id("annuaire.eleve", "INES", "BENALI");
    }

    @AfterEach
    void asBefore() {
        courrier.empty();
        jdbc.sql("delete from calendrier.remise where ferme in ('07:00:01', '23:59:59')")
                .update();
        jdbc.sql("delete from annuaire.restriction where preuve = 'essai'").update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    // --- when -----------------------------------------------------------------------------------------------------

    @Test
    void saysOnceSomebodyIsChosenWhenItReachesThatSchool() {
        hours("07:00", "07:00:01", curie);
        hours("00:00", "23:59:59", reperes.ecole("0110359F"));
        var chosen = visites.post(
                samira,
                "/messagerie/conversations",
                "geste",
                "chercher",
                "a",
                "RESPONSABLE_ENSEIGNANT." + esteve + "." + ines);
        assertThat(chosen).hasStatusOk();
        assertThat(Visites.words(chosen))
                .containsPattern("id=\"quand-mot\" data-neutre=\"Envoyer\">Remettre [^<]* à 7 h<")
                .contains("Il sera remis ", "/quand.");
        assertThat(visites.page(julie, "/messagerie/nouveau"))
                .as("of one school")
                .doesNotContain("/quand.");
    }

    /// Whatever the hour: open all day, or for one second.
    private void hours(String ouvre, String ferme, UUID ecole) {
        var clock = context.getBean(Clock.class);
        jdbc.sql("""
                        insert into calendrier.remise (ecole_id, effet, ouvre, ferme, samedi, vacances, feries, created_at)
                        values (:ecole, :jour, :ouvre::time, :ferme::time, null, true, true, :now)
                        """)
                .param("ecole", ecole)
                .param("jour", LocalDate.now(clock))
                .param("ouvre", ouvre)
                .param("ferme", ferme)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    // --- who ------------------------------------------------------------------------------------------------------

    @Test
    void answersNobodyElseNotEvenTheRegionNorTheOtherParent() {
        var talk =
                courrier.begin(esteve, curie, guardian(samira), "Les lunettes d’Inès", "Elles sont dans son casier.");
        for (var stranger :
                List.of(karim, yvan, julie, ines, castans, gaubert, visites.agent("Vidal"), visites.agent("Puech"))) {
            assertThat(visites.get(stranger, there(talk))).hasStatus(404);
            assertThat(visites.post(stranger, there(talk) + "/messages", "texte", "Bonjour"))
                    .hasStatus(404);
        }
        for (var other : List.of(karim, castans, ines)) {
            assertThat(visites.page(other, "/messagerie")).doesNotContain("lunettes");
            assertThat(search(other, "casier")).doesNotContain("lunettes");
        }
        assertThat(visites.get(visites.agent("Vidal"), "/messagerie")).hasStatus(404);
        assertThat(visites.page(samira, there(talk))).contains("dans son casier");
    }

    @Test
    void showsNothingMoreToAGuardianWhoHasLostTheirAuthorityWhileTheConversationWasOpen() {
        var talk =
                courrier.begin(esteve, curie, guardian(samira), "Les lunettes d’Inès", "Elles sont dans son casier.");
        assertThat(visites.page(samira, there(talk))).contains("casier");
        keepOut(samira, ines);
        assertThat(visites.get(samira, there(talk))).hasStatus(404);
        assertThat(visites.post(samira, there(talk) + "/messages", "texte", "Bonjour"))
                .hasStatus(404);
        assertThat(visites.page(samira, "/messagerie")).doesNotContain("lunettes");
        assertThat(search(samira, "casier")).doesNotContain("lunettes");
        assertThat(visites.page(esteve, there(talk))).contains("On ne peut plus répondre ici");
        assertThat(visites.post(esteve, there(talk) + "/messages", "texte", "Bonjour"))
                .hasStatus(404);
    }

    @Test
    void neverLetsFamiliesSeeEachOtherNorEachOthersAnswers() {
        var sac = courrier.begin(esteve, curie, families(), "Le sac à dos", "Un petit sac suffit.");
        var page = visites.page(samira, there(sac));
        assertThat(page).contains("Claire Estève", "Les autres familles ne voient ni votre nom");
        assertThat(page).doesNotContain("Julie", "Karim", "Ferrier", "Lu par");
        var answered = visites.post(samira, there(sac) + "/messages", "texte", "Merci pour le sac.");
        var apart = place(answered);
        courrier.deliver();
        assertThat(apart).isNotEqualTo(sac);
        for (var other : List.of(julie, karim)) {
            assertThat(visites.page(other, there(sac))).doesNotContain("Merci pour le sac", "Samira");
            assertThat(visites.get(other, there(apart))).hasStatus(404);
        }
        assertThat(visites.page(esteve, there(apart))).contains("Merci pour le sac.", "Samira Benali");
        assertThat(visites.page(esteve, there(sac))).doesNotContain("Merci pour le sac.");
        var again = visites.post(samira, there(sac) + "/messages", "texte", "Encore une question.");
        assertThat(place(again)).isEqualTo(apart);
    }

    @Test
    void letsTwoParentsSeeEachOtherOnceBothHaveSaidSo() {
        var both = courrier.begin(
                esteve,
                curie,
                Public.ofPersonnes(curie, List.of(samira, karim), Qui.RESPONSABLES),
                "Le rendez-vous",
                "Mardi ?");
        done(visites.post(samira, "/messagerie/reglages", "visible", "true"));
        assertThat(visites.page(samira, there(both))).doesNotContain("Karim");
        done(visites.post(karim, "/messagerie/reglages", "visible", "true"));
        assertThat(visites.page(samira, there(both))).contains("Karim Benali");
        assertThat(visites.post(samira, there(both) + "/messages", "texte", "Oui.", "a", "tous"))
                .as("without having read how many")
                .hasStatus(422);
        var vus = Visites.hidden(visites.page(samira, there(both)), "vus");
        assertThat(place(visites.post(samira, there(both) + "/messages", "texte", "Oui.", "a", "tous", "vus", vus)))
                .isEqualTo(both);
        courrier.deliver();
        assertThat(visites.page(karim, there(both))).contains("Oui.");
        done(visites.post(karim, "/messagerie/reglages"));
        assertThat(visites.page(samira, there(both))).doesNotContain("Karim Benali");
    }

    // --- writing ----------------------------------------------------------------------------------------------------

    @Test
    void offersAParentWhoTeachesTheirChildrenAndTheHeadAndNobodyElse() {
        var page = visites.page(samira, "/messagerie/nouveau");
        assertThat(page).contains("Claire Estève", "Enseigne à Inès", "Hélène Castans", "Bastien Rouquette");
        assertThat(page).doesNotContain("Gaubert", "Karim");
        assertThat(send(samira, "a", "RESPONSABLE_ENSEIGNANT." + gaubert + "." + ines))
                .hasStatus(404);
        assertThat(send(samira, "pour", families().code())).hasStatus(422);
        assertThat(courrier.count("message")).isZero();
    }

    @Test
    void sendsWhatAParentWritesToTheTeacherAloneAndTellsThemOnce() {
        var cle = UUID.randomUUID().toString();
        var first = send(samira, "a", "RESPONSABLE_ENSEIGNANT." + esteve + "." + ines, "cle", cle);
        var again = send(samira, "a", "RESPONSABLE_ENSEIGNANT." + esteve + "." + ines, "cle", cle);
        assertThat(place(again)).isEqualTo(place(first));
        assertThat(courrier.count("message")).isEqualTo(1);
        courrier.deliver();
        assertThat(courrier.unread(esteve)).isEqualTo(1);
        assertThat(visites.page(esteve, "/messagerie")).contains("La sortie", "Samira Benali", "Pour Inès", "À lire");
        assertThat(visites.page(esteve, "/")).contains("La sortie", "Message de Samira Benali");
        assertThat(visites.page(esteve, there(place(first)))).contains("Faut-il un pique-nique ?");
        assertThat(courrier.unread(esteve)).isZero();
        assertThat(visites.page(samira, there(place(first)))).contains("Lu par Claire Estève");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsMissing() {
        var none = visites.post(samira, "/messagerie/conversations", "texte", "Bonjour la maîtresse");
        assertThat(none).hasStatus(422);
        assertThat(Visites.words(none))
                .contains("Choisissez à qui écrire.", "Dites en quelques mots", "Bonjour la maîtresse");
        var empty = send(samira, "a", "RESPONSABLE_ENSEIGNANT." + esteve + "." + ines, "texte", " ");
        assertThat(Visites.words(empty)).contains("Le message est vide.");
        var long_ = visites.post(
                samira,
                "/messagerie/conversations",
                "a",
                "RESPONSABLE_ENSEIGNANT." + esteve + "." + ines,
                "objet",
                "Long",
                "texte",
                "a ".repeat(4000));
        assertThat(long_).hasStatus(422);
        assertThat(Visites.words(long_)).contains("5 000 au plus");
        assertThat(visites.page(samira, "/messagerie/nouveau")).contains("5 000 caractères au plus");
    }

    @Test
    void writesToAClassWithThePickerAndAsksBeforeAnsweringAll() {
        var blind = visites.post(
                esteve,
                "/messagerie/conversations",
                "pour",
                families().code(),
                "objet",
                "Le sac",
                "texte",
                "Un petit sac suffit.");
        assertThat(blind).hasStatus(422);
        assertThat(Visites.words(blind)).contains("personnes vont lire ce message", "Un petit sac suffit.");
        assertThat(courrier.count("message")).isZero();
        var sac = place(visites.post(
                esteve,
                "/messagerie/conversations",
                "pour",
                families().code(),
                "objet",
                "Le sac",
                "texte",
                "Un petit sac suffit.",
                "vus",
                Visites.hidden(Visites.words(blind), "vus")));
        courrier.deliver();
        assertThat(visites.page(esteve, there(sac))).contains("Familles du CM1", "personnes le liront");
        var vus = Visites.hidden(visites.page(esteve, there(sac)), "vus");
        assertThat(visites.post(esteve, there(sac) + "/messages", "texte", "Et une gourde.", "vus", vus))
                .hasStatus(422);
        assertThat(visites.post(
                        esteve, there(sac) + "/messages", "texte", "Et une gourde.", "certain", "true", "vus", "3"))
                .as("it goes to more than was read")
                .hasStatus(422);
        assertThat(visites.post(
                        esteve, there(sac) + "/messages", "texte", "Et une gourde.", "certain", "true", "vus", vus))
                .hasStatus(303);
        courrier.deliver();
        assertThat(visites.page(julie, there(sac))).contains("Et une gourde.");
        assertThat(courrier.unread(yvan)).isZero();
    }

    @Test
    void takesNoAnswerWhereNoneIsWanted() {
        var sent = visites.post(
                esteve,
                "/messagerie/conversations",
                "pour",
                families().code(),
                "objet",
                "Fermeture",
                "texte",
                "L’école est fermée demain.",
                "sansReponse",
                "true",
                "vus",
                readers());
        courrier.deliver();
        assertThat(visites.page(samira, there(place(sent)))).contains("Ce message n’attend pas de réponse.");
        assertThat(visites.post(samira, there(place(sent)) + "/messages", "texte", "Mais"))
                .hasStatus(404);
    }

    @Test
    void tellsAnAuthorHowToBeClearerBeforeSending() {
        var answer = visites.post(
                esteve,
                "/messagerie/conversations",
                "geste",
                "relire",
                "objet",
                "ESS",
                "texte",
                "Une ESS est organisée mardi.");
        assertThat(answer).hasStatusOk();
        var page = Visites.words(answer);
        assertThat(page)
                .contains("Pour que tout le monde comprenne", "« est organisée »", "une réunion pour organiser");
        assertThat(page).contains("Une ESS est organisée mardi.");
        assertThat(courrier.count("message")).isZero();
    }

    @Test
    void explainsTheWordsOfTheSchoolToWhoReads() {
        var talk = courrier.begin(esteve, curie, guardian(samira), "Le PAI", "Le PAI est à signer.");
        assertThat(visites.page(samira, there(talk)))
                .contains("Les mots de l’école, expliqués", "l’accord écrit pour les soins");
    }

    @Test
    void carriesWhatIsAttachedToItsReadersAlone() {
        var sent = visites.upload(
                samira,
                "/messagerie/conversations",
                new MockMultipartFile(
                        "fichiers", "ordonnance.txt", "text/plain", "Un sirop".getBytes(StandardCharsets.UTF_8)),
                "a",
                "RESPONSABLE_ENSEIGNANT." + esteve + "." + ines,
                "objet",
                "Le sirop",
                "texte",
                "Voici l’ordonnance.");
        var talk = place(sent);
        courrier.deliver();
        assertThat(visites.page(esteve, there(talk))).contains("ordonnance.txt");
        var piece = jdbc.sql("select id from documents.piece where salle = 'messagerie' order by joint_le desc limit 1")
                .query(UUID.class)
                .single();
        assertThat(visites.get(esteve, "/documents/" + piece)).hasStatusOk();
        assertThat(visites.get(karim, "/documents/" + piece)).hasStatus(404);
        assertThat(search(esteve, "ordonn")).contains("Le sirop");
        assertThat(visites.page(samira, "/messagerie")).contains("1 pièce jointe");
    }

    @Test
    void takesAVoiceInPlaceOfWordsAndNothingElse() throws IOException {
        var to = new String[] {"a", "RESPONSABLE_ENSEIGNANT." + esteve + "." + ines, "objet", "Le sirop", "texte", " "};
        var paper = new MockMultipartFile(
                "fichiers", "ordonnance.txt", "text/plain", "Un sirop".getBytes(StandardCharsets.UTF_8));
        var empty = visites.upload(samira, "/messagerie/conversations", paper, to);
        assertThat(empty).hasStatus(422);
        assertThat(Visites.words(empty)).contains("Le message est vide", "ordonnance.txt");
        var talk = place(visites.upload(samira, "/messagerie/conversations", voice(), to));
        courrier.deliver();
        assertThat(visites.page(esteve, there(talk))).contains("Message vocal", "<audio");
        assertThat(visites.upload(esteve, there(talk) + "/messages", paper, "texte", ""))
                .hasStatus(422);
        done(visites.upload(esteve, there(talk) + "/messages", voice(), "texte", ""));
        courrier.deliver();
        assertThat(visites.page(samira, there(talk)).split("<audio", -1)).hasSize(3);
    }

    @Test
    void letsTheMicrophoneBeAskedForWhereAMessageIsWrittenAndNowhereElse() {
        var talk =
                courrier.begin(esteve, curie, guardian(samira), "Les lunettes d’Inès", "Elles sont dans son casier.");
        for (var path : List.of("/messagerie/nouveau", there(talk))) {
            var page = visites.get(samira, path);
            assertThat(page).hasStatusOk();
            assertThat(page.getResponse().getHeader("Permissions-Policy")).contains("microphone=(self)");
            assertThat(Visites.words(page)).contains("Enregistrer votre voix");
        }
        assertThat(visites.get(samira, "/messagerie").getResponse().getHeader("Permissions-Policy"))
                .contains("microphone=()");
    }

    @Test
    void passesAMessageOnWithItsWordsAndItsAuthor() {
        var talk = courrier.begin(esteve, curie, guardian(samira), "Le rendez-vous", "Mardi à 16 h 40.");
        var message = courrier.last(talk);
        assertThat(visites.page(samira, "/messagerie/nouveau?transmis=" + message))
                .contains(
                        "Transmis : Le rendez-vous",
                        "Claire Estève écrivait :",
                        "Mardi à 16 h 40.",
                        "Claire Estève a écrit ce message, et ne saura pas que vous le transmettez.");
        assertThat(visites.get(karim, "/messagerie/nouveau?transmis=" + message))
                .hasStatus(404);
        assertThat(send(karim, "a", "RESPONSABLE_ENSEIGNANT." + esteve + "." + ines, "transmis", message.toString()))
                .hasStatus(404);
    }

    @Test
    void passesWhatAFamilyOrAPupilWroteToNobodyButTheTeam() {
        var asked = courrier.begin(samira, curie, staff(esteve), "Ses lunettes", "Inès ne voit plus le tableau.");
        var message = courrier.last(asked).toString();
        assertThat(visites.page(esteve, "/messagerie/nouveau?transmis=" + message))
                .contains("Samira Benali a écrit ce message, et ne saura pas");
        var refused = send(esteve, "pour", guardian(karim).code(), "transmis", message);
        assertThat(refused).hasStatus(422);
        assertThat(Visites.words(refused)).contains("ne se transmet qu’à l’équipe de l’école");
        assertThat(courrier.count("message")).isOne();
        done(send(esteve, "pour", staff(castans).code(), "transmis", message));
        var written =
                courrier.begin(esteve, curie, Public.ofEleves(curie, List.of(ines), Qui.ELEVES), "Bravo", "Bravo.");
        assertThat(visites.get(ines, "/messagerie/nouveau?transmis=" + courrier.last(written)))
                .as("a pupil passes nothing on")
                .hasStatus(404);
        assertThat(send(ines, "transmis", courrier.last(written).toString())).hasStatus(404);
    }

    // --- taking back ------------------------------------------------------------------------------------------------

    @Test
    void takesBackWhatNobodyHasReadAndNothingElse() {
        var talk = courrier.begin(esteve, curie, guardian(samira), "Le rendez-vous", "Mardi.");
        var message = courrier.last(talk);
        assertThat(visites.post(samira, "/messagerie/messages/" + message + "/rappel"))
                .hasStatus(404);
        assertThat(visites.page(esteve, there(talk))).contains("Reprendre ce message");
        done(visites.post(esteve, "/messagerie/messages/" + message + "/rappel"));
        assertThat(visites.get(samira, there(talk))).hasStatus(404);
        assertThat(visites.page(samira, "/messagerie")).doesNotContain("Le rendez-vous");
        assertThat(courrier.unread(samira)).isZero();
        assertThat(visites.page(esteve, there(talk))).contains("Repris avant d’être lu");

        var read = courrier.begin(esteve, curie, guardian(samira), "L’autre rendez-vous", "Jeudi.");
        visites.page(samira, there(read));
        assertThat(visites.post(esteve, "/messagerie/messages/" + courrier.last(read) + "/rappel"))
                .hasRedirectedUrl(there(read) + "?fait=tard");
        assertThat(visites.page(samira, there(read))).contains("Jeudi.");
    }

    // --- one's own box ----------------------------------------------------------------------------------------------

    @Test
    void filesMarksAndKeepsForLaterInOnesOwnBoxAlone() {
        var talk = courrier.begin(esteve, curie, guardian(samira), "Le rendez-vous", "Mardi.");
        visites.page(samira, there(talk));
        done(visites.post(samira, there(talk) + "/non-lu"));
        assertThat(visites.page(samira, "/messagerie?vue=a-lire")).contains("Le rendez-vous");
        done(visites.post(samira, there(talk) + "/marque", "marque", "oui"));
        assertThat(visites.page(samira, "/messagerie?vue=marques")).contains("Le rendez-vous");
        assertThat(visites.post(samira, there(talk) + "/classement", "nom", "Inès"))
                .hasStatus(422);
        done(visites.post(samira, there(talk) + "/classement", "nom", "Inès", "motif", "Accord pour la cantine"));
        assertThat(visites.page(samira, "/messagerie")).doesNotContain("Le rendez-vous");
        assertThat(visites.page(samira, "/messagerie?vue=classes")).contains("Le rendez-vous", "Inès");
        assertThat(visites.page(samira, there(talk))).contains("Accord pour la cantine");
        assertThat(visites.page(esteve, "/messagerie")).contains("Le rendez-vous");
        assertThat(visites.page(esteve, there(talk))).doesNotContain("Accord pour la cantine");
    }

    /// Somebody goes on with it: it is in the list again, and kept as it was; taken back unread, it is out of the list.
    @Test
    void keepsWhatIsFiledAsItWasWhenSomebodyGoesOnWithIt() {
        var talk = courrier.begin(esteve, curie, guardian(samira), "La cantine", "Mardi.");
        visites.page(samira, there(talk));
        done(visites.post(samira, there(talk) + "/classement", "nom", "Repas", "motif", "Accord pour la cantine"));
        var before = row(talk, samira);
        done(visites.post(esteve, there(talk) + "/messages", "texte", "Et jeudi."));
        courrier.deliver();
        var kept = "Classé dans « Repas » : « Accord pour la cantine ».";
        assertThat(visites.page(samira, "/messagerie")).contains("La cantine", kept);
        done(visites.post(esteve, "/messagerie/messages/" + courrier.last(talk) + "/rappel"));
        assertThat(row(talk, samira)).as("no trace of it").isEqualTo(before);
        assertThat(visites.page(samira, "/messagerie")).doesNotContain("La cantine");

        done(visites.post(esteve, there(talk) + "/messages", "texte", "Et vendredi."));
        courrier.deliver();
        assertThat(visites.page(samira, "/messagerie?vue=a-lire")).contains("La cantine");
        var years = Dates.words(LocalDate.now(Dates.PARIS).plusYears(3)).replace('\u00a0', ' ');
        assertThat(visites.page(samira, there(talk)))
                .contains(kept, "Et vendredi.", "Cette conversation disparaîtra le " + years);
        assertThat(visites.page(samira, "/messagerie?vue=classes")).contains("La cantine", kept);
        assertThat(visites.page(esteve, there(talk))).doesNotContain("Accord pour la cantine");
        done(visites.post(samira, there(talk) + "/messages", "texte", "Merci."));
        courrier.deliver();
        assertThat(visites.page(samira, there(talk))).as("after her own words").contains(kept);
    }

    private String row(UUID conversation, UUID personne) {
        return jdbc.sql("""
                        select concat_ws(' ', dernier_le, classe_le, garde_le, classe_motif, dossier_id, non_lus)
                          from messagerie.participant where conversation_id = :id and personne_id = :qui
                        """)
                .param("id", conversation)
                .param("qui", personne)
                .query(String.class)
                .single();
    }

    @Test
    void isReachedFromTheHomeOfWhoeverHasABox() {
        for (var who : List.of(castans, esteve, samira, ines)) {
            for (var path : List.of("/", "/plan-du-site")) {
                assertThat(visites.page(who, path))
                        .as("%s of %s", path, who)
                        .containsPattern("href=\"/messagerie\">(?s:.){0,400}Tous mes messages");
            }
        }
        assertThat(visites.page(samira, "/messagerie"))
                .as("what moves with what arrives")
                .contains("id=\"boites\" data-direct=\"messages\"");
    }

    @Test
    void speaksToAPupilAsToAChild() {
        var talk = courrier.begin(esteve, curie, Public.ofEleves(curie, List.of(ines), Qui.ELEVES), "Bravo", "Bravo.");
        context.getBean("livraisons", Besogne.class)
                .work(context.getBean(Clock.class).instant().plusSeconds(5));
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        assertThat(visites.page(ines, "/")).contains("Ce qui t’attend").doesNotContain("Ce qui vous attend");
        assertThat(visites.page(ines, "/notifications"))
                .contains("Un message pour toi")
                .doesNotContain("Un message pour vous");
        assertThat(visites.page(ines, there(talk)))
                .contains("Joindre une photo, un document, ta voix")
                .doesNotContain("votre voix");
    }

    @Test
    void tellsTheAuthorOfWhatWasHiddenWhatWasDecidedAndWhy() {
        jdbc.sql("delete from signalement.dossier").update();
        var talk = courrier.begin(esteve, curie, guardian(samira), "La dispute", "Vous exagérez.");
        var reported = visites.post(
                samira, "/signaler/message/" + courrier.last(talk), "categorie", "MOQUERIE", "mots", "Blessant.");
        done(reported);
        var dossier = String.valueOf(reported.getResponse().getRedirectedUrl()).split("\\?", 2)[0];
        done(visites.post(castans, dossier + "/masque"));
        assertThat(visites.page(esteve, there(talk))).contains("Caché pour l’instant : l’école le relit");
        done(visites.post(castans, dossier + "/decision", "sens", "MASQUE", "motif", "Un ton à reprendre."));
        assertThat(visites.page(esteve, there(talk)))
                .contains("Masqué par l’école : vous seul le lisez encore", "Raison : « Un ton à reprendre. »")
                .doesNotContain("Caché pour l’instant");
        assertThat(visites.statements(esteve, there(talk))).hasSizeLessThanOrEqualTo(5);
        jdbc.sql("delete from signalement.dossier").update();
    }

    @Test
    void saysWhoIsAwayAndUntilWhen() {
        var talk = courrier.begin(samira, curie, staff(esteve), "Une question", "Faut-il un sac ?");
        var today = LocalDate.now(context.getBean(Clock.class));
        assertThat(visites.post(
                        esteve,
                        "/messagerie/reglages/absence",
                        "du",
                        today.toString(),
                        "au",
                        today.minusDays(1).toString()))
                .hasStatus(422);
        done(visites.post(
                esteve,
                "/messagerie/reglages/absence",
                "du",
                today.toString(),
                "au",
                today.plusDays(2).toString(),
                "texte",
                "Voyez la direction."));
        assertThat(visites.page(samira, there(talk)))
                .contains("Claire Estève ne lit pas ses messages jusqu’au", "Voyez la direction.");
        done(visites.post(esteve, "/messagerie/reglages/absence", "geste", "revenir"));
        assertThat(visites.page(samira, there(talk))).doesNotContain("ne lit pas ses messages");
    }

    @Test
    void signsNewMessagesForWhoSigns() {
        done(visites.post(esteve, "/messagerie/reglages", "signature", "Claire Estève, CM1"));
        assertThat(visites.page(esteve, "/messagerie/nouveau")).contains("Claire Estève, CM1</textarea>");
    }

    // --- pupils -----------------------------------------------------------------------------------------------------

    @Test
    void letsPupilsWriteToTheirTeacherAndNotToEachOther() {
        var page = visites.page(ines, "/messagerie/nouveau");
        assertThat(page).contains("Claire Estève").doesNotContain("Zoé", "Hélène Castans");
        var lou = jdbc.sql("""
                        select e.eleve_id from annuaire.present e where e.ecole_id = :ecole and e.niveau = 'CP' limit 1
                        """).param("ecole", curie).query(UUID.class).single();
        assertThat(visites.get(lou, "/messagerie")).hasStatus(404);
        assertThat(visites.get(lou, "/messagerie/nouveau")).hasStatus(404);
    }

    @Test
    void holdsWhatPupilsWriteToEachOtherUntilTheirTeacherHasReadIt() {
        var florence = visites.agent("Vidal");
        done(visites.post(
                florence,
                "/messagerie/regles",
                "permis",
                "ELEVE_ELEVE",
                "permis",
                "ELEVE_ENSEIGNANT",
                "retenu",
                "ELEVE_ELEVE"));
        var zoe = id("annuaire.eleve", "ZOE", "DELMAS");
        var kept = place(send(ines, "a", "ELEVE_ELEVE." + zoe + "." + ines));
        courrier.deliver();
        assertThat(courrier.unread(zoe)).isZero();
        assertThat(visites.get(zoe, there(kept))).hasStatus(404);
        assertThat(visites.page(ines, there(kept))).contains("le relit d’abord");
        assertThat(visites.page(gaubert, "/messagerie/relecture")).doesNotContain("La sortie");
        assertThat(visites.post(gaubert, "/messagerie/relecture/" + courrier.last(kept)))
                .hasStatus(404);
        assertThat(visites.page(esteve, "/messagerie/relecture")).contains("La sortie", "Inès Benali", "Zoé");
        done(visites.post(esteve, "/messagerie/relecture/" + courrier.last(kept)));
        courrier.deliver();
        assertThat(visites.page(zoe, there(kept))).contains("Faut-il un pique-nique ?");

        var given = place(send(ines, "a", "ELEVE_ELEVE." + zoe + "." + ines));
        assertThat(visites.post(esteve, "/messagerie/relecture/" + courrier.last(given), "geste", "rendre"))
                .hasStatus(422);
        done(visites.post(
                esteve,
                "/messagerie/relecture/" + courrier.last(given),
                "geste",
                "rendre",
                "motif",
                "Dis-le plus gentiment."));
        courrier.deliver();
        assertThat(visites.get(zoe, there(given))).hasStatus(404);
        assertThat(visites.page(ines, there(given))).contains("Dis-le plus gentiment.");
    }

    // --- rules ------------------------------------------------------------------------------------------------------

    @Test
    void letsTheHeadNarrowWhatTheRegionPermitsAndNobodyElse() {
        var rules = "/messagerie/regles/" + curie;
        for (var other : List.of(esteve, samira, visites.agent("Vidal"))) {
            assertThat(visites.post(other, rules, "permis", "EQUIPE_EQUIPE")).hasStatus(404);
        }
        done(visites.post(castans, rules, "permis", "EQUIPE_EQUIPE"));
        assertThat(visites.page(samira, "/messagerie/regles"))
                .contains("Les parents n’écrivent pas en premier aux enseignants.");
        assertThat(visites.page(samira, "/messagerie/nouveau")).doesNotContain("Claire Estève");
        assertThat(send(samira, "a", "RESPONSABLE_ENSEIGNANT." + esteve + "." + ines))
                .hasStatus(404);
        var refused = visites.post(
                esteve, "/messagerie/conversations", "pour", families().code(), "objet", "Le sac", "texte", "Bonjour.");
        assertThat(refused).hasStatus(404);
        assertThat(courrier.count("message")).isZero();
        assertThat(visites.page(castans, "/journal")).contains("Règle de messagerie changée");
    }

    /// The region's stand in its own journal, with each line that has changed.
    @Test
    void writesInTheJournalWhichRuleTheRegionHasChanged() {
        var florence = visites.agent("Vidal");
        long before = changed();
        done(visites.post(florence, "/messagerie/regles", "permis", "RESPONSABLE_ENSEIGNANT"));
        assertThat(changed()).isGreaterThan(before);
        assertThat(visites.page(florence, "/journal")).contains("Règle de messagerie changée");
        long once = changed();
        done(visites.post(florence, "/messagerie/regles", "permis", "RESPONSABLE_ENSEIGNANT"));
        assertThat(changed()).as("nothing was changed by saying it again").isEqualTo(once);
    }

    private long changed() {
        return jdbc.sql(
                        "select count(*) from journal.fait where action = 'regle-changee' and details ->> 'droit' is not null")
                .query(Long.class)
                .single();
    }

    // --- told, heard, printed -------------------------------------------------------------------------------------

    @Test
    void saysWhenAConversationAndWhatOneWritesWillGo() {
        var talk = courrier.begin(esteve, curie, guardian(samira), "Le rendez-vous", "Mardi.");
        var term = jdbc.sql("select disparait_le from messagerie.message where conversation_id = :id")
                .param("id", talk)
                .query(LocalDate.class)
                .single();
        var remis = jdbc.sql("select remis_le from messagerie.message where conversation_id = :id")
                .param("id", talk)
                .query(OffsetDateTime.class)
                .single();
        var day = "Cette conversation disparaîtra le " + said(term) + ".";
        assertThat(visites.page(samira, there(talk))).contains(day);
        assertThat(visites.page(samira, "/messagerie/nouveau")).contains("Il disparaîtra le ");
        assertThat(visites.page(ines, "/messagerie/nouveau")).contains("Il disparaîtra le 31 août ");
        done(visites.post(samira, there(talk) + "/classement", "motif", "Un accord"));
        assertThat(visites.page(samira, there(talk)))
                .contains(
                        "Classé : « Un accord ».",
                        "Cette conversation disparaîtra le "
                                + said(Dates.day(remis.toInstant()).plusMonths(36)) + ".",
                        "disparaîtra le " + said(term))
                .doesNotContain(day, "Ce qu’un élève y a écrit");
        assertThat(visites.page(esteve, there(talk)))
                .as("filed by nobody but her")
                .contains(day);
    }

    private static String said(LocalDate jour) {
        return Dates.words(jour).replace('\u00a0', ' ');
    }

    @Test
    void letsEachMessageBeHeardByItself() {
        var talk = courrier.begin(esteve, curie, guardian(samira), "Le rendez-vous", "Mardi à seize heures.");
        done(visites.post(samira, there(talk) + "/messages", "texte", "Je serai là."));
        courrier.deliver();
        for (var who : List.of(samira, esteve)) {
            var page = visites.page(who, there(talk));
            var heard = Pattern.compile("data-dire=\"(t-[^\"]+)\"").matcher(page);
            var ears = new ArrayList<String>();
            while (heard.find()) {
                ears.add(heard.group(1));
            }
            assertThat(ears).hasSize(2).doesNotHaveDuplicates();
            assertThat(spoken(page, ears.getFirst()))
                    .contains("Mardi à seize heures.")
                    .doesNotContain("Je serai là.");
            assertThat(spoken(page, ears.getLast())).contains("Je serai là.").doesNotContain("Mardi");
        }
        courrier.empty();
    }

    /// What the ear of this id reads.
    private static String spoken(String page, String id) {
        var at = page.indexOf("id=\"" + id + "\"");
        assertThat(at).as(id).isPositive();
        return page.substring(at, page.indexOf("</div>", at));
    }

    @Test
    void tellsWhoWorksInTheSchoolInWhichLanguageAFamilyReadsAndNobodyElse() {
        var talk = courrier.begin(
                esteve,
                curie,
                Public.ofPersonnes(curie, List.of(samira, karim), Qui.RESPONSABLES),
                "Le rendez-vous",
                "Mardi ?");
        assertThat(visites.page(samira, "/messagerie/reglages")).contains("portugais", "ukrainien");
        assertThat(visites.page(esteve, there(talk))).doesNotContain("lit plus facilement");
        done(visites.post(samira, "/messagerie/reglages", "langue", "pt", "visible", "true"));
        done(visites.post(karim, "/messagerie/reglages", "visible", "true"));
        assertThat(visites.page(esteve, there(talk)))
                .contains("Samira Benali lit plus facilement en portugais.", "Des phrases courtes");
        for (var who : List.of(karim, samira)) {
            assertThat(visites.page(who, there(talk))).doesNotContain("lit plus facilement");
        }
        done(visites.post(karim, "/messagerie/reglages", "langue", "ar"));
        assertThat(visites.page(esteve, there(talk)))
                .contains("2 personnes lisent plus facilement dans une autre langue.");
        done(visites.post(samira, "/messagerie/reglages", "langue", "klingon"));
        done(visites.post(karim, "/messagerie/reglages", "langue", ""));
        assertThat(visites.page(esteve, there(talk))).doesNotContain("plus facilement");
    }

    // --- found, reported, cost --------------------------------------------------------------------------------------

    @Test
    void findsByBeginningsPluralsAndWithoutAccents() {
        courrier.begin(
                esteve, curie, guardian(samira), "La sortie", "Les enfants visiteront les grottes préhistoriques.");
        for (var typed : List.of("grotte", "PREHISTO", "visiter", "enfant sortie")) {
            assertThat(search(samira, typed)).as(typed).contains("La sortie");
        }
        assertThat(search(samira, "piscine")).contains("Aucun message ne dit « piscine »");
        var everywhere = visites.post(samira, "/recherche", "mots", "grotte");
        assertThat(everywhere).hasStatusOk();
        assertThat(Visites.words(everywhere)).contains("La sortie");
    }

    /// Subjects, words and names made to hurt, put together at random, always the same.
    @Test
    void showsWhateverIsTypedOrWrittenInTheDirectoryAsItsText() {
        var chance = new Random(15);
        var ours = jdbc.sql("select prenom, nom from annuaire.responsable where id = :id")
                .param("id", samira)
                .query((rs, _) -> List.of(rs.getString("prenom"), rs.getString("nom")))
                .single();
        try {
            for (int i = 0; i < 12; i++) {
                name(samira, hostile(chance), hostile(chance));
                var objet = hostile(chance);
                var sent = visites.post(
                        samira,
                        "/messagerie/conversations",
                        "a",
                        "RESPONSABLE_ENSEIGNANT." + esteve + "." + ines,
                        "objet",
                        objet,
                        "texte",
                        hostile(chance) + "\n" + hostile(chance));
                assertThat(sent).as(objet).hasStatus(303);
                courrier.deliver();
                for (var path : List.of(there(place(sent)), "/messagerie", "/", "/messagerie/nouveau")) {
                    assertThat(visites.page(esteve, path))
                            .as(objet)
                            .doesNotContain("<zz9", "7006652", "href=\"javascript")
                            .doesNotContainPattern("<[a-zA-Z][^<>]*\"onzz9");
                }
                assertThat(visites.page(samira, "/messagerie")).as(objet).doesNotContain("<zz9", "7006652");
                assertThat(search(esteve, objet)).as(objet).doesNotContain("<zz9");
            }
        } finally {
            name(samira, ours.getFirst(), ours.getLast());
        }
    }

    private void name(UUID responsable, String prenom, String nom) {
        jdbc.sql("update annuaire.responsable set prenom = :prenom, nom = :nom where id = :id")
                .param("prenom", prenom)
                .param("nom", nom)
                .param("id", responsable)
                .update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private static String hostile(Random chance) {
        var parts = List.of(
                "<zz9 src=x>",
                "</title><zz9>",
                "\"onzz9=\"1",
                "'onzz9='1",
                "${2646*2647}",
                "{{2646*2647}}",
                "#{2646*2647}",
                "%3Czz9%3E",
                "&lt;zz9&gt;",
                "\u202e",
                "\u200f",
                "javascript:zz9",
                "'; drop table x; --",
                "]]><zz9>",
                "{0} {1, plural, other {x}}",
                "\ud83d\ude00",
                "A\u0300\u0301\u0302");
        return "a "
                + Stream.generate(() -> parts.get(chance.nextInt(parts.size())))
                        .limit(3)
                        .collect(Collectors.joining(" "));
    }

    @Test
    void showsWhatHurtsAsItsText() {
        var talk = courrier.begin(
                esteve,
                curie,
                guardian(samira),
                "<script>alert(1)</script>\u202e\"'&",
                "<img src=x onerror=alert(1)> {{4321*1234}} ${4321*1234}");
        for (var path : List.of(there(talk), "/messagerie", "/")) {
            assertThat(visites.page(samira, path)).doesNotContain("<script>alert", "<img src=x", "5332114");
        }
        assertThat(visites.page(samira, "/messagerie")).contains("&lt;script&gt;");
        assertThat(visites.get(samira, "/messagerie?vue='&apres=1_1")).hasStatusOk();
    }

    @Test
    void keepsWhatIsBeingTypedWithItsRecipientsUntilItIsSent() {
        var pour = guardian(samira).code();
        keep(esteve, "messagerie.nouveau", "champ.objet", "Le cartable", "champ.choix.pour", pour + "\tSamira");
        var page = visites.page(esteve, "/messagerie/nouveau");
        assertThat(page)
                .contains("Voici ce que vous aviez commencé", "data-lieu=\"messagerie.nouveau\"", "Le cartable");
        assertThat(page).contains("value=\"" + pour + "\"");
        assertThat(visites.page(castans, "/messagerie/nouveau")).doesNotContain("Le cartable");
        assertThat(visites.post(
                        esteve,
                        "/messagerie/conversations",
                        "objet",
                        "Le cartable",
                        "texte",
                        "Il est resté en classe.",
                        "pour",
                        pour))
                .hasStatus(303);
        assertThat(visites.page(esteve, "/messagerie/nouveau")).doesNotContain("Le cartable", "Voici ce que vous");
    }

    @Test
    void keepsAnAnswerThatIsBeingTypedUntilItIsSent() {
        var talk = courrier.begin(esteve, curie, guardian(samira), "Les lunettes", "Elles sont dans son casier.");
        keep(samira, "messagerie.reponse." + talk, "champ.texte", "Merci, je passe ce soir.", "champ.choix.a", "");
        assertThat(visites.page(samira, there(talk))).contains("Merci, je passe ce soir.");
        assertThat(visites.page(esteve, there(talk))).doesNotContain("je passe ce soir");
        assertThat(visites.post(samira, there(talk) + "/messages", "texte", "Merci."))
                .hasStatus(303);
        assertThat(visites.page(samira, there(talk))).doesNotContain("je passe ce soir");
    }

    private void keep(UUID qui, String lieu, String champ, String mots, String choix, String pris) {
        assertThat(visites.post(qui, "/redaction/brouillons", "lieu", lieu, "version", "0", champ, mots, choix, pris))
                .hasStatusOk();
    }

    @Test
    void costsFewStatements() {
        var talk = courrier.begin(esteve, curie, guardian(samira), "Le rendez-vous", "Mardi.");
        visites.page(samira, there(talk));
        assertThat(visites.statements(samira, "/messagerie")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(samira, there(talk))).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(samira, "/messagerie/nouveau")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(esteve, "/messagerie/nouveau")).hasSizeLessThanOrEqualTo(5);
    }

    private MvcTestResult send(UUID auteur, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        if (!all.contains("texte")) {
            all.addAll(List.of("texte", "Faut-il un pique-nique ?"));
        }
        all.addAll(List.of("objet", "La sortie"));
        return visites.post(auteur, "/messagerie/conversations", all.toArray(String[]::new));
    }

    private MockMultipartFile voice() throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/documents/voix.webm"))) {
            return new MockMultipartFile("fichiers", "Ma voix.webm", "audio/webm", in.readAllBytes());
        }
    }

    private String search(UUID who, String typed) {
        var answer = visites.post(who, "/messagerie/recherche", "q", typed);
        assertThat(answer).hasStatusOk();
        return Visites.words(answer);
    }

    /// How many read what goes to the families of the class.
    private String readers() {
        return String.valueOf(context.getBean(Membres.class).count(families()).lecteurs());
    }

    private Public families() {
        return Public.ofClasse(curie, classe, Qui.RESPONSABLES);
    }

    private Public guardian(UUID personne) {
        return Public.ofPersonnes(curie, List.of(personne), Qui.RESPONSABLES);
    }

    private Public staff(UUID personne) {
        return Public.ofPersonnes(curie, List.of(personne), Qui.EQUIPE);
    }

    private static String there(UUID conversation) {
        return "/messagerie/conversations/" + conversation;
    }

    private static UUID place(MvcTestResult sent) {
        assertThat(sent).hasStatus(303);
        var url = String.valueOf(sent.getResponse().getRedirectedUrl());
        return UUID.fromString(url.substring(url.lastIndexOf('/') + 1).split("\\?")[0]);
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
