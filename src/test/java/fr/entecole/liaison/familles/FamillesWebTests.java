package fr.entecole.liaison.familles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.calendrier.annonces.AbsenceAnnoncee;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.liaison.familles.Parole.Absence;
import fr.entecole.liaison.familles.Parole.Propos;
import fr.entecole.liaison.familles.Paroles.Enfant;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Inès Benali and her guardians Samira and Karim, in the CM1 of Claire Estève, whose school Hélène Castans directs.
/// Its families do not write to teachers first here, so that a question stays in the notebook; others go as messages
/// ([QuestionsDesFamillesWebTests]).
@MondeTest
class FamillesWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Calendriers calendriers;

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
    LocalDate jour;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = id("annuaire.responsable", "SAMIRA", "BENALI");
        karim = id("annuaire.responsable", "KARIM", "BENALI");
        yvan = id("annuaire.responsable", "YVAN", "GALY");
        ines = id("annuaire.eleve", "INES", "BENALI");
        jdbc.sql("delete from liaison.parole").update();
        Messages.close(jdbc, curie, clock.instant());
        Messages.close(jdbc, reperes.ecole("0110359F"), clock.instant());
        jour = calendriers
                .of(curie)
                .next(new DemiJournee(LocalDate.now(clock), Moment.APRES_MIDI))
                .orElseThrow()
                .jour();
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from liaison.parole").update();
        Messages.open(jdbc);
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    // --- who ------------------------------------------------------------------------------------------------------

    @Test
    void showsNothingToTheOtherGuardianTheChildNorToWhoDoesNotTeachIt() {
        var id = absence(samira);
        for (var stranger : List.of(
                karim,
                yvan,
                ines,
                visites.personnel("11", "300105"),
                visites.personnel("11", "300116"),
                id("annuaire.responsable", "OLENA", "KOVALENKO"))) {
            assertThat(visites.get(stranger, path(id))).hasStatus(404);
            assertThat(visites.page(stranger, "/")).doesNotContain("Inès : absence");
        }
        assertThat(visites.page(karim, "/liaison/familles")).doesNotContain("Inès :");
        assertThat(visites.page(visites.personnel("11", "300105"), "/liaison/familles"))
                .doesNotContain("Inès");
        assertThat(visites.get(ines, "/liaison/familles")).hasStatus(404);
        assertThat(visites.post(karim, path(id) + "/annulation")).hasStatus(404);
        assertThat(visites.get(karim, path(id) + "/changement")).hasStatus(404);
        assertThat(visites.post(karim, path(id) + "/suite", "texte", "Non")).hasStatus(404);
    }

    @Test
    void letsAGuardianWhoIsKeptOutWriteNothingAboutThatChild() {
        var timeo = id("annuaire.eleve", "TIMEO", "GALY");
        assertThat(say(yvan, "enfant", timeo.toString(), "quoi", "question", "texte", "Va-t-il bien ?"))
                .hasStatus(404);
        assertThat(say(samira, "enfant", timeo.toString(), "quoi", "question", "texte", "Qui est-ce ?"))
                .hasStatus(404);
        assertThat(count()).isZero();
    }

    @Test
    void hidesWhatWasSaidFromItsAuthorOnceTheyAreKeptOut() {
        var id = absence(samira);
        var restriction = jdbc.sql("""
                        insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le)
                        values (:eleve, :responsable, current_date - 1, 'jugement', clock_timestamp()) returning id
                        """)
                .param("eleve", ines)
                .param("responsable", samira)
                .query(UUID.class)
                .single();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        assertThat(visites.get(samira, path(id))).hasStatus(404);
        assertThat(visites.page(samira, "/liaison/familles")).doesNotContain("Inès :");
        assertThat(visites.page(esteve, path(id))).contains("Samira Benali");
        jdbc.sql("delete from annuaire.restriction where id = :id")
                .param("id", restriction)
                .update();
    }

    @Test
    void offersNothingToThoseForWhomItIsNot() {
        for (var stranger : List.of(ines, esteve, castans)) {
            assertThat(visites.get(stranger, "/liaison/familles/nouveau?quoi=absence"))
                    .hasStatus(404);
            assertThat(say(stranger, "quoi", "question", "enfant", ines.toString(), "texte", "?"))
                    .hasStatus(404);
        }
        assertThat(visites.get(samira, "/liaison/familles/nouveau?quoi=autre")).hasRedirectedUrl("/liaison/familles");
        assertThat(visites.get(visites.agent("Puech"), "/liaison/familles")).hasStatus(404);
    }

    // --- absence --------------------------------------------------------------------------------------------------

    @Test
    void tellsTheTeacherAndTheHeadWhoWroteAndItsAuthorWhoHasSeen() {
        assertThat(visites.page(samira, "/")).contains("Signaler une absence", "Dire quelque chose à l’école");
        var id = absence(samira);
        assertThat(visites.page(samira, path(id))).contains("Remis", "Maladie de l’enfant", "disparaîtra le");
        assertThat(visites.page(esteve, "/")).contains("Les familles vous disent", "Inès : absence", "à lire");
        assertThat(visites.page(castans, "/liaison/familles")).contains("Inès : absence", "Samira Benali");
        assertThat(visites.page(samira, "/liaison/familles"))
                .as("a list opens nothing")
                .doesNotContain("Vu par");
        assertThat(visites.page(esteve, path(id)))
                .contains("Dit par Samira Benali", "Vu par Claire Estève")
                .doesNotContain("À lire");
        assertThat(visites.page(samira, path(id))).contains("Vu par Claire Estève");
        assertThat(visites.page(samira, "/")).contains("Vu par Claire Estève");
        assertThat(visites.page(esteve, "/")).doesNotContain("à lire");
    }

    @Test
    void readsAnAbsenceOfEveryTuesdayOnTuesdaysAlone() {
        var id = absence(samira, DayOfWeek.TUESDAY, Moment.MATIN);
        var auteur = utilisateur(esteve);
        var parole = context.getBean(LectureDesParoles.class).of(auteur, id).orElseThrow();
        var tuesday = jour.with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
        assertThat(parole.titre()).startsWith("Inès\u00a0: absence, chaque mardi, matin, du ");
        assertThat(parole.isOn(tuesday)).isTrue();
        assertThat(parole.isOn(tuesday.plusDays(1))).isFalse();
        assertThat(parole.isToCome(tuesday.plusDays(1))).isTrue();
        assertThat(parole.isToCome(jour.plusMonths(2))).isFalse();
    }

    @Test
    void leavesAnAbsenceToWhereItWasAnnounced() {
        assertThat(visites.get(samira, "/liaison/familles/nouveau?quoi=absence"))
                .hasRedirectedUrl("/presences/absences");
        assertThat(say(samira, "quoi", "absence", "enfant", ines.toString(), "jour", jour.toString()))
                .hasRedirectedUrl("/presences/absences");
        assertThat(count()).isZero();
        var id = absence(samira);
        assertThat(visites.get(samira, path(id) + "/changement")).hasStatus(404);
        assertThat(visites.page(samira, path(id))).contains("Retirer ou annoncer autrement");
    }

    @Test
    void tellsWhoHasSeenAnAbsenceThatItIsTakenBack() {
        var seen = absence(samira);
        visites.page(esteve, path(seen));
        context.publishEvent(new AbsenceAnnoncee.Retiree(announcement(seen), utilisateur(samira)));
        assertThat(visites.page(samira, path(seen))).contains("Annulé par vous").doesNotContain("Retirer ou annoncer");
        assertThat(visites.page(esteve, "/liaison/familles")).contains("Annulé par la famille");
        assertThat(deposits(seen)).isEqualTo(2);
    }

    @Test
    void countsAPickUpOfTodayAmongWhatAwaitsAllDayLong() {
        var id = id(depart(samira, jour));
        jdbc.sql("update liaison.parole set debut = :jour, fin = :jour where id = :id")
                .param("jour", LocalDate.now(clock))
                .param("id", id)
                .update();
        visites.page(esteve, path(id));
        assertThat(visites.page(esteve, "/")).contains("Dit par Samira Benali", "repart avec Nicole Durand");
    }

    @Test
    void countsAnUnreadQuestionAmongWhatAwaits() {
        var id = question(samira);
        for (var who : List.of(esteve, castans)) {
            assertThat(visites.page(who, "/")).contains("Dit par Samira Benali");
        }
        visites.page(esteve, path(id));
        assertThat(visites.page(esteve, "/")).doesNotContain("Dit par Samira Benali");
    }

    @Test
    void asksForWhichChildWhenThereAreSeveral() {
        var answer = say(samira, "quoi", "question", "texte", "Une question");
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("Choisissez l’enfant", "Une question", "Younes");
    }

    @Test
    void isChangedUntilItsDayAndNewAgainForTheSchool() {
        var id = id(depart(samira, jour));
        visites.page(esteve, path(id));
        assertThat(visites.page(samira, path(id) + "/changement")).contains("Inès repart", jour.toString());
        assertThat(visites.post(
                        samira,
                        path(id) + "/changement",
                        "jour",
                        jour.toString(),
                        "personne",
                        "Paul Durand",
                        "lien",
                        "son grand-père"))
                .hasRedirectedUrl(path(id) + "?fait=change");
        assertThat(visites.page(samira, path(id)))
                .contains("Paul Durand", "Remis")
                .doesNotContain("Vu par");
        assertThat(visites.page(esteve, "/")).contains("à lire");
        over(id);
        assertThat(visites.get(samira, path(id) + "/changement")).hasStatus(404);
        assertThat(visites.post(samira, path(id) + "/annulation")).hasRedirectedUrl(path(id) + "?fait=tard");
    }

    @Test
    void tellsWhoHasSeenItThatItIsCancelledAndNobodyElse() {
        var unseen = id(depart(samira, jour));
        assertThat(visites.post(samira, path(unseen) + "/annulation")).hasRedirectedUrl(path(unseen) + "?fait=annule");
        assertThat(visites.page(samira, path(unseen)))
                .contains("Annulé par vous")
                .doesNotContain("/changement");
        assertThat(visites.page(esteve, "/liaison/familles")).doesNotContain("Inès");
        var seen = id(depart(samira, jour, "telephone", "06 12 34 56 78"));
        visites.page(esteve, path(seen));
        assertThat(visites.post(samira, path(seen) + "/annulation")).hasStatus(303);
        assertThat(visites.page(esteve, "/liaison/familles")).contains("Annulé par la famille");
        assertThat(deposits(seen)).isEqualTo(2);
        assertThat(deposits(unseen)).isOne();
    }

    // --- pick-up ---------------------------------------------------------------------------------------------------

    @Test
    void saysWhoCollectsTheChildAndRefusesNobodyInParticular() {
        assertThat(text(say(samira, "quoi", "depart", "enfant", ines.toString(), "jour", jour.toString())))
                .contains("Écrivez le prénom et le nom", "Dites qui est cette personne");
        assertThat(text(depart(samira, jour, "telephone", "<script>"))).contains("Écrivez un numéro de téléphone");
        assertThat(text(depart(samira, nextSunday()))).contains("Il n’y a pas classe ce jour-là");
        var id = id(depart(samira, jour, "telephone", "06 12 34 56 78"));
        assertThat(visites.page(esteve, path(id)))
                .contains("repart avec Nicole Durand", "sa grand-mère", "06 12 34 56 78");
    }

    @Test
    void ringsAtOnceForTodayInSchoolHoursAlone() {
        var calendrier = calendriers.of(curie);
        var form = new ParoleForm("", jour.toString(), "Nicole", "sa grand-mère", "", "");
        var propos = form.propos(NatureDeParole.DEPART);
        assertThat(propos.isUrgent(calendrier, at(jour, 10))).isTrue();
        assertThat(propos.isUrgent(calendrier, at(jour, 7))).isFalse();
        assertThat(propos.isUrgent(calendrier, at(jour, 21))).isFalse();
        assertThat(propos.isUrgent(calendrier, at(jour.minusDays(1), 10))).isFalse();
        var absence = new Propos(
                NatureDeParole.ABSENCE,
                propos.debut(),
                propos.fin(),
                new Absence(null, MotifDAbsence.MAL, null, null),
                "",
                "",
                "",
                "");
        assertThat(absence.isUrgent(calendrier, at(jour, 10))).isFalse();
    }

    // --- question --------------------------------------------------------------------------------------------------

    @Test
    void isAskedAnsweredAndGoneOnWith() {
        var id = question(samira);
        assertThat(visites.post(samira, path(id) + "/suite", "texte", "Alors ?"))
                .as("nobody has answered yet")
                .hasStatus(404);
        assertThat(visites.page(esteve, "/liaison/familles")).contains("Questions sans réponse", "Inès : une question");
        assertThat(visites.post(esteve, path(id) + "/suite", "texte", "  ")).hasStatus(422);
        assertThat(visites.get(samira, path(id) + "/changement")).as("not seen").hasStatusOk();
        assertThat(visites.page(esteve, path(id))).contains("Répondre « bien noté »");
        assertThat(visites.get(samira, path(id) + "/changement")).as("seen").hasStatus(404);
        assertThat(visites.post(esteve, path(id) + "/suite", "texte", "Oui, mardi."))
                .hasStatus(303);
        assertThat(visites.page(samira, path(id)))
                .contains("Répondu", "Oui, mardi.", "Claire Estève", "Ajouter quelque chose");
        assertThat(visites.page(karim, "/")).doesNotContain("Oui, mardi");
        assertThat(visites.post(samira, path(id) + "/suite", "texte", "À quelle heure ?"))
                .hasStatus(303);
        assertThat(visites.page(esteve, "/liaison/familles")).contains("À lire");
        assertThat(visites.page(castans, path(id))).contains("À quelle heure ?");
    }

    @Test
    void keepsNothingFromTenADayAboutOneChild() {
        for (int i = 0; i < CadenceDesParoles.A_DAY; i++) {
            assertThat(say(samira, "quoi", "question", "enfant", ines.toString(), "texte", "Question " + i))
                    .hasStatus(303);
        }
        var answer = say(samira, "quoi", "question", "enfant", ines.toString(), "texte", "La onzième");
        assertThat(answer).hasStatus(429);
        assertThat(text(answer)).contains("Vous avez déjà écrit 10 fois aujourd’hui", "appelez l’école", "La onzième");
        question(karim);
        var younes = id("annuaire.eleve", "YOUNES", "BENALI");
        assertThat(say(samira, "quoi", "question", "enfant", younes.toString(), "texte", "Pour lui"))
                .hasStatus(303);
    }

    @Test
    void saysOnceWhatIsSentTwice() {
        assertThat(question(samira)).isEqualTo(question(samira));
        assertThat(question(karim)).isNotEqualTo(question(samira));
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void letsNobodyPastTheLimitByWritingManyAtOnce() throws Exception {
        var auteur = context.getBean(Utilisateurs.class)
                .of(new EnTantQue(context).account(samira), null)
                .orElseThrow();
        var calendrier = calendriers.of(curie);
        var paroles = context.getBean(Paroles.class);
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            all.invokeAll(IntStream.range(0, 24)
                    .mapToObj(i -> Executors.callable(() -> {
                        paroles.say(
                                auteur,
                                new Enfant(ines, curie, "Inès"),
                                new Propos(NatureDeParole.QUESTION, null, null, null, "", "", "", "Question " + i),
                                calendrier,
                                clock.instant());
                    }))
                    .toList());
        }
        assertThat(count()).isEqualTo(CadenceDesParoles.A_DAY);
    }

    @Test
    void changesNothingOnceItHasRungOftenEnough() {
        var id = question(samira);
        jdbc.sql("update liaison.parole set changements = :most where id = :id")
                .param("most", CadenceDesParoles.A_DAY)
                .param("id", id)
                .update();
        assertThat(visites.post(samira, path(id) + "/changement", "texte", "Encore"))
                .hasRedirectedUrl(path(id) + "?fait=tard");
        assertThat(visites.page(samira, path(id))).doesNotContain("Encore");
    }

    @Test
    void goesAwayWithItsYearAndStaysUntilThen() {
        var id = question(samira);
        var year = jdbc.sql("select annee from liaison.parole where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        context.getBean(DonneesDesFamilles.class).purge(year - 1);
        assertThat(count()).isOne();
        context.getBean(DonneesDesFamilles.class).purge(year);
        assertThat(count()).isZero();
    }

    @Test
    void costsFewStatements() {
        var id = question(samira);
        visites.page(esteve, path(id));
        assertThat(visites.statements(esteve, "/liaison/familles")).hasSizeLessThanOrEqualTo(3);
        assertThat(visites.statements(samira, "/liaison/familles")).hasSizeLessThanOrEqualTo(3);
        assertThat(visites.statements(samira, path(id))).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(esteve, "/")).hasSizeLessThanOrEqualTo(5);
    }

    private UUID absence(UUID responsable) {
        return absence(responsable, null, null);
    }

    /// As the room of the roll tells it.
    private UUID absence(UUID responsable, @Nullable DayOfWeek chaque, @Nullable Moment moment) {
        var id = UUID.randomUUID();
        context.publishEvent(new AbsenceAnnoncee(
                id,
                curie,
                ines,
                "Inès",
                utilisateur(responsable),
                jour,
                chaque == null ? jour : jour.plusMonths(1),
                chaque,
                moment,
                "MAL",
                ""));
        return jdbc.sql("select id from liaison.parole where absence_id = :id")
                .param("id", id)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private UUID announcement(UUID parole) {
        return jdbc.sql("select absence_id from liaison.parole where id = :id")
                .param("id", parole)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private Utilisateur utilisateur(UUID personne) {
        return context.getBean(Utilisateurs.class)
                .of(new EnTantQue(context).account(personne), null)
                .orElseThrow();
    }

    private UUID question(UUID responsable) {
        return id(say(responsable, "quoi", "question", "enfant", ines.toString(), "texte", "Y a-t-il piscine ?"));
    }

    private MvcTestResult depart(UUID responsable, LocalDate when, String... more) {
        return say(
                responsable,
                concat(
                        new String[] {
                            "quoi",
                            "depart",
                            "enfant",
                            ines.toString(),
                            "jour",
                            when.toString(),
                            "personne",
                            "Nicole Durand",
                            "lien",
                            "sa grand-mère"
                        },
                        more));
    }

    private MvcTestResult say(UUID responsable, String... fields) {
        return visites.post(responsable, "/liaison/familles", fields);
    }

    private static String[] concat(String[] some, String... more) {
        var all = new java.util.ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static UUID id(MvcTestResult said) {
        assertThat(said).hasStatus(303);
        var address = said.getResponse().getRedirectedUrl();
        assertThat(address).endsWith("?fait=dit");
        return UUID.fromString(address.substring("/liaison/familles/".length(), address.indexOf('?')));
    }

    private void over(UUID parole) {
        jdbc.sql("update liaison.parole set debut = debut - 60, fin = fin - 60 where id = :id")
                .param("id", parole)
                .update();
    }

    private LocalDate nextSunday() {
        return LocalDate.now(clock).with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.SUNDAY));
    }

    private static Instant at(LocalDate jour, int hour) {
        return jour.atTime(LocalTime.of(hour, 0)).atZone(Calendrier.PARIS).toInstant();
    }

    private int deposits(UUID parole) {
        return jdbc.sql("select count(*) from notifications.depot where chose = :id")
                .param("id", parole)
                .query(Integer.class)
                .single();
    }

    private int count() {
        return jdbc.sql("select count(*) from liaison.parole")
                .query(Integer.class)
                .single();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8)
                .replace('\u00a0', ' ');
    }

    private static String path(UUID parole) {
        return "/liaison/familles/" + parole;
    }

    private UUID id(String table, String prenom, String nom) {
        return jdbc.sql(
                        "select id from " + table
                                + " where annuaire.cle(prenom) = annuaire.cle(:prenom) and annuaire.cle(nom) = annuaire.cle(:nom)")
                .param("prenom", prenom)
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
