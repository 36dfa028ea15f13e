package fr.entecole.presences;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Utilisateur;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/// Inès has two households; Timéo has a guardian who is kept out.
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
    CahierDAppel cahier;

    @Autowired
    LectureDesAppels lecture;

    @Autowired
    Clock clock;

    Visites visites;
    UUID curie;
    UUID cm1;
    UUID esteve;
    UUID castans;
    UUID samira;
    UUID karim;
    UUID yvan;
    UUID ines;
    UUID timeo;
    DemiJournee demi;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = person("responsable", "SAMIRA", "BENALI");
        karim = person("responsable", "KARIM", "BENALI");
        yvan = person("responsable", "YVAN", "GALY");
        ines = person("eleve", "INES", "BENALI");
        timeo = visites.eleve("500110");
        var today = LocalDate.now(clock);
        demi = calendriers.of(curie).demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1)).stream()
                .filter(d -> cahier.feuille(new Appele(curie, cm1, d)).numero() == 0)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from presences.excuse where responsable_id is not null")
                .update();
        jdbc.sql("delete from liaison.parole").update();
    }

    private UUID person(String table, String prenom, String nom) {
        return jdbc.sql("select id from annuaire." + table
                        + " where upper(annuaire.cle(prenom)) = upper(annuaire.cle(:prenom)) and nom = :nom")
                .param("prenom", prenom)
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list()
                .getFirst();
    }

    private UUID missing(UUID eleve) {
        cahier.call(
                new Appele(curie, cm1, demi),
                0,
                Map.of(eleve, Dit.ABSENT),
                "",
                new Auteur(UUID.randomUUID(), esteve, "Claire Estève"),
                clock.instant());
        return jdbc.sql("select id from presences.dernier where eleve_id = :e and jour = :j and moment = :m")
                .param("e", eleve)
                .param("j", demi.jour())
                .param("m", demi.moment().name())
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private List<String> deposits(UUID absence) {
        return jdbc.sql(
                        "select pour from notifications.depot where sorte = 'absence-a-expliquer' and chose = :c and annule_le is null")
                .param("c", absence)
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    /// The form comes back.
    private String refused(UUID who, String path, String... fields) {
        var answer = visites.post(who, path, fields);
        assertThat(answer).hasStatus(422);
        return Visites.words(answer);
    }

    @Test
    void isNothingForAGuardianKeptOutNorForAnotherFamily() {
        var absence = missing(timeo);
        for (var stranger : List.of(yvan, samira, timeo, esteve, castans, visites.agent("Puech"))) {
            assertThat(visites.get(stranger, "/presences/absences/" + absence)).hasStatus(404);
            assertThat(visites.post(stranger, "/presences/absences/" + absence, "motif", "MAL"))
                    .hasStatus(404);
        }
        assertThat(visites.page(yvan, "/presences/absences")).doesNotContain("Timéo");
    }

    @Test
    void tellsEachGuardianOnceAndTakesItBackWhenItWasAMistake() {
        var absence = missing(ines);
        assertThat(deposits(absence)).singleElement().asString().startsWith("ELEVES.RESPONSABLES");
        cahier.call(
                new Appele(curie, cm1, demi),
                1,
                Map.of(ines, Dit.PRESENT),
                "",
                new Auteur(UUID.randomUUID(), esteve, "Claire Estève"),
                clock.instant());
        assertThat(deposits(absence)).isEmpty();
        assertThat(visites.page(samira, "/presences/absences/" + absence)).contains("L’école a corrigé");
    }

    @Test
    void namesAtHomeTheChildAndTheHalfDayToExplain() {
        missing(ines);
        assertThat(visites.page(samira, "/")).contains("à expliquer", "Inès, ");
        assertThat(visites.page(yvan, "/")).doesNotContain("à expliquer");
    }

    @Test
    void keepsEachGuardiansAnswerFromTheOther() {
        var absence = missing(ines);
        assertThat(visites.page(samira, "/presences/absences/" + absence)).contains("Maladie de l’enfant");
        assertThat(visites.post(samira, "/presences/absences/" + absence, "motif", "MAL", "precisions", "Une angine"))
                .hasStatus(303);
        assertThat(visites.page(samira, "/presences/absences/" + absence)).contains("Vous avez dit pourquoi");
        assertThat(visites.page(karim, "/presences/absences")).doesNotContain("Une angine");
        assertThat(visites.page(karim, "/presences/absences/" + absence))
                .doesNotContain("Une angine", "Samira", "Vous avez dit");
        assertThat(visites.post(karim, "/presences/absences/" + absence, "motif", "AUTRE"))
                .hasStatus(303);
        var head = visites.page(
                castans,
                "/presences/ecoles/" + curie + "/eleves/" + ines + "?mois="
                        + demi.jour().toString().substring(0, 7));
        assertThat(head).contains("Samira Benali", "Une angine", "Karim Benali", "Légitime (L131-8)");
        var said = jdbc.sql("select id from presences.excuse where responsable_id = :k order by id desc limit 1")
                .param("k", karim)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        assertThat(visites.post(samira, "/presences/excuses/" + said + "/retrait"))
                .hasStatus(404);
        assertThat(visites.post(karim, "/presences/excuses/" + said + "/retrait"))
                .hasStatus(303);
    }

    @Test
    void refusesAnAnswerWithoutAReasonOrWithOneThatIsNotTheirs() {
        var absence = missing(ines);
        for (var motif : List.of("", "AUT", "SANSMOTIF", "'; drop table")) {
            assertThat(refused(samira, "/presences/absences/" + absence, "motif", motif))
                    .contains("Choisissez une raison.");
        }
    }

    @Test
    void announcesBeforehandSoThatNobodyIsRung() {
        var tomorrow = next();
        assertThat(visites.post(
                        samira,
                        "/presences/absences",
                        "enfant",
                        ines.toString(),
                        "du",
                        tomorrow.toString(),
                        "au",
                        tomorrow.plusMonths(1).toString(),
                        "chaque",
                        "2",
                        "moment",
                        "MATIN",
                        "motif",
                        "SOIN",
                        "precisions",
                        "Orthophonie"))
                .hasStatus(303);
        assertThat(visites.page(samira, "/presences/absences")).contains("chaque mardi", "Soins ou rééducation");
        assertThat(visites.page(karim, "/presences/absences")).doesNotContain("Orthophonie", "chaque mardi,");
    }

    /// « Chaque mardi » without a last day is not one Tuesday.
    @Test
    void saysEveryWeekUntilTheSchoolYearEndsWhereNoLastDayIsGiven() {
        var jour = next();
        var year = new AnneeScolaire(AnneeScolaire.of(jour).rentree() + 1);
        var last = calendriers.of(curie).demiJournees(jour, year.debut().minusDays(1)).stream()
                .reduce((_, d) -> d)
                .orElseThrow()
                .jour();
        var chaque = String.valueOf(jour.getDayOfWeek().getValue());
        var fields = new String[] {"enfant", ines.toString(), "du", jour.toString(), "chaque", chaque, "motif", "SOIN"};
        assertThat(visites.page(samira, "/presences/absences"))
                .contains("Sans dernier jour : ce seul jour", "jusqu’à la fin de l’année scolaire");
        var answer = visites.post(samira, "/presences/absences", fields);
        assertThat(answer).hasStatus(303);
        assertThat(jdbc.sql(
                                "select au from presences.excuse where responsable_id = :s and du = :j and jour_semaine > 0")
                        .param("s", samira)
                        .param("j", jour)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(last);
        var read =
                "chaque " + Dates.jour(jour.getDayOfWeek()) + ", du " + Dates.words(jour) + " au " + Dates.words(last);
        assertThat(visites.page(
                        samira, Objects.requireNonNull(answer.getResponse().getRedirectedUrl())))
                .contains("C’est dit. L’école lit dès maintenant : " + read);
        assertThat(visites.page(esteve, "/liaison/familles"))
                .contains("du " + Dates.jour(jour) + " au " + Dates.jour(last));
        assertThat(visites.post(samira, "/presences/absences", fields))
                .hasRedirectedUrl("/presences/absences?fait=deja");
    }

    /// Beside the child, and to nobody but who teaches them and who directs.
    @Test
    void showsWhoCallsBothAnswersWhereTheyDiffer() {
        var absence = "/presences/absences/" + missing(ines);
        var roll = "/presences/ecoles/" + curie + "/classes/" + cm1 + "/appel?jour=" + demi.jour() + "&moment="
                + demi.moment();
        assertThat(visites.post(samira, absence, "motif", "MAL", "precisions", "Fièvre"))
                .hasStatus(303);
        assertThat(visites.page(esteve, roll))
                .contains("Maladie de l’enfant", "« Fièvre »")
                .doesNotContain("Samira Benali");
        assertThat(visites.post(karim, absence, "motif", "TRANSP")).hasStatus(303);
        for (var who : List.of(esteve, castans)) {
            assertThat(visites.page(who, roll))
                    .contains("2 réponses différentes", "Samira Benali", "Maladie de l’enfant", "« Fièvre »")
                    .contains("Karim Benali", "Empêchement de transport");
        }
        var calas = jdbc.sql(
                        "select id from annuaire.personnel where upper(nom) = 'CALAS' and upper(prenom) = 'PASCALE'")
                .query(UUID.class)
                .single();
        assertThat(visites.post(castans, "/presences/ecoles/" + curie + "/reglages", "quoi", "EQUIPE"))
                .hasStatus(303);
        assertThat(visites.page(calas, roll))
                .contains("Absence annoncée")
                .doesNotContain("Samira Benali", "Fièvre", "Karim Benali", "Empêchement de transport");
        assertThat(visites.post(castans, "/presences/ecoles/" + curie + "/reglages"))
                .hasStatus(303);
    }

    @Test
    void announcesNothingOfThePastNorOfAChildWhoIsNotTheirs() {
        var yesterday = LocalDate.now(clock).minusDays(1).toString();
        assertThat(refused(samira, "/presences/absences", "enfant", ines.toString(), "du", yesterday, "motif", "MAL"))
                .contains("Ce jour est passé");
        assertThat(refused(
                        samira,
                        "/presences/absences",
                        "enfant",
                        timeo.toString(),
                        "du",
                        LocalDate.now(clock).toString(),
                        "motif",
                        "MAL"))
                .contains("Choisissez l’enfant.");
    }

    /// The next day of class of the CM1, from tomorrow.
    private LocalDate next() {
        return calendriers
                .of(curie)
                .next(new DemiJournee(LocalDate.now(clock), Moment.APRES_MIDI))
                .orElseThrow()
                .jour();
    }

    private String announced(String... fields) {
        var all = new ArrayList<>(List.of("enfant", ines.toString()));
        all.addAll(List.of(fields));
        return refused(samira, "/presences/absences", all.toArray(String[]::new));
    }

    @Test
    void refusesAnAbsenceThatIsNoneInWords() {
        var jour = next();
        var sunday = jour.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        assertThat(announced("du", "", "motif", "MAL")).contains("Écrivez le jour en entier");
        assertThat(announced("du", LocalDate.now(clock).minusDays(1).toString(), "motif", "MAL"))
                .contains("aujourd’hui ou un jour à venir");
        assertThat(announced("du", sunday.toString(), "motif", "MAL")).contains("Il n’y a pas classe à ce moment-là");
        assertThat(announced("du", jour.toString(), "au", jour.plusDays(20).toString(), "chaque", "6", "motif", "MAL"))
                .as("no Saturday is a day of class")
                .contains("Il n’y a pas classe à ce moment-là");
        assertThat(announced("du", jour.toString(), "au", jour.minusDays(1).toString(), "motif", "MAL"))
                .contains("Le dernier jour vient après le premier");
        assertThat(announced("du", jour.toString(), "au", jour.plusDays(40).toString(), "motif", "MAL"))
                .contains("Un mois au plus");
        assertThat(announced("du", jour.toString(), "motif", "FLEMME")).contains("Choisissez une raison");
        assertThat(announced("du", jour.toString(), "motif", "AUTRE")).contains("Dites la raison");
        assertThat(announced("du", jour.toString(), "motif", "MAL", "precisions", "a".repeat(301)))
                .contains("Trois cents signes au plus");
        assertThat(visites.page(samira, "/presences/absences")).doesNotContain("Ce que vous avez dit");
    }

    /// Once, by one of them: the roll expects it, and the teacher reads it among families' words.
    @Test
    void isAnnouncedOnceAndReadWhereFamiliesAreHeard() {
        var jour = next();
        var fields = new String[] {
            "enfant", ines.toString(), "du", jour.toString(), "motif", "ACCRESP", "precisions", "Un mariage à Lyon"
        };
        assertThat(visites.post(samira, "/presences/absences", fields))
                .hasRedirectedUrl("/presences/absences?fait=dit");
        assertThat(visites.post(samira, "/presences/absences", fields))
                .hasRedirectedUrl("/presences/absences?fait=deja");
        assertThat(visites.page(samira, "/presences/absences?fait=deja")).contains("Vous l’avez déjà dit");
        assertThat(visites.page(esteve, "/liaison/familles")).containsOnlyOnce("Inès : absence");
        assertThat(visites.page(esteve, "/")).contains("Inès : absence", "à lire");
        assertThat(visites.page(karim, "/liaison/familles")).doesNotContain("Inès : absence");
        var demi = new DemiJournee(jour, Moment.MATIN);
        var expected = lecture.find(utilisateur(esteve), new Appele(curie, cm1, demi), jour)
                .orElseThrow()
                .proposed();
        assertThat(expected.get(ines)).isEqualTo(Dit.ABSENT);
        assertThat(expected.get(timeo)).isEqualTo(Dit.PRESENT);
        cahier.call(
                new Appele(curie, cm1, demi),
                0,
                Map.of(ines, Dit.ABSENT),
                "",
                new Auteur(UUID.randomUUID(), esteve, "Claire Estève"),
                clock.instant());
        assertThat(deposits(jdbc.sql("select id from presences.dernier where eleve_id = :e and jour = :j")
                        .param("e", ines)
                        .param("j", jour)
                        .query((rs, _) -> rs.getObject(1, UUID.class))
                        .single()))
                .as("a family that has said so is not rung")
                .isEmpty();
        var said = jdbc.sql("select id from presences.excuse where responsable_id = :s and du = :j")
                .param("s", samira)
                .param("j", jour)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        assertThat(visites.post(samira, "/presences/excuses/" + said + "/retrait"))
                .hasStatus(303);
        assertThat(visites.page(esteve, "/liaison/familles")).doesNotContain("Inès : absence");
    }

    @Test
    void keepsNothingFromTenAnnouncementsADayOfOneChild() {
        var jour = next();
        for (int i = 0; i < 10; i++) {
            assertThat(visites.post(
                            samira,
                            "/presences/absences",
                            "enfant",
                            ines.toString(),
                            "du",
                            jour.toString(),
                            "au",
                            jour.plusDays(i).toString(),
                            "motif",
                            "MAL"))
                    .hasStatus(303);
        }
        var answer = visites.post(
                samira,
                "/presences/absences",
                "enfant",
                ines.toString(),
                "du",
                jour.toString(),
                "au",
                jour.plusDays(20).toString(),
                "motif",
                "MAL",
                "precisions",
                "La onzième");
        assertThat(answer).hasStatus(429);
        assertThat(Visites.words(answer)).contains("Vous avez déjà écrit 10 fois aujourd’hui", "La onzième");
    }

    private Utilisateur utilisateur(UUID personne) {
        return context.getBean(Utilisateurs.class)
                .of(new EnTantQue(context).account(personne), null)
                .orElseThrow();
    }

    @Test
    void costsNoMoreThanFiveStatements() {
        var absence = missing(ines);
        assertThat(visites.statements(samira, "/presences/absences/" + absence)).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(samira, "/presences/absences")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(castans, "/presences")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(castans, "/presences/assiduite")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(castans, "/presences/ecoles/" + curie + "/eleves/" + ines))
                .hasSizeLessThanOrEqualTo(5);
    }

    /// Read by who teaches the child, by the head and by who sent it, not by the other guardian.
    @Test
    void answersWithADocumentThatTheSchoolReadsAndTheOtherGuardianDoesNot() {
        var absence = missing(ines);
        var answer = visites.upload(
                samira,
                "/presences/absences/" + absence,
                new MockMultipartFile(
                        "fichiers",
                        "certificat.pdf",
                        "application/pdf",
                        "%PDF-1.7 essai".getBytes(StandardCharsets.US_ASCII)),
                "motif",
                "MAL");
        assertThat(answer).hasStatus(303);
        var piece = jdbc.sql("select p.id from documents.piece p join presences.excuse x on x.id = p.chose"
                        + " where x.responsable_id = :s")
                .param("s", samira)
                .query(UUID.class)
                .single();
        var month = "/presences/ecoles/" + curie + "/eleves/" + ines + "?mois="
                + demi.jour().toString().substring(0, 7);
        for (var reader : List.of(esteve, castans)) {
            assertThat(visites.page(reader, month)).contains("certificat.pdf");
        }
        assertThat(visites.statements(castans, month)).hasSizeLessThanOrEqualTo(5);
        for (var stranger : List.of(karim, yvan, visites.personnel("11", "300105"), visites.agent("Puech"))) {
            assertThat(visites.get(stranger, "/documents/" + piece)).hasStatus(404);
        }
        assertThat(visites.page(karim, "/presences/absences")).doesNotContain("certificat.pdf");
    }
}
