package fr.entecole.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Lespignan declares and signs; the region sees it, opens it, bills it.
@MondeTest
class ConventionsWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LectureDesConventions lecture;

    @Autowired
    Bascules bascules;

    @Autowired
    Clock clock;

    Visites visites;
    UUID vidal;
    UUID puech;
    UUID rascol;
    LocalDate today;
    int annee;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        vidal = visites.agent("Vidal");
        puech = visites.agent("Puech");
        rascol = visites.agent("Rascol");
        today = Dates.day(clock.instant());
        annee = AnneeScolaire.of(today).rentree();
    }

    @Test
    void isThereForTheCommuneAndTheRegionAlone() {
        var lezignan = "/conventions/" + of("11203").id();
        for (var stranger : List.of(
                rascol, visites.agent("Bonnet"), visites.personnel("11", "300101"), visites.responsable("700101"))) {
            assertThat(visites.get(stranger, lezignan)).hasStatus(404);
        }
        for (var reader : List.of(puech, visites.agent("Vigié"), visites.agent("Soulié"), vidal)) {
            assertThat(visites.page(reader, lezignan)).contains("Commune de Lézignan-Corbières", "160 €", "Active");
        }
        assertThat(visites.page(visites.agent("Soulié"), lezignan))
                .doesNotContain("Préparer un avenant", "Déposer l’acte de la commune");
    }

    @Test
    void neverShowsAPupilToTheCommune() {
        assertThat(visites.page(puech, "/conventions")).doesNotContain("élève", "Timéo");
        assertThat(visites.page(puech, "/conventions/" + of("11203").id())).doesNotContain("élève", "Timéo");
    }

    @Test
    void walksFromTheDeclarationToOpenSchoolsAndATitre() throws IOException {
        assertThat(visites.page(rascol, "/conventions")).contains("Déclarer les écoles", "Échue");
        var form = visites.page(rascol, "/conventions/declaration?annee=" + annee);
        assertThat(form).contains("0341401N", "0341406U", "Commune de Lespignan", "21340135900012");
        var refused = declare("siret", "21340135900013", "courriel", "mairie");
        assertThat(refused).hasStatus(422);
        assertThat(Visites.words(refused))
                .contains("SIRET n’est pas juste", "Écrivez une adresse de courriel", "Guy Fabre");
        var declared = declare("siret", "213 401 359 00012", "courriel", "mairie@example.org");
        assertThat(declared).hasStatus(303);
        var path = Objects.requireNonNull(declared.getResponse().getRedirectedUrl())
                .replaceFirst("\\?.*", "");
        assertThat(visites.page(rascol, path)).contains("Brouillon", "2", "80 €", "Transmettre à la région");
        assertThat(visites.get(puech, path)).hasStatus(404);
        assertThat(mailed()).contains("0341401N", "0341406U", path);

        assertThat(visites.post(rascol, path + "/transmission")).hasStatus(303);
        var nothing = visites.post(rascol, path + "/signature", "jour", today.toString());
        assertThat(nothing).hasStatus(422);
        assertThat(Visites.words(nothing)).contains("Joignez le document en PDF");
        assertThat(sign(rascol, path, "texte".getBytes(StandardCharsets.UTF_8))).hasStatus(422);
        assertThat(sign(rascol, path, pdf())).hasStatus(303);
        assertThat(visites.page(vidal, "/conventions/region?tour=REGION")).contains("Commune de Lespignan");
        assertThat(sign(vidal, path, pdf())).hasStatus(303);
        var active = visites.page(rascol, path);
        assertThat(active).contains("Active", "acte attendu", "convention-signee.pdf");

        var wrong = act(path, "80,50", "");
        assertThat(visites.page(
                        rascol, Objects.requireNonNull(wrong.getResponse().getRedirectedUrl())))
                .contains("À vérifier dans l’acte déposé")
                .doesNotContain("L’acte est déposé.");
        assertThat(visites.get(puech, path + "/remplacement")).hasStatus(404);
        assertThat(visites.post(rascol, path + "/remplacement", "motif", "")).hasStatus(422);
        assertThat(visites.upload(
                        rascol,
                        path + "/remplacement",
                        new MockMultipartFile("fichiers", "bon.pdf", "application/pdf", pdf()),
                        "motif",
                        "Il manquait une page"))
                .hasStatus(303);
        assertThat(visites.page(vidal, path)).contains("Document signé de la commune remplacé", "Il manquait une page");
        assertThat(act(path, "80", "034-213401359-" + day(today) + "-D12-DE")).hasStatus(303);
        assertThat(visites.page(rascol, path)).contains("concordent").doesNotContain("Signée, acte attendu");
        assertThat(act(path, "80", "034-213401359")).hasStatus(422);

        visites.close("0341401N");
        assertThat(bascules.run(today)).containsEntry("ouvertes", 1L);
        assertThat(visites.post(vidal, "/conventions/titres/emission", "annee", String.valueOf(annee)))
                .hasStatus(303);
        assertThat(visites.page(rascol, path)).contains("Titre ", "À payer");
        assertThat(visites.page(vidal, "/conventions/titres")).contains("Commune de Lespignan", "80 €", "34");
        assertThat(papers()).contains("Commune de Lespignan", "quatre-vingts euros");
        assertThat(pack(path))
                .contains(
                        "convention.pdf",
                        "1-convention-signee.pdf",
                        "3-acte.pdf",
                        "4-convention-signee.pdf",
                        "5-acte.pdf",
                        "contenu.txt")
                .anyMatch(n -> n.startsWith("titre-"));
    }

    @Test
    void setsTheConventionAsATaggedFileWithItsSchoolsAndAmount() throws IOException {
        var answer = visites.post(puech, "/conventions/" + of("11203").id() + "/document");
        assertThat(answer).hasStatusOk();
        try (var document = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            var words = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(words)
                    .contains(
                            "0110357D",
                            "0110358E",
                            "0110359F",
                            "0110970V",
                            "cent soixante euros",
                            "Mireille Aragon",
                            "Alain Vigié")
                    .doesNotContain("{", "[ecoles]");
        }
    }

    @Test
    void setsTheLettersThatEndItWithRoomToWriteAndWhoSigns() throws IOException {
        var path = "/conventions/" + of("11203").id();
        for (var who : List.of(puech, vidal)) {
            var answer = visites.post(who, path + "/fin/lettre", "etape", "RESILIATION");
            assertThat(answer).hasStatusOk();
            try (var document = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
                assertThat(document.getDocumentCatalog().getMarkInfo().isMarked())
                        .isTrue();
                assertThat(new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " "))
                        .contains(
                                "Lettre recommandée avec accusé de réception",
                                "Madame, Monsieur,",
                                "quinze jours suivant l’envoi",
                                "tribunal administratif de Montpellier",
                                "La région académique Occitanie 31, rue de l’Université 34064 Montpellier Cedex 2")
                        .contains(who.equals(vidal) ? "distinguée. Mireille Aragon" : "distinguée. Alain Vigié Maire");
            }
        }
    }

    @Test
    void saysInEurosWhatALateAvenantWouldDoBeforeItIsSent() {
        var convention = of("11203");
        var path = "/conventions/" + convention.id();
        var fenetre = Objects.requireNonNull(convention.parametres().fenetre());
        List<String> fields = new ArrayList<>(List.of("sorte", "LISTE", "motif", "Une école ferme"));
        convention.ecoles().stream()
                .skip(1)
                .forEach(e -> fields.addAll(List.of("ecole", e.ecole().toString())));
        var preview = visites.post(puech, path + "/avenant/apercu", fields.toArray(String[]::new));
        assertThat(preview).hasStatusOk();
        assertThat(Visites.words(preview)).contains("160 €", "Sortent");
        boolean counts = fenetre.holds(today);
        assertThat(Visites.words(preview)).contains(counts ? "Dans les temps" : "reste facturée");
        fields.addAll(List.of("compte", String.valueOf(counts)));
        var sent = visites.post(puech, path + "/avenant", fields.toArray(String[]::new));
        assertThat(sent).hasStatus(303);
        assertThat(visites.page(puech, Objects.requireNonNull(sent.getResponse().getRedirectedUrl())))
                .contains(counts ? "Imprimez-le" : "Il n’y a rien à signer")
                .doesNotContain(counts ? "reçu hors délai" : "Imprimez-le");
        assertThat(of("11203").billed(today)).hasSize(counts ? 3 : 4);
        assertThat(visites.post(puech, path + "/avenant/apercu", "sorte", "LISTE", "motif", ""))
                .hasStatus(422);
    }

    @Test
    void tellsTheRegionWhatWouldCloseAndLeavesHandOpenedSchoolsAlone() {
        var end = of("11203").parametres().fin().plusDays(1);
        assertThat(visites.page(vidal, "/conventions/ouvertures?jour=" + end))
                .contains("0110358E", "Fermeraient")
                .doesNotContain("0312962B");
        assertThat(visites.page(vidal, "/conventions/ouvertures?jour=" + today)).doesNotContain("Fermeraient");
        assertThat(visites.post(vidal, "/conventions/ouvertures/derogations", "uai", "0110358A"))
                .hasStatus(422);
        assertThat(visites.post(
                        vidal,
                        "/conventions/ouvertures/derogations",
                        "uai",
                        "0312962B",
                        "du",
                        today.toString(),
                        "au",
                        today.plusDays(3).toString(),
                        "motif",
                        "Travaux"))
                .hasStatus(303);
        assertThat(visites.page(vidal, "/conventions/ouvertures?jour=" + today))
                .contains("Ouvriraient", "0312962B", "Ouvertures accordées sans convention", "Travaux");
        assertThat(visites.get(puech, "/conventions/ouvertures")).hasStatus(404);
    }

    @Test
    void publishesAYearInTwoStepsAndKeepsWhatIsTyped() {
        int next = annee + 1;
        assertThat(visites.page(vidal, "/conventions/annees"))
                .contains("2020-2021", "2024-2025", "Préparer l’année " + next);
        var form = visites.page(vidal, "/conventions/annees/" + next);
        assertThat(form).contains("value=\"40\"", (next + 1) + "-09-05");
        var wrong = visites.post(vidal, "/conventions/annees/" + next + "/apercu", "prix", "quarante", "lieu", "Nîmes");
        assertThat(wrong).hasStatus(422);
        assertThat(Visites.words(wrong)).contains("Écrivez un prix en euros", "value=\"Nîmes\"");
        var preview = visites.post(vidal, "/conventions/annees/" + next + "/apercu", year(next));
        assertThat(preview).hasStatusOk();
        assertThat(Visites.words(preview))
                .contains("0341401N", "0341406U", "Pour la région : Mireille Aragon")
                .contains("Ce qui change depuis l’année", "<del>40 €</del> <ins>42,50 €</ins>", "Le texte gagne");
        assertThat(visites.post(vidal, "/conventions/annees/" + next, year(next)))
                .hasStatus(303);
        var again = visites.post(vidal, "/conventions/annees/" + next, year(next));
        assertThat(again).hasStatus(422);
        assertThat(Visites.words(again)).contains("Quelqu’un d’autre a publié");
        assertThat(visites.get(puech, "/conventions/annees")).hasStatus(404);
    }

    private static String[] year(int annee) {
        return new String[] {
            "connue",
            "0",
            "prix",
            "42,50",
            "fin",
            (annee + 1) + "-09-05",
            "preavis",
            "0",
            "beaucoup",
            "0",
            "profils",
            "élève",
            "partie",
            "Région académique",
            "signataire",
            "Mireille Aragon",
            "qualite",
            "Rectrice",
            "lieu",
            "Montpellier",
            "texte",
            "# Titre\n{prix}\n[ecoles]\n[signatures]"
        };
    }

    @Test
    void isFoundOnTheBoardByStateTurnAndWords() {
        assertThat(visites.page(vidal, "/conventions/region"))
                .contains("Commune de Lézignan-Corbières", "Commune de Castelnau");
        assertThat(visites.page(vidal, "/conventions/region?etat=SIGNEE_COMMUNE"))
                .contains("Commune de Castelnau")
                .doesNotContain("Commune de Lézignan-Corbières");
        assertThat(visites.page(vidal, "/conventions/region?q=0110358E"))
                .contains("Commune de Lézignan-Corbières")
                .doesNotContain("Commune de Castelnau");
        var table = visites.post(vidal, "/conventions/region/tableau", "annee", String.valueOf(annee));
        assertThat(table).hasStatusOk();
        assertThat(Visites.words(table))
                .contains("21110203300019", "16000", "Alain Vigié", "puech@example.org")
                .contains(reference("11203"));
        assertThat(visites.page(vidal, "/conventions/region?q=lezignan"))
                .as("without accents")
                .contains("Commune de Lézignan-Corbières");
        assertThat(visites.get(puech, "/conventions/region")).hasStatus(404);
    }

    /// Codes and places are the directory’s: what was signed keeps those of its day, and the school stays the same.
    @Test
    void keepsASchoolWhoseCodeOrCommuneChangesInTheYear() {
        var convention = of("11203");
        var school = convention.ecoles().getFirst();
        var insee = jdbc.sql("select commune_insee from annuaire.structure where id = :id")
                .param("id", school.ecole())
                .query(String.class)
                .single();
        jdbc.sql("update annuaire.structure set uai = '0119999Z', commune_insee = '34135' where id = :id")
                .param("id", school.ecole())
                .update();
        try {
            assertThat(visites.page(puech, "/conventions/" + convention.id()))
                    .contains(school.uai(), school.nom(), "160 €")
                    .contains("Son code est désormais 0119999Z", "désormais dans une autre commune");
            visites.close("0119999Z");
            assertThat(bascules.run(today)).as("by its new code").containsEntry("ouvertes", 1L);
            assertThat(of("11203").billed(today)).hasSize(4);
            assertThat(visites.page(rascol, "/conventions/declaration?annee=" + annee))
                    .as("its new commune may list it too")
                    .contains("0119999Z");
        } finally {
            jdbc.sql("update annuaire.structure set uai = :uai, commune_insee = :insee where id = :id")
                    .param("uai", school.uai())
                    .param("insee", insee)
                    .param("id", school.ecole())
                    .update();
        }
    }

    private String reference(String insee) {
        return jdbc.sql("""
                        select exercice || '-' || lpad(numero::text, 5, '0') from conventions.titre
                         where commune_insee = :insee order by id limit 1
                        """).param("insee", insee).query(String.class).single();
    }

    @Test
    void tellsAHeadAndAnInspectorUntilWhenTheirSchoolsAreIn() {
        var castans = visites.personnel("11", "300101");
        var end = Dates.words(of("11203").parametres().fin());
        assertThat(visites.page(castans, "/conventions/ecoles"))
                .contains("Marie Curie", "Active", end)
                .doesNotContain("Frédéric Mistral");
        assertThat(visites.page(visites.agent("Aubrac"), "/conventions/ecoles"))
                .contains("Marie Curie", "Frédéric Mistral");
        assertThat(visites.statements(castans, "/conventions/ecoles")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.get(puech, "/conventions/ecoles")).hasStatus(404);
    }

    @Test
    void isDrawnByCommuneWhereThePublicAnnuaireSaysWhere() {
        assertThat(visites.page(vidal, "/conventions/carte")).contains("Rien à placer pour l’instant");
        jdbc.sql("""
                        insert into annuaire.officielle (uai, academie, nom, ouverte, lue_le, latitude, longitude)
                        values ('0110358E', '11', 'Marie Curie', true, timestamptz '2026-01-01 00:00Z', 43.2, 2.76),
                               ('0311710R', '16', 'Laïque', true, timestamptz '2026-01-01 00:00Z', 43.78, 1.36)
                        """).update();
        assertThat(visites.page(vidal, "/conventions/carte"))
                .contains("active 1, en cours 1, finie 0", "<path class=\"c-active\" d=\"M", "c-cours");
        jdbc.sql("delete from annuaire.officielle").update();
        assertThat(visites.get(puech, "/conventions/carte")).hasStatus(404);
    }

    @Test
    void keepsToItsStatements() {
        var lezignan = "/conventions/" + of("11203").id();
        assertThat(visites.statements(puech, "/conventions")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(puech, lezignan)).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(vidal, "/conventions/region")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(vidal, "/conventions/titres")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(vidal, "/conventions/ouvertures")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(vidal, "/conventions/carte")).hasSizeLessThanOrEqualTo(5);
    }

    private Convention of(String insee) {
        return lecture.ofCommune(insee).stream()
                .filter(c -> c.annee() == annee)
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult declare(String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "annee",
                String.valueOf(annee),
                "genre",
                "COMMUNE",
                "denomination",
                "Commune de Lespignan",
                "adresse",
                "Place, 34710 Lespignan",
                "signataire",
                "Guy Fabre",
                "qualite",
                "Maire",
                "contact",
                "Christine Rascol"));
        for (var uai : List.of("0341401N", "0341406U")) {
            fields.addAll(
                    List.of("ecole", context.getBean(Reperes.class).ecole(uai).toString()));
        }
        fields.addAll(List.of(more));
        return visites.post(rascol, "/conventions/declaration", fields.toArray(String[]::new));
    }

    private MvcTestResult sign(UUID who, String path, byte[] bytes) {
        return visites.upload(
                who,
                path + "/signature",
                new MockMultipartFile("fichiers", "scan.pdf", "application/pdf", bytes),
                "jour",
                today.toString());
    }

    private MvcTestResult act(String path, String montant, String receipt) throws IOException {
        return visites.upload(
                rascol,
                path + "/acte",
                new MockMultipartFile("fichiers", "deliberation.pdf", "application/pdf", pdf()),
                "nature",
                "DELIBERATION",
                "numero",
                "D12",
                "jour",
                today.toString(),
                "vote",
                "à l’unanimité",
                "annee",
                String.valueOf(annee),
                "ecoles",
                "2",
                "montant",
                montant,
                "accuse",
                receipt);
    }

    private List<String> pack(String path) throws IOException {
        var answer = visites.post(rascol, path + "/dossier");
        assertThat(answer).hasStatusOk();
        List<String> names = new ArrayList<>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                var bytes = zip.readAllBytes();
                assertThat(bytes).as(entry.getName()).isNotEmpty();
                if (entry.getName().equals("contenu.txt")) {
                    assertThat(new String(bytes, StandardCharsets.UTF_8))
                            .contains("quatre-vingts euros", "SHA-256", "D12");
                }
            }
        }
        return names;
    }

    private static String day(LocalDate day) {
        return day.format(java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
    }

    private String mailed() {
        return String.join(
                "\n",
                jdbc.sql("select texte from courriel.envoi").query(String.class).list());
    }

    /// All titres of the year, as they are posted.
    private String papers() throws IOException {
        var answer = visites.post(vidal, "/conventions/titres/documents", "annee", String.valueOf(annee));
        assertThat(answer).hasStatusOk();
        assertThat(visites.post(rascol, "/conventions/titres/documents", "annee", String.valueOf(annee)))
                .hasStatus(404);
        try (var document = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            assertThat(document.getNumberOfPages())
                    .isEqualTo(jdbc.sql("select count(*) from conventions.titre where annee = :annee")
                            .param("annee", annee)
                            .query(Integer.class)
                            .single());
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument();
                var output = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(output);
            return output.toByteArray();
        }
    }
}
