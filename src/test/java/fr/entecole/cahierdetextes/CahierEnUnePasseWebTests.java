package fr.entecole.cahierdetextes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.EnTantQue;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Mathieu Faure writes for his CE1 and his CE2 at once; Mme Estève for a group, and speaks; Inès answers by her voice.
@MondeTest
class CahierEnUnePasseWebTests {

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
    UUID faure;
    UUID deux;
    UUID esteve;
    UUID ines;
    UUID cm1;
    LocalDate jour;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        jdbc.sql("delete from cahierdetextes.travail").update();
        faure = visites.personnel("16", "300102");
        deux = reperes.classe("16", "502");
        esteve = visites.personnel("11", "300102");
        ines = visites.eleve("500101");
        cm1 = reperes.classe("11", "514");
        jour = Semaine.next(calendriers.of(reperes.ecole("0110358E")), LocalDate.now(clock))
                .orElseThrow();
    }

    // --- two levels ----------------------------------------------------------------------------------------------

    @Test
    void writesEachLevelItsOwnAndNobodyTheOthers() {
        assertThat(visites.page(faure, "/cahierdetextes/classes/" + deux + "/nouveau"))
                .contains("Ou à faire par chaque niveau", "Les CE1", "Les CE2", "name=\"texte-CE1\"");
        assertThat(visites.page(esteve, "/cahierdetextes/classes/" + cm1 + "/nouveau"))
                .doesNotContain("par chaque niveau");
        assertThat(both("Relis les mots", "Apprends la leçon", "")).hasStatus(303);
        for (var petit : List.of(of("CE1"))) {
            assertThat(visites.page(petit, "/cahierdetextes")).contains("Relis les mots");
            assertThat(visites.page(petit, "/cahierdetextes")).doesNotContain("Apprends la leçon");
        }
        assertThat(visites.page(of("CE2"), "/cahierdetextes?semaine=" + jour))
                .contains("Apprends la leçon")
                .doesNotContain("Relis les mots");
        assertThat(lines("A_FAIRE")).isEqualTo(2);
        assertThat(both("Relis les mots", "Apprends la leçon", ""))
                .as("sent twice")
                .hasStatus(303);
        assertThat(lines("A_FAIRE")).isEqualTo(2);
    }

    @Test
    void writesWhatIsForAllBesideWhatIsForOneLevel() {
        assertThat(both("", "Apprends la leçon", "Apporte un carton")).hasStatus(303);
        assertThat(visites.page(of("CE1"), "/cahierdetextes"))
                .contains("Apporte un carton")
                .doesNotContain("Apprends la leçon");
        assertThat(visites.page(of("CE2"), "/cahierdetextes?semaine=" + jour))
                .contains("Apporte un carton", "Apprends la leçon");
    }

    @Test
    void givesBackBothLevelsWhenSomethingIsToBeCorrected() {
        var wrong = visites.post(
                faure,
                "/cahierdetextes/classes/" + deux + "/travaux",
                "texte-CE1",
                "Relis les mots",
                "texte-CE2",
                "x".repeat(1001),
                "jour",
                jour.toString());
        assertThat(wrong).hasStatus(422);
        assertThat(Visites.words(wrong))
                .contains("Choisissez une matière", "Relis les mots", "href=\"#texte-CE2\"", "x".repeat(1001));
        assertThat(Visites.words(visites.post(
                        faure,
                        "/cahierdetextes/classes/" + deux + "/travaux",
                        "matiere",
                        "Maths",
                        "jour",
                        jour.toString(),
                        "texte-CM2",
                        "Pour un niveau qui n’est pas là")))
                .contains("Écrivez ce qui est à faire");
        assertThat(lines("A_FAIRE")).isZero();
    }

    // --- a group -------------------------------------------------------------------------------------------------

    @Test
    void givesToAGroupAndToNoneOfWhichSheTeachesNobody() {
        var ecole = reperes.ecole("0110358E");
        var mine = group(ecole, "Soutien", ines);
        var other = group(ecole, "Chorale des petits", visites.eleve("500154"));
        var offered = visites.page(esteve, "/cahierdetextes/classes/" + cm1 + "/nouveau");
        assertThat(offered).contains("Soutien").doesNotContain("Chorale des petits");
        assertThat(give(Public.ofGroupe(ecole, other, Qui.ELEVES).code(), "Le secret du groupe"))
                .hasStatus(404);
        assertThat(give(Public.ofGroupe(ecole, mine, Qui.ELEVES).code(), "Le secret du groupe"))
                .hasStatus(303);
        assertThat(visites.page(ines, "/cahierdetextes?semaine=" + jour)).contains("Le secret du groupe");
        assertThat(visites.page(visites.eleve("500103"), "/cahierdetextes?semaine=" + jour))
                .doesNotContain("Le secret du groupe");
        assertThat(visites.page(visites.responsable("700101"), "/cahierdetextes?semaine=" + jour))
                .contains("Le secret du groupe");
        assertThat(visites.page(esteve, "/cahierdetextes/classes/" + cm1 + "?semaine=" + jour))
                .contains("Le secret du groupe", "Pour un groupe");
    }

    // --- files and voices ----------------------------------------------------------------------------------------

    @Test
    void carriesAVoiceToThoseForWhomItIsAndBack() throws IOException {
        var given = visites.upload(
                esteve,
                "/cahierdetextes/classes/" + cm1 + "/travaux",
                voice(),
                "matiere",
                "Poésie",
                "texte",
                "Écoute et apprends",
                "jour",
                jour.toString());
        assertThat(given).hasStatus(303);
        var travail = jdbc.sql("select id from cahierdetextes.travail where texte = 'Écoute et apprends'")
                .query(UUID.class)
                .single();
        var page = visites.page(ines, "/cahierdetextes/travaux/" + travail);
        assertThat(page).contains("<audio", "Ma voix.weba");
        var address = address(page);
        assertThat(visites.get(ines, address)).hasStatusOk();
        assertThat(visites.get(visites.eleve("500154"), address))
                .as("of another class")
                .hasStatus(404);
        assertThat(visites.upload(ines, "/cahierdetextes/travaux/" + travail + "/remise", voice()))
                .hasStatus(303);
        for (var reader : List.of(esteve, visites.responsable("700101"), ines)) {
            assertThat(visites.page(reader, "/cahierdetextes/travaux/" + travail))
                    .containsPattern("(?s)<audio.*<audio");
        }
        assertThat(visites.page(visites.eleve("500103"), "/cahierdetextes/travaux/" + travail))
                .doesNotContainPattern("(?s)<audio.*<audio");
    }

    @Test
    void givesTheFilesOfOnePassToBothLevels() throws IOException {
        assertThat(visites.upload(
                        faure,
                        "/cahierdetextes/classes/" + deux + "/travaux",
                        voice(),
                        "matiere",
                        "Poésie",
                        "texte-CE1",
                        "Les petits écoutent",
                        "texte-CE2",
                        "Les grands écoutent",
                        "jour",
                        jour.toString()))
                .hasStatus(303);
        for (var texte : List.of("Les petits écoutent", "Les grands écoutent")) {
            var travail = jdbc.sql("select id from cahierdetextes.travail where texte = :t")
                    .param("t", texte)
                    .query(UUID.class)
                    .single();
            assertThat(visites.page(faure, "/cahierdetextes/travaux/" + travail))
                    .contains("<audio");
        }
    }

    @Test
    void letsTheMicrophoneBeAskedForWhereAVoiceIsRecordedAndNowhereElse() {
        for (var page : List.of("/", "/cahierdetextes/classes/" + cm1, "/liaison", "/mon-compte")) {
            assertThat(visites.get(esteve, page).getResponse().getHeader("Permissions-Policy"))
                    .as(page)
                    .contains("microphone=()", "camera=()");
        }
        assertThat(give("classe", "Avec la voix")).hasStatus(303);
        var travail = jdbc.sql("select id from cahierdetextes.travail where texte = 'Avec la voix'")
                .query(UUID.class)
                .single();
        var recorded = visites.get(esteve, "/cahierdetextes/classes/" + cm1 + "/nouveau");
        assertThat(recorded.getResponse().getHeader("Permissions-Policy")).contains("microphone=(self)", "camera=()");
        assertThat(Visites.words(recorded)).contains("data-enregistrer", "Enregistrer votre voix");
        var handed = visites.get(ines, "/cahierdetextes/travaux/" + travail);
        assertThat(handed.getResponse().getHeader("Permissions-Policy")).contains("microphone=(self)");
        assertThat(Visites.words(handed)).contains("Enregistrer ma voix");
    }

    private MvcTestResult both(String ce1, String ce2, String tous) {
        return visites.post(
                faure,
                "/cahierdetextes/classes/" + deux + "/travaux",
                "matiere",
                "Maths",
                "texte",
                tous,
                "texte-CE1",
                ce1,
                "texte-CE2",
                ce2,
                "jour",
                jour.toString());
    }

    private MvcTestResult give(String pour, String texte) {
        return visites.post(
                esteve,
                "/cahierdetextes/classes/" + cm1 + "/travaux",
                "matiere",
                "Maths",
                "texte",
                texte,
                "jour",
                jour.toString(),
                "pour",
                pour);
    }

    private MockMultipartFile voice() throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/documents/voix.webm"))) {
            return new MockMultipartFile("fichiers", "Ma voix.webm", "audio/webm", in.readAllBytes());
        }
    }

    private static String address(String page) {
        var from = page.indexOf("src=\"", page.indexOf("<audio")) + 5;
        return page.substring(from, page.indexOf('"', from));
    }

    private UUID group(UUID ecole, String nom, UUID eleve) {
        var id = jdbc.sql("""
                        insert into annuaire.groupe (structure_id, academie, libelle) values (:e, '11', :nom) returning id
                        """)
                .param("e", ecole)
                .param("nom", nom)
                .query(UUID.class)
                .single();
        jdbc.sql(
                        "insert into annuaire.eleve_groupe (eleve_id, groupe_id, depuis) values (:eleve, :g, date '2026-09-01')")
                .param("eleve", eleve)
                .param("g", id)
                .update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        return id;
    }

    private UUID of(String niveau) {
        return jdbc.sql("""
                        select p.eleve_id from annuaire.present p
                          join annuaire.inscrit i on i.eleve_id = p.eleve_id and i.classe_id = :c
                         where p.niveau = :n order by 1 limit 1
                        """)
                .param("c", deux)
                .param("n", niveau)
                .query(UUID.class)
                .single();
    }

    private int lines(String nature) {
        return jdbc.sql("select count(*) from cahierdetextes.travail where nature = :n and retire_le is null")
                .param("n", nature)
                .query(Integer.class)
                .single();
    }
}
