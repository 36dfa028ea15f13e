package fr.entecole.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.conventions.titres.LectureDesTitres;
import fr.entecole.conventions.titres.Titre;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Utilisateur;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lézignan-Corbières in the middle of its year: what the region says of a school and of the commune, and who reads it;
/// a titre that is cancelled names its counter-entry, and the other way round.
@MondeTest
class ReprisesWebTests {

    private static final String NEW_SCHOOL = "0119998H";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LectureDesConventions lecture;

    @Autowired
    LectureDesTitres titres;

    @Autowired
    Reprises reprises;

    @Autowired
    Bascules bascules;

    @Autowired
    Clock clock;

    Visites visites;
    UUID vidal;
    UUID puech;
    UUID rascol;
    LocalDate today;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        vidal = visites.agent("Vidal");
        puech = visites.agent("Puech");
        rascol = visites.agent("Rascol");
        today = Dates.day(clock.instant());
    }

    @Test
    void opensTheSchoolThatTakesUpAnotherAndTellsCommuneRegionAndItsHead() {
        var taker = newSchool();
        assertThat(say("0110358E", NEW_SCHOOL, today)).isEqualTo(303);
        var path = "/conventions/" + lezignan().id();
        for (var reader : List.of(puech, vidal)) {
            assertThat(visites.page(reader, path)).contains("Reprise par l’école " + NEW_SCHOOL, "160 €", "0110358E");
            assertThat(visites.statements(reader, path)).hasSizeLessThanOrEqualTo(5);
        }
        assertThat(visites.page(vidal, "/conventions/reprises")).contains("Marie Curie", NEW_SCHOOL, "Fusion décidée");
        assertThat(visites.statements(vidal, "/conventions/reprises")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.page(vidal, "/conventions/ouvertures?jour=" + today)).contains("Ouvriraient", NEW_SCHOOL);
        assertThat(isOpen(taker)).isFalse();
        assertThat(bascules.run(today)).containsEntry("ouvertes", 1L).containsEntry("fermees", 0L);
        assertThat(isOpen(taker)).as("its people come in").isTrue();
        assertThat(visites.page(visites.personnel("11", "300101"), "/conventions/ecoles"))
                .as("who was there still does")
                .contains("Marie Curie", "Active");
        assertThat(visites.page(visites.agent("Aubrac"), "/conventions/ecoles")).contains("Marie Curie");

        var id = said();
        assertThat(visites.post(puech, "/conventions/reprises/ecoles/" + id + "/retrait"))
                .hasStatus(404);
        assertThat(visites.post(vidal, "/conventions/reprises/ecoles/" + id + "/retrait"))
                .hasStatus(303);
        assertThat(visites.page(puech, path)).doesNotContain("Reprise par");
        assertThat(bascules.run(today)).as("what was opened by it closes").containsEntry("fermees", 1L);
        assertThat(isOpen(taker)).isFalse();
        forget(taker);
    }

    /// A school that the region had opened by hand, taken for the taker by mistake, then not.
    @Test
    void leavesOpenWhatWasOpenedByHandOnceAWordIsTakenBack() {
        var taker = newSchool();
        jdbc.sql("""
                        insert into annuaire.ouverture (structure_id, ouverte_le, ouverte_par)
                        values (:id, timestamptz '2026-01-01 00:00Z', 'region')
                        """).param("id", taker).update();
        assertThat(say("0110358E", NEW_SCHOOL, today)).isEqualTo(303);
        bascules.run(today);
        var id = said();
        assertThat(visites.post(vidal, "/conventions/reprises/ecoles/" + id + "/retrait"))
                .hasStatus(303);
        assertThat(bascules.run(today)).containsEntry("fermees", 0L);
        assertThat(isOpen(taker)).isTrue();
        visites.close(NEW_SCHOOL);
        forget(taker);
    }

    @Test
    void saysWhyASchoolThatIsNoMoreHasClosed() {
        var curie = jdbc.sql("select ecole_id from annuaire.lieu where uai = '0110358E'")
                .query(UUID.class)
                .single();
        assertThat(say("0110358E", "", today)).isEqualTo(303);
        assertThat(bascules.run(today)).containsEntry("fermees", 1L);
        assertThat(jdbc.sql("select motif from annuaire.fermee where ecole_id = :id")
                        .param("id", curie)
                        .query(String.class)
                        .single())
                .isEqualTo("La région académique a noté la fermeture de l’école.");
        assertThat(visites.page(visites.agent("Aubrac"), "/conventions/ecoles"))
                .containsPattern("(?s)Marie Curie</th>(?:(?!</tr>).)*fermée(?:(?!</tr>).)*data-t=\"Jusqu’au\">–<");
        assertThat(say("0110358E", "0110358E", today))
                .as("nobody takes itself up")
                .isEqualTo(422);
        assertThat(visites.post(vidal, "/conventions/reprises/ecoles/" + said() + "/retrait"))
                .hasStatus(303);
        assertThat(bascules.run(today)).containsEntry("ouvertes", 1L);
    }

    /// Whatever their days, and whether one of them closes now.
    @Test
    void refusesTwoSchoolsThatTakeEachOtherUp() {
        var taker = newSchool();
        assertThat(say("0110358E", NEW_SCHOOL, today.plusDays(20))).isEqualTo(303);
        assertThat(say(NEW_SCHOOL, "0110358E", today.plusDays(5))).isEqualTo(422);
        assertThat(say(NEW_SCHOOL, "", today)).isEqualTo(303);
        assertThat(say(NEW_SCHOOL, "0110358E", today.plusDays(25))).isEqualTo(422);
        reprises.schools().forEach(s -> reprises.withdrawSchool(s.id(), region()));
        forget(taker);
    }

    @Test
    void withdrawsNothingFromAPageThatAnotherWordHasOvertaken() {
        assertThat(say("0110358E", "", today.plusDays(20))).isEqualTo(303);
        var stale = said();
        assertThat(say("0110358E", "", today.plusDays(30))).isEqualTo(303);
        var answer = visites.post(vidal, "/conventions/reprises/ecoles/" + stale + "/retrait");
        assertThat(answer).hasStatus(303);
        assertThat(visites.page(
                        vidal, Objects.requireNonNull(answer.getResponse().getRedirectedUrl())))
                .contains("Rien n’est retiré", Dates.words(today.plusDays(30)))
                .doesNotContain("tout est comme avant");
        assertThat(said()).isNotEqualTo(stale);
        reprises.schools().forEach(s -> reprises.withdrawSchool(s.id(), region()));
    }

    @Test
    void refusesWhatCannotBe() {
        var wrong = visites.post(vidal, "/conventions/reprises/ecoles", "uai", "0110358A", "reprend", "0110358B");
        assertThat(wrong).hasStatus(422);
        assertThat(Visites.words(wrong))
                .contains("Vérifiez ses huit signes", "Choisissez le premier jour", "Dites pourquoi", "0110358B");
        assertThat(say("0110358E", "0110358E", today)).isEqualTo(422);
        var communes = visites.post(
                vidal,
                "/conventions/reprises/communes",
                "ancienne",
                "99999",
                "nouvelle",
                "99998",
                "depuis",
                today.plusDays(1).toString());
        assertThat(communes).hasStatus(422);
        assertThat(Visites.words(communes))
                .contains(
                        "Aucune convention n’est celle",
                        "L’annuaire n’a pas cette commune",
                        "aujourd’hui au plus tard");
        assertThat(visites.get(puech, "/conventions/reprises")).hasStatus(404);
        assertThat(visites.post(puech, "/conventions/reprises/communes")).hasStatus(404);
        assertThat(visites.post(vidal, "/conventions/reprises/ecoles/" + UUID.randomUUID() + "/retrait"))
                .hasStatus(404);
    }

    @Test
    void givesTheConventionsOfACommuneToTheOneThatSucceedsIt() {
        var path = "/conventions/" + lezignan().id();
        assertThat(visites.get(rascol, path)).hasStatus(404);
        assertThat(succeed("11203", "34135")).isEqualTo(303);
        assertThat(visites.page(rascol, "/conventions"))
                .contains(lezignan().numero())
                .as("its own year is still to be declared")
                .contains("/conventions/declaration?annee=" + lezignan().annee());
        var added = newSchool();
        assertThat(visites.page(rascol, path + "/avenant"))
                .as("schools stand in either commune")
                .contains(NEW_SCHOOL, "0341401N");
        forget(added);
        assertThat(visites.page(rascol, path))
                .doesNotContain("désormais dans une autre commune")
                .contains("Commune de Lespignan répond désormais de cette convention", "Préparer un avenant")
                .contains("Commune de Lézignan-Corbières");
        assertThat(visites.page(rascol, "/")).contains(path);
        assertThat(succeed("34135", "11203"))
                .as("one that was succeeded succeeds nobody")
                .isEqualTo(422);
        assertThat(succeed("31118", "34135")).isEqualTo(303);
        assertThat(visites.page(rascol, "/"))
                .as("of one year each by its name")
                .contains("Commune de Lézignan", "Commune de Castelnau", "Commune de Lespignan");
        assertThat(visites.get(puech, path)).as("who acted for it still does").hasStatusOk();
        assertThat(visites.get(visites.agent("Bru"), path)).hasStatus(404);
        assertThat(visites.page(vidal, "/conventions/reprises")).contains("11203", "Commune de Lespignan");
        reprises.communes()
                .forEach(c -> assertThat(visites.post(vidal, "/conventions/reprises/communes/" + c.id() + "/retrait"))
                        .hasStatus(303));
        assertThat(visites.get(rascol, path)).hasStatus(404);
    }

    @Test
    void namesInACounterEntryTheTitreThatItCancelsEverywhereItIsShown() throws IOException {
        var convention = lezignan();
        var titre = titres.ofConvention(convention.id()).getLast();
        assertThat(visites.post(vidal, "/conventions/titres/" + titre.id() + "/annulation", "motif", "Erreur de liste"))
                .hasStatus(303);
        var counter = titres.ofConvention(convention.id()).stream()
                .filter(Titre::isReduction)
                .findFirst()
                .orElseThrow();
        var cancels = "nnule le titre n° " + titre.reference();
        assertThat(visites.page(vidal, "/conventions/titres/" + counter.id()))
                .contains("A" + cancels, "convention n° " + convention.numero(), "/conventions/titres/" + titre.id());
        assertThat(visites.page(puech, "/conventions/titres/" + titre.id()))
                .contains("Annulé par l’écriture n° " + counter.reference());
        assertThat(visites.page(puech, "/conventions/" + convention.id()))
                .contains("Annulation " + counter.reference() + " du titre " + titre.reference());
        assertThat(visites.page(vidal, "/conventions/titres?annee=" + convention.annee()))
                .contains("a" + cancels + ", convention n° " + convention.numero());
        assertThat(Visites.words(visites.post(
                        vidal, "/conventions/titres/tableau", "annee", String.valueOf(convention.annee()))))
                .contains("Annulation du titre " + titre.reference() + ", convention " + convention.numero())
                .contains(";" + titre.reference() + ";");
        var paper = visites.post(puech, "/conventions/titres/" + counter.id() + "/document");
        assertThat(paper).hasStatusOk();
        try (var document = Loader.loadPDF(paper.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " "))
                    .contains("du titre de perception n° " + titre.reference(), "convention n° " + convention.numero());
        }
    }

    private int say(String uai, String reprend, LocalDate jour) {
        return visites.post(
                        vidal,
                        "/conventions/reprises/ecoles",
                        "uai",
                        uai,
                        "reprend",
                        reprend,
                        "jour",
                        jour.toString(),
                        "motif",
                        "Fusion décidée par l’académie")
                .getResponse()
                .getStatus();
    }

    /// Who succeeds sends what the old one had begun; what is corrected is the declaration of one's own commune.
    @Test
    void sendsADraftOfTheOldCommuneAndDoesNotCorrectIt() {
        var draft = context.getBean(Conventions.class)
                .declare(
                        region(),
                        "34998",
                        lezignan().annee(),
                        lezignan().declaration(),
                        lezignan().ecoles())
                .orElseThrow();
        assertThat(succeed("34998", "34135")).isEqualTo(303);
        assertThat(visites.page(rascol, "/conventions/" + draft))
                .contains("Transmettre à la région")
                .doesNotContain("Corriger la déclaration");
        jdbc.sql("update annuaire.commune set nom = 'Espignan' where insee = '34135'")
                .update();
        assertThat(succeed("34998", "34135")).isEqualTo(303);
        assertThat(reprises.communes())
                .singleElement()
                .satisfies(c -> assertThat(c.succession().denomination()).isEqualTo("Commune d’Espignan"));
        jdbc.sql("update annuaire.commune set nom = 'Lespignan' where insee = '34135'")
                .update();
        reprises.communes().forEach(c -> reprises.withdrawCommune(c.id(), region()));
    }

    private UUID said() {
        return jdbc.sql("select id from conventions.reprise_dite")
                .query(UUID.class)
                .single();
    }

    private UUID newSchool() {
        return jdbc.sql("""
                        insert into annuaire.structure (academie, genre, uai, nom_courant, commune_insee)
                        values ('11', 'ECOLE', :uai, 'E.P.PU$GROUPE SCOLAIRE$LEZIGNAN-CORBIERES', '11203') returning id
                        """).param("uai", NEW_SCHOOL).query(UUID.class).single();
    }

    private void forget(UUID ecole) {
        jdbc.sql("update annuaire.structure set genre = 'AUTRE', uai = null where id = :id")
                .param("id", ecole)
                .update();
    }

    private Utilisateur region() {
        return context.getBean(Utilisateurs.class)
                .of(context.getBean(Comptes.class).ofPersonne(vidal).orElseThrow(), null)
                .orElseThrow();
    }

    private int succeed(String ancienne, String nouvelle) {
        return visites.post(
                        vidal,
                        "/conventions/reprises/communes",
                        "ancienne",
                        ancienne,
                        "nouvelle",
                        nouvelle,
                        "depuis",
                        today.toString(),
                        "raison",
                        "Arrêté préfectoral")
                .getResponse()
                .getStatus();
    }

    private boolean isOpen(UUID ecole) {
        return jdbc.sql("select count(*) > 0 from annuaire.ouverte where ecole_id = :id")
                .param("id", ecole)
                .query(Boolean.class)
                .single();
    }

    private Convention lezignan() {
        int annee = AnneeScolaire.of(today).rentree();
        return lecture.ofCommune("11203").stream()
                .filter(c -> c.annee() == annee)
                .findFirst()
                .orElseThrow();
    }
}
