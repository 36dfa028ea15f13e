package fr.entecole.rgpd.droits;

import static fr.entecole.annuaire.Visites.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Visites;
import fr.entecole.annuaire.destinataires.Champ;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Dates;
import fr.entecole.socle.DonneesPersonnelles;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A mother exercises a right; the officer takes it, needs more time, answers with a proof. What she wants after her
/// death is hers to say and to take back.
@MondeTest
class DroitsWebTests {

    private static final String MINE = "/mes-donnees/droits";
    private static final String QUEUE = "/rgpd/droits";
    private static final Champ PERSONNES = new Champ(
            EnumSet.of(Etendue.PERSONNES, Etendue.ELEVES), EnumSet.of(Qui.RESPONSABLES, Qui.EQUIPE, Qui.ELEVES));

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ReservesTenues reserves;

    @Autowired
    List<DonneesPersonnelles> donnees;

    Visites visites;
    UUID samira;
    UUID officer;
    LocalDate today;

    @BeforeEach
    void people() {
        jdbc.sql("delete from rgpd.droit").update();
        jdbc.sql("delete from rgpd.directive").update();
        jdbc.sql("delete from rgpd.reserve").update();
        reserves.refresh();
        visites = new Visites(context);
        samira = visites.responsable("700101");
        officer = visites.agent("Lebrun");
        today = LocalDate.now(clock);
    }

    @Test
    void isReadByTheOfficerAndNobodyElse() {
        ask("Je refuse d’être comptée.");
        var one = QUEUE + "/" + id();
        for (var other : new UUID[] {
            samira, visites.personnel("11", "300101"), visites.personnel("11", "300102"), visites.responsable("700103")
        }) {
            assertThat(visites.get(other, QUEUE)).hasStatus(404);
            assertThat(visites.get(other, one)).hasStatus(404);
            assertThat(visites.post(other, one + "/reponse", "issue", "FAIT", "reponse", "a", "preuve", "b"))
                    .hasStatus(404);
        }
        assertThat(visites.page(visites.responsable("700103"), MINE)).doesNotContain("comptée");
        assertThat(visites.get(visites.eleve("500101"), MINE))
                .as("a pupil asks through a guardian")
                .hasStatus(404);
    }

