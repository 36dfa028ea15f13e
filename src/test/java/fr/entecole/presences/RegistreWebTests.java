package fr.entecole.presences;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.presences.CahierDAppel.Suite;
import fr.entecole.socle.AnneeScolaire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The CM1, whose last month the decor has signed.
@MondeTest
class RegistreWebTests {

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
    Clock clock;

    Visites visites;
    UUID curie;
    UUID cm1;
    UUID esteve;
    UUID castans;
    LocalDate signed;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        signed = LocalDate.now(clock).minusMonths(1).withDayOfMonth(1);
    }

    private String registre(LocalDate mois) {
        return "/presences/ecoles/" + curie + "/classes/" + cm1 + "/registre?mois="
                + mois.toString().substring(0, 7);
    }

    private DemiJournee first() {
        return calendriers
                .of(curie)
                .demiJournees(signed, signed.plusMonths(1).minusDays(1))
                .getFirst();
    }

    /// The form comes back.
    private String refused(UUID who, String path, String... fields) {
        var answer = visites.post(who, path, fields);
        assertThat(answer).hasStatus(422);
        return Visites.words(answer);
    }

    @Test
    void isNothingForWhoNeitherTeachesNorDirects() {
        assertThat(visites.get(visites.personnel("11", "300105"), registre(signed)))
                .hasStatus(404);
        assertThat(visites.get(visites.eleve("500110"), registre(signed))).hasStatus(404);
        assertThat(visites.post(
                        esteve,
                        "/presences/ecoles/" + curie + "/classes/" + cm1 + "/signature",
                        "mois",
                        signed.toString().substring(0, 7)))
                .hasStatus(404);
        assertThat(visites.get(esteve, "/presences/ecoles/" + curie + "/archive"))
                .hasStatus(404);
    }

    @Test
    void letsNobodyButTheHeadWriteInASignedMonthAndKeepsBoth() {
        var quoi = new Appele(curie, cm1, first());
        var before = cahier.feuille(quoi);
        var eleve = before.dits().entrySet().stream()
                .filter(e -> e.getValue().equals(Dit.PRESENT))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        var claire = new Auteur(UUID.randomUUID(), esteve, "Claire Estève");
        assertThat(cahier.call(quoi, before.numero(), Map.of(eleve, Dit.ABSENT), "", claire, clock.instant()))
                .isEqualTo(Suite.FERME);
        assertThat(visites.page(esteve, appel(quoi)))
                .contains("Le registre de ce mois est signé")
                .doesNotContain("type=\"radio\"");
        var path = "/presences/ecoles/" + curie + "/classes/" + cm1 + "/appel";
        assertThat(refused(
                        castans,
                        path,
                        "jour",
                        quoi.demi().jour().toString(),
                        "moment",
                        quoi.demi().moment().name(),
                        "version",
                        String.valueOf(before.numero()),
                        "e-" + eleve,
                        "absent"))
                .contains("Dites pourquoi le registre signé change");
        assertThat(visites.post(
                        castans,
                        path,
                        "jour",
                        quoi.demi().jour().toString(),
                        "moment",
                        quoi.demi().moment().name(),
                        "version",
                        String.valueOf(before.numero()),
                        "e-" + eleve,
                        "absent",
                        "motif",
                        "Erreur de ligne"))
                .hasStatus(303);
        var after = cahier.feuille(quoi);
        assertThat(after.at(before.numero())).isEqualTo(before.dits());
        assertThat(after.dits()).containsEntry(eleve, Dit.ABSENT);
        assertThat(visites.page(castans, registre(signed)))
                .contains("Signer de nouveau", "Ce qui a été corrigé", "présent → absent", "« Erreur de ligne »")
                .contains("Hélène Castans, le ");
        assertThat(visites.statements(castans, registre(signed))).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.page(esteve, appel(quoi)))
                .as("of a month that nobody but the head changes")
                .contains("présent → absent", "« Erreur de ligne »");
        assertThat(Visites.words(visites.get(esteve, registre(signed).replace("/registre?", "/registre.csv?"))))
                .contains("correction;eleve;", "présent → absent", "Erreur de ligne");
        assertThat(printed(visites.post(
                        castans,
                        "/presences/ecoles/" + curie + "/classes/" + cm1 + "/registre/impression",
                        "mois",
                        signed.toString().substring(0, 7))))
                .contains("Corrections écrites après l’appel", "présent -> absent", "« Erreur de ligne »");
        assertThat(visites.post(
                        castans,
                        "/presences/ecoles/" + curie + "/classes/" + cm1 + "/signature",
                        "mois",
                        signed.toString().substring(0, 7)))
                .hasStatus(303);
        assertThat(jdbc.sql("select count(*) from presences.signature where classe_id = :c")
                        .param("c", cm1)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void refusesToSignWhereARollIsMissingAndSaysWhich() {
        var today = LocalDate.now(clock);
        var free = calendriers.of(curie).demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1)).stream()
                .filter(d -> cahier.feuille(new Appele(curie, cm1, d)).numero() == 0)
                .toList();
        var only = new Appele(curie, cm1, free.getFirst());
        var claire = new Auteur(UUID.randomUUID(), esteve, "Claire Estève");
        cahier.call(only, 0, Map.of(visites.eleve("500101"), Dit.PRESENT), "", claire, clock.instant());
        var mois = only.demi().jour().withDayOfMonth(1);
        var path = "/presences/ecoles/" + curie + "/classes/" + cm1;
        assertThat(visites.page(castans, registre(mois))).doesNotContain(path + "/signature");
        assertThat(visites.post(
                                castans,
                                path + "/signature",
                                "mois",
                                mois.toString().substring(0, 7))
                        .getResponse()
                        .getRedirectedUrl())
                .endsWith("&refuse=true");
        assertThat(visites.page(castans, registre(mois) + "&refuse=true"))
                .contains(
                        "Le mois n’est pas signé",
                        path + "/appel?jour=" + free.get(1).jour() + "&amp;moment="
                                + free.get(1).moment());
        assertThat(jdbc.sql("select count(*) from presences.signature where classe_id = :c and jour = :m")
                        .param("c", cm1)
                        .param("m", mois)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /// Enrolled, called from the first day, and there on the second only: her first half-days are no possible ones.
    @Test
    void saysTheRuleWhereAnAbsenceComesBeforeTheFirstDayOfAChild() {
        var today = LocalDate.now(clock);
        var mois = AnneeScolaire.of(today).debut();
        var demis = calendriers.of(curie).demiJournees(mois, mois.plusMonths(1).minusDays(1)).stream()
                .filter(d -> cahier.feuille(new Appele(curie, cm1, d)).numero() == 0)
                .limit(2)
                .toList();
        var timeo = visites.eleve("500110");
        var claire = new Auteur(UUID.randomUUID(), esteve, "Claire Estève");
        var rule = "(A) : absent avant la première fois où l’enfant est venu";
        cahier.call(
                new Appele(curie, cm1, demis.getLast()), 0, Map.of(timeo, Dit.PRESENT), "", claire, clock.instant());
        assertThat(visites.page(esteve, registre(mois))).doesNotContain(rule);
        cahier.call(
                new Appele(curie, cm1, demis.getFirst()), 0, Map.of(timeo, Dit.ABSENT), "", claire, clock.instant());
        assertThat(visites.page(esteve, registre(mois))).contains(rule, "<td>(A)</td>");
        assertThat(printed(visites.post(
                        castans,
                        "/presences/ecoles/" + curie + "/classes/" + cm1 + "/registre/impression",
                        "mois",
                        mois.toString().substring(0, 7))))
                .contains("(A) : absent avant");
        assertThat(Visites.words(visites.get(esteve, registre(mois).replace("/registre?", "/registre.csv?"))))
                .as("what is sealed keeps its signs")
                .doesNotContain("(A)");
    }

    /// Archived by the directory at the rentrée, before anybody had signed its last months.
    @Test
    void readsPrintsAndSignsTheMonthsOfAClassThatIsOver() {
        var rentree = AnneeScolaire.of(LocalDate.now(clock)).debut();
        var demi = calendriers
                .of(curie)
                .demiJournees(rentree, rentree.plusMonths(1))
                .get(4);
        var ce2 = reperes.classe("11", "513");
        var eleve = jdbc.sql("select min(eleve_id::text)::uuid from annuaire.inscrit where classe_id = :c")
                .param("c", ce2)
                .query(UUID.class)
                .single();
        var path = "/presences/ecoles/" + curie + "/classes/" + ce2;
        var mois = demi.jour().toString().substring(0, 7);
        var registre = path + "/registre?mois=" + mois;
        var passes = "/presences/ecoles/" + curie + "/registres";
        assertThat(visites.post(
                        castans,
                        path + "/appel",
                        "jour",
                        demi.jour().toString(),
                        "moment",
                        demi.moment().name(),
                        "version",
                        "0",
                        "e-" + eleve,
                        "present"))
                .hasStatus(303);
        assertThat(visites.page(castans, passes)).contains("Pas encore d’année passée");
        archive(ce2, "clock_timestamp()");
        try {
            assertThat(visites.get(esteve, passes)).hasStatus(404);
            assertThat(visites.get(esteve, registre)).hasStatus(404);
            assertThat(visites.page(castans, passes))
                    .contains("CE2", registre.replace("&", "&amp;"), "Année scolaire " + AnneeScolaire.of(rentree));
            assertThat(visites.page(castans, registre))
                    .contains("Le mois se signe tel qu’il est", path + "/signature")
                    .doesNotContain(path + "/appel", "/eleves/");
            assertThat(visites.post(castans, path + "/signature", "mois", mois))
                    .hasStatus(303)
                    .redirectedUrl()
                    .endsWith("&fait=true");
            assertThat(printed(visites.post(castans, path + "/registre/annee")))
                    .contains("CE2", "Année scolaire " + AnneeScolaire.of(rentree), "Signé par Hélène Castans");
        } finally {
            archive(ce2, "null");
        }
    }

    private void archive(UUID classe, String when) {
        jdbc.sql("update annuaire.classe set archivee_le = " + when + " where id = :c")
                .param("c", classe)
                .update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private String appel(Appele quoi) {
        return "/presences/ecoles/" + curie + "/classes/" + cm1 + "/appel?jour="
                + quoi.demi().jour() + "&moment=" + quoi.demi().moment();
    }

    @Test
    void showsTheMonthAsASheetAndAsAFile() {
        assertThat(visites.page(esteve, registre(signed)))
                .contains("Signé par Hélène Castans", "Présence de la classe");
        assertThat(visites.statements(esteve, registre(signed))).hasSizeLessThanOrEqualTo(5);
        var csv = visites.get(esteve, registre(signed).replace("/registre?", "/registre.csv?"));
        assertThat(csv).hasStatusOk();
        assertThat(Visites.words(csv)).startsWith("eleve;identifiant;").contains(";possibles;absences;");
        var pdf = visites.post(
                castans,
                "/presences/ecoles/" + curie + "/classes/" + cm1 + "/registre/impression",
                "mois",
                signed.toString().substring(0, 7));
        assertThat(pdf).hasStatusOk();
        assertThat(new String(pdf.getResponse().getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(pages(pdf)).as("the signature stays under its rows").isEqualTo(1);
    }

    @Test
    void tellsTheHeadOfFourHalfDaysWithoutReasonAndNotOfThree() {
        jdbc.sql("delete from presences.etape").update();
        var today = LocalDate.now(clock);
        var demis = calendriers.of(curie).demiJournees(signed, today.minusDays(1));
        var last = demis.subList(Math.max(0, demis.size() - 4), demis.size());
        if (last.size() == 4
                && last.stream().map(demi -> demi.jour().getMonth()).distinct().count() == 1) {
            assertThat(visites.page(castans, "/presences/assiduite"))
                    .contains("Nino Lacaze")
                    .doesNotContain("Camille Izard");
            assertThat(visites.page(castans, "/")).contains("quatre demi-journées sans motif légitime");
        }
        assertThat(visites.page(esteve, "/")).doesNotContain("quatre demi-journées sans motif légitime");
    }

    @Test
    void draftsTheFileAndSendsNothing() {
        var nino = visites.eleve("500112");
        var path = "/presences/ecoles/" + curie + "/eleves/" + nino;
        assertThat(visites.post(
                        castans,
                        path + "/etapes",
                        "sorte",
                        "CONTACT",
                        "jour",
                        LocalDate.now(clock).toString(),
                        "note",
                        "Appelé la mère."))
                .hasStatus(303);
        assertThat(visites.page(castans, path)).contains("Appelé la mère.");
        assertThat(visites.page(esteve, path)).doesNotContain("Appelé la mère.");
        var draft = visites.post(castans, path + "/dossier");
        assertThat(pages(draft)).as("no page of a signature alone").isEqualTo(1);
        assertThat(printed(draft))
                .contains(
                        "À la direction académique des services",
                        "sous couvert de l’inspection de la circonscription (IEN)",
                        "Lézignan-Corbières, le ",
                        "Objet : absences de Nino Lacaze, ",
                        "Prise de contact avec les responsables, le ",
                        "Appelé la mère.",
                        "Entretien avec la famille et l’équipe éducative :",
                        "la direction : Hélène Castans");
        for (int i = 0; i < 4; i++) {
            assertThat(visites.post(
                            castans,
                            path + "/etapes",
                            "sorte",
                            "CONTACT",
                            "jour",
                            LocalDate.now(clock).toString(),
                            "note",
                            "Appelé la mère, puis le père. ".repeat(19)))
                    .hasStatus(303);
        }
        var longer = visites.post(castans, path + "/dossier");
        assertThat(pages(longer)).isEqualTo(2);
        assertThat(printed(longer, 2)).contains("Ce que l’école a fait", "Madame, Monsieur, l’expression");
    }

    @Test
    void printsTheYearWithWhoSignedEachMonthAndWhen() {
        var year = printed(visites.post(castans, "/presences/ecoles/" + curie + "/classes/" + cm1 + "/registre/annee"));
        var seal = jdbc.sql("select empreinte from presences.signature where classe_id = :c and jour = :m")
                .param("c", cm1)
                .param("m", signed)
                .query(String.class)
                .single();
        assertThat(year)
                .contains("Année scolaire " + AnneeScolaire.of(signed))
                .contains(Mots.mois(signed))
                .containsPattern("Signé par Hélène Castans le \\d")
                .contains("Sceau : " + seal)
                .doesNotContain("a changé depuis");
        var quoi = new Appele(curie, cm1, first());
        var before = cahier.feuille(quoi);
        var eleve = before.dits().keySet().iterator().next();
        cahier.call(
                quoi,
                before.numero(),
                Map.of(eleve, Dit.late(LocalTime.of(9, 5))),
                "Erreur de ligne",
                new Auteur(UUID.randomUUID(), castans, "Hélène Castans"),
                clock.instant());
        assertThat(printed(visites.post(castans, "/presences/ecoles/" + curie + "/classes/" + cm1 + "/registre/annee")))
                .contains("Le registre a changé depuis cette signature.");
    }

    private static int pages(MvcTestResult answer) {
        try (var pdf = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            return pdf.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String printed(MvcTestResult answer) {
        return printed(answer, 1);
    }

    private static String printed(MvcTestResult answer, int from) {
        assertThat(answer).hasStatusOk();
        try (var pdf = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            var reader = new PDFTextStripper();
            reader.setStartPage(from);
            return reader.getText(pdf).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