    @Test
    void isTakenPutOffOnceAnsweredWithItsProofAndToldToWhoAsked() {
        int before = told();
        assertThat(visites.page(officer, "/")).doesNotContain("attend une réponse");
        ask("Je refuse d’être comptée.");
        assertThat(visites.page(samira, MINE)).contains("Je refuse d’être comptée.", "Réponse due le");
        assertThat(visites.page(officer, "/")).contains("Un droit exercé attend une réponse");
        assertThat(visites.page(officer, QUEUE)).contains("Samira Benali", "personne encore");
        assertThat(visites.statements(officer, QUEUE)).hasSizeLessThanOrEqualTo(5);
        var one = QUEUE + "/" + id();
        assertThat(visites.post(officer, one + "/prise")).hasRedirectedUrl(one + "?fait=prise");
        assertThat(visites.page(officer, QUEUE)).contains("Agnès Lebrun");

        assertThat(words(visites.post(officer, one + "/prolongation", "motif", " ")))
                .contains("Dites à la personne");
        assertThat(visites.post(officer, one + "/prolongation", "motif", "Il faut demander à l’école."))
                .hasRedirectedUrl(one + "?fait=prolongation");
        assertThat(due()).isEqualTo(today.plusMonths(3));
        assertThat(visites.post(officer, one + "/prolongation", "motif", "Encore."))
                .as("once")
                .hasStatus(404);
        assertThat(visites.page(samira, MINE)).contains("Il faut demander à l’école.");

        var refused = visites.post(officer, one + "/reponse", "issue", "FAIT", "reponse", "Vous n’êtes plus comptée.");
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("ce qui le prouve", "Vous n’êtes plus comptée.");
        assertThat(visites.post(
                        officer,
                        one + "/reponse",
                        "issue",
                        "FAIT",
                        "reponse",
                        "Vous n’êtes plus comptée.",
                        "preuve",
                        "Réglage du 3 mars"))
                .hasRedirectedUrl(one + "?fait=reponse");
        assertThat(visites.page(officer, one)).contains("Réglage du 3 mars").doesNotContain("Je m’en occupe");
        assertThat(visites.page(samira, MINE))
                .contains("C’est fait", "Vous n’êtes plus comptée.", "cnil.fr")
                .doesNotContain("Réglage du 3 mars");
        assertThat(visites.page(officer, "/")).doesNotContain("attend une réponse");
        assertThat(told() - before).as("put off, then answered").isEqualTo(2);
        assertThat(jdbc.sql(
                                "select action from journal.fait where action like 'droit-%' and objet_id = :id order by id")
                        .param("id", id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("droit-exerce", "droit-prolonge", "droit-repondu");
        assertThat(visites.post(officer, one + "/reponse", "issue", "REFUSE", "reponse", "Non.", "preuve", "Rien"))
                .as("once")
                .hasStatus(404);
    }

    @Test
    void saysWhatIsLateAndPutsNothingOffThen() {
        ask("Tout.");
        jdbc.sql("update rgpd.droit set recu_le = :le, du_le = :du")
                .param("le", today.minusDays(40))
                .param("du", today.minusDays(9))
                .update();
        assertThat(visites.page(officer, QUEUE)).contains("en retard");
        assertThat(visites.page(officer, QUEUE + "/" + id())).doesNotContain("Il faut plus de temps");
        assertThat(visites.post(officer, QUEUE + "/" + id() + "/prolongation", "motif", "Trop tard"))
                .hasStatus(404);
    }

    @Test
    void countsTheMonthOfALetterFromTheDayItCame() {
        assertThat(visites.post(
                        officer,
                        QUEUE,
                        "nom",
                        "Un ancien parent",
                        "droit",
                        "ACCES",
                        "texte",
                        "Tout ce qui reste de lui.",
                        "recu",
                        today.minusDays(10).toString()))
                .hasRedirectedUrl(QUEUE + "?fait=saisie");
        assertThat(due()).isEqualTo(today.minusDays(10).plusMonths(1));
        assertThat(visites.page(officer, QUEUE)).contains("Un ancien parent");
        var wrong = visites.post(
                officer, QUEUE, "nom", "Un autre", "recu", today.plusDays(1).toString());
        assertThat(wrong).hasStatus(422);
        assertThat(words(wrong)).contains("Un autre", "dans les trois mois passés", "Choisissez ce qui est demandé");
    }

    @Test
    void givesBackWhatWasTypedAndTakesNoMoreThanTenAtATime() {
        assertThat(words(visites.post(samira, MINE, "texte", "Sans rien choisir")))
                .contains("Choisissez ce que vous demandez", "Sans rien choisir");
        for (int i = 0; i < DroitsExerces.OPEN; i++) {
            ask("Demande " + i);
        }
        var more = visites.post(samira, MINE, "droit", "AUTRE", "texte", "Une de plus");
        assertThat(more).hasStatus(422);
        assertThat(words(more)).contains("Trop de demandes", "Une de plus");
    }

    @Test
    void countsNoVisitOfWhoDoesNotWantToBeCountedUntilTheyDo() {
        assertThat(reserves.uncounted(List.of(samira))).isFalse();
        assertThat(visites.post(samira, "/mes-donnees/comptage")).hasRedirectedUrl(MINE + "?fait=comptage");
        assertThat(reserves.uncounted(List.of(samira))).isTrue();
        assertThat(reserves.uncounted(List.of(visites.responsable("700103")))).isFalse();
        assertThat(visites.page(samira, MINE)).contains("ne sont plus comptées depuis le");
        assertThat(visites.post(samira, "/mes-donnees/comptage", "compter", "true"))
                .hasStatus(303);
        assertThat(reserves.uncounted(List.of(samira))).isFalse();
        assertThat(visites.page(samira, MINE)).contains("Ne plus compter mes visites");
    }

    /// Somebody who left long ago would be forgotten this night.
    @Test
    void forgetsNobodyWhoseDataArePutAside() {
        ask("Mettez tout de côté.");
        var one = QUEUE + "/" + id();
        int before = told();
        assertThat(visites.post(officer, one + "/reserves", "genre", "LIMITATION"))
                .hasRedirectedUrl(one + "?fait=reserve");
        assertThat(visites.page(officer, one)).contains("En place depuis le");
        assertThat(visites.page(samira, MINE)).contains("Données mises de côté", "venez lire ici");
        assertThat(told() - before).as("she hears of it").isOne();
        var suspended = jdbc.sql("select suspendu_le::text from annuaire.responsable where id = :id")
                .param("id", samira)
                .query((rs, _) -> Optional.ofNullable(rs.getString(1)))
                .single();
        jdbc.sql("update annuaire.responsable set suspendu_le = now() - interval '10 years' where id = :id")
                .param("id", samira)
                .update();
        donnees.stream().filter(module -> module.schema().equals("annuaire")).forEach(DonneesPersonnelles::purge);
        assertThat(jdbc.sql("select count(*) from annuaire.responsable where id = :id")
                        .param("id", samira)
                        .query(Integer.class)
                        .single())
                .isOne();
        jdbc.sql("update annuaire.responsable set suspendu_le = :le::timestamptz where id = :id")
                .param("id", samira)
                .param("le", suspended.orElse(null))
                .update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        assertThat(reserves.limited()).containsExactly(samira);
    }

    /// Article 18, 3: before it ends, the person is told.
    @Test
    void endsOnADayThatThePersonWasToldBeforeAndNoSooner() {
        ask("Mettez tout de côté.");
        var one = QUEUE + "/" + id();
        assertThat(visites.post(officer, one + "/reserves", "genre", "LIMITATION"))
                .hasStatus(303);
        for (var wrong :
                new String[] {"", today.toString(), today.plusMonths(13).toString()}) {
            var refused = visites.post(officer, one + "/reserves/fin", "genre", "LIMITATION", "fin", wrong);
            assertThat(refused).hasStatus(422);
            assertThat(words(refused)).contains("la personne doit le savoir avant");
        }
        int before = told();
        assertThat(visites.post(
                        officer,
                        one + "/reserves/fin",
                        "genre",
                        "LIMITATION",
                        "fin",
                        today.plusDays(3).toString()))
                .hasRedirectedUrl(one + "?fait=fin");
        assertThat(told() - before).isOne();
        assertThat(reserves.silent(samira)).as("until that day it holds").isTrue();
        assertThat(reserves.limited()).containsExactly(samira);
        assertThat(visites.page(samira, MINE)).contains("jusqu’au " + Dates.words(today.plusDays(2)));
        assertThat(visites.post(officer, one + "/reserves", "genre", "LIMITATION"))
                .as("left in place after all")
                .hasStatus(303);
        assertThat(visites.page(samira, MINE)).doesNotContain("jusqu’au");
        assertThat(visites.post(
                        officer,
                        one + "/reserves/fin",
                        "genre",
                        "LIMITATION",
                        "fin",
                        today.plusDays(3).toString()))
                .hasStatus(303);
        jdbc.sql("update rgpd.reserve set depuis = depuis - interval '3 days', finie_le = finie_le - interval '3 days'")
                .update();
        reserves.refresh();
        assertThat(reserves.silent(samira)).as("over on the day").isFalse();
        assertThat(reserves.uncounted(List.of(samira))).isFalse();
        assertThat(reserves.limited()).isEmpty();
        assertThat(jdbc.sql(
                                "select action from journal.fait where action like 'reserve-%' and objet_id = :id order by id")
                        .param("id", samira.toString())
                        .query(String.class)
                        .list())
                .endsWith("reserve-posee", "reserve-levee", "reserve-posee", "reserve-levee");
    }

    @Test
    void holdsForAllAsWhomTheDirectoryKnowsThePerson() {
        ask("Mettez tout de côté.");
        jdbc.sql("update rgpd.droit set personne_id = :sophie")
                .param("sophie", visites.personnel("11", "300115"))
                .update();
        assertThat(visites.post(officer, QUEUE + "/" + id() + "/reserves", "genre", "LIMITATION"))
                .hasStatus(303);
        assertThat(reserves.limited())
                .hasSizeGreaterThanOrEqualTo(1)
                .contains(visites.personnel("11", "300115"))
                .containsExactlyInAnyOrderElementsOf(reserves.same(visites.personnel("11", "300115")));
    }

    @Test
    void isFoundByNameByTheHeadAlone() {
        var region = visites.agent("Vidal");
        var teacher = visites.personnel("11", "300102");
        var head = visites.personnel("11", "300101");
        assertThat(found(region)).contains("Samira Benali");
        assertThat(found(teacher)).contains("Samira Benali");
        ask("Je ne veux pas être trouvée.");
        var one = QUEUE + "/" + id();
        for (var genre : new String[] {"RECHERCHE", "LIMITATION"}) {
            assertThat(visites.post(officer, one + "/reserves", "genre", genre))
                    .hasRedirectedUrl(one + "?fait=reserve");
            assertThat(found(region)).as(genre).contains("Karim Benali").doesNotContain("Samira Benali");
            assertThat(found(teacher)).as(genre).doesNotContain("Samira Benali");
            assertThat(found(head)).as(genre).contains("Samira Benali");
            jdbc.sql("delete from rgpd.reserve").update();
            reserves.refresh();
        }
        assertThat(found(teacher)).contains("Samira Benali");
        assertThat(visites.post(officer, one + "/reserves", "genre", "COMPTAGE"))
                .as("one's own to say")
                .hasStatus(404);
    }

    @Test
    void isChosenInThePeoplePickerByTheHeadAlone() {
        var teacher = visites.personnel("11", "300102");
        var head = visites.personnel("11", "300101");
        var curie = jdbc.sql("select ecole_id from annuaire.present where eleve_id = :ines")
                .param("ines", visites.eleve("500101"))
                .query(UUID.class)
                .single();
        var alone = Public.ofPersonnes(curie, Set.of(samira), Qui.RESPONSABLES);
        assertThat(picked(teacher, "samira")).contains("Samira Benali");
        assertThat(chosen(teacher, alone)).hasStatusOk();
        ask("Mettez tout de côté.");
        assertThat(visites.post(officer, QUEUE + "/" + id() + "/reserves", "genre", "LIMITATION"))
                .hasStatus(303);
        assertThat(picked(teacher, "samira")).doesNotContain("Benali");
        assertThat(chosen(teacher, alone)).as("by what the form would send").hasStatus(404);
        assertThat(picked(teacher, "benali"))
                .as("the child’s family is the school’s task")
                .contains("Famille d’Inès Benali")
                .doesNotContain("Samira");
        assertThat(chosen(teacher, Public.ofEleves(curie, Set.of(visites.eleve("500101")), Qui.RESPONSABLES)))
                .hasStatusOk();
        assertThat(picked(head, "samira")).contains("Samira Benali");
        assertThat(chosen(head, alone)).hasStatusOk();
    }

    /// Their family is the school’s task; they are not written to alone.
    @Test
    void leavesTheFamilyOfAChildWhoseDataArePutAside() {
        var teacher = visites.personnel("11", "300102");
        var ines = visites.eleve("500101");
        var curie = jdbc.sql("select ecole_id from annuaire.present where eleve_id = :ines")
                .param("ines", ines)
                .query(UUID.class)
                .single();
        var alone = Public.ofEleves(curie, Set.of(ines), Qui.ELEVES);
        assertThat(picked(teacher, "ines")).contains(alone.code());
        putAside(ines);
        assertThat(picked(teacher, "ines")).contains("Famille d’Inès Benali").doesNotContain(alone.code());
        assertThat(chosen(teacher, alone)).hasStatus(404);
        assertThat(chosen(teacher, Public.ofEleves(curie, Set.of(ines), Qui.RESPONSABLES)))
                .hasStatusOk();
    }

    private void putAside(UUID personne) {
        jdbc.sql("""
                        insert into rgpd.reserve (personne_id, genre, depuis) values (:personne, 'LIMITATION', :maintenant)
                        """)
                .param("personne", personne)
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
        reserves.refresh();
    }

    @Test
    void isInNoListOfPupilsOrColleaguesWhoseDataArePutAside() {
        var aesh = visites.byHand("Calas");
        var gaubert = visites.personnel("11", "300105");
        assertThat(visites.page(aesh, "/messagerie/nouveau")).contains("Céline Gaubert");
        assertThat(visites.post(gaubert, MINE, "droit", "OPPOSITION", "texte", "Mettez tout de côté."))
                .hasStatus(303);
        assertThat(visites.post(officer, QUEUE + "/" + id() + "/reserves", "genre", "LIMITATION"))
                .hasStatus(303);
        assertThat(visites.page(aesh, "/messagerie/nouveau"))
                .contains("Claire Estève")
                .doesNotContain("Céline Gaubert");
    }

    private String picked(UUID who, String typed) {
        var answer = visites.post(who, "/comptes/destinataires", "cherche", typed, "champ", PERSONNES.code());
        assertThat(answer).hasStatusOk();
        return words(answer);
    }

    private MvcTestResult chosen(UUID who, Public pour) {
        return visites.post(who, "/comptes/destinataires/compte", "pour", pour.code(), "champ", PERSONNES.code());
    }

    @Test
    void countsNobodyWhoseDataArePutAside() {
        ask("Mettez tout de côté.");
        assertThat(visites.post(officer, QUEUE + "/" + id() + "/reserves", "genre", "LIMITATION"))
                .hasStatus(303);
        assertThat(reserves.uncounted(List.of(samira))).isTrue();
        assertThat(visites.page(samira, MINE))
                .as("what she has said of it is another thing")
                .contains("Ne plus compter mes visites");
    }

    @Test
    void saysWhatBecomesOfItAfterDeathAndTakesItBack() {
        assertThat(words(visites.post(samira, "/mes-donnees/directive", "sort", "REMETTRE")))
                .contains("Dites à qui");
        assertThat(visites.post(samira, "/mes-donnees/directive", "sort", "REMETTRE", "contact", "Ma sœur Leïla"))
                .hasRedirectedUrl(MINE + "?fait=directive");
        assertThat(visites.page(samira, MINE)).contains("Ma sœur Leïla", "copie soit remise");
        ask("Une question.");
        assertThat(visites.page(officer, QUEUE + "/" + id())).contains("Directive après la mort");
        assertThat(visites.post(samira, "/mes-donnees/directive", "sort", "EFFACER"))
                .hasStatus(303);
        assertThat(visites.page(samira, MINE))
                .contains("effacées sans attendre")
                .doesNotContain("Ma sœur Leïla");
        assertThat(visites.post(samira, "/mes-donnees/directive/fin")).hasRedirectedUrl(MINE + "?fait=reprise");
        assertThat(visites.page(samira, MINE)).contains("Vous n’avez rien demandé");
    }

    private void ask(String texte) {
        assertThat(visites.post(samira, MINE, "droit", "OPPOSITION", "texte", texte))
                .hasRedirectedUrl(MINE + "?fait=demande");
    }

    private String found(UUID who) {
        var answer = visites.post(who, "/annuaire/personnes", "nom", "benali");
        assertThat(answer).hasStatusOk();
        return words(answer);
    }

    private int told() {
        return jdbc.sql("select count(*) from notifications.depot where sorte = 'droit-repondu'")
                .query(Integer.class)
                .single();
    }

    private UUID id() {
        return jdbc.sql("select id from rgpd.droit order by id limit 1")
                .query(UUID.class)
                .single();
    }

    private LocalDate due() {
        return jdbc.sql("select du_le from rgpd.droit")
                .query((rs, _) -> rs.getObject(1, LocalDate.class))
                .single();
    }
}
