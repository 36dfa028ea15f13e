package fr.entecole.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.conventions.Declaration.Genre;
import fr.entecole.conventions.regles.Attente;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.regles.Modeles;
import fr.entecole.conventions.regles.Montant;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.conventions.regles.Signataire;
import fr.entecole.conventions.titres.Titre;
import fr.entecole.conventions.titres.TitreImprime;
import fr.entecole.papier.Feuillet;
import fr.entecole.papier.Imprimerie;
import fr.entecole.socle.langue.Langue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The worked examples of the agreements on paper, with their exact schools and amounts, and the other papers of the
/// room. `-Dtest.images` keeps the files in `target/papiers`, to be looked at.
@ModuleTest
class ExemplesImprimesTests {

    private static final Declaration LESPIGNAN = new Declaration(
            Genre.COMMUNE,
            "Commune de Lespignan",
            "",
            "21340135900012",
            "Place Jean Povéda, 34710 Lespignan",
            "Guy Fabre",
            "Maire",
            "Christine Rascol",
            "mairie@example.org");

    private static final List<EcoleInscrite> DEUX = List.of(
            school("0341401N", "E.M", "École maternelle publique", "Lespignan", "34"),
            school("0341406U", "E.E", "École élémentaire publique", "Lespignan", "34"));

    @Autowired
    Imprimerie imprimerie;

    @Test
    void printsTheThreeSchoolsOfCastelnau() throws IOException {
        var dite = new Declaration(
                Genre.COMMUNE,
                "Commune de Castelnau-d’Estrétefonds",
                "",
                "21310118200017",
                "Place de la Mairie, 31620 Castelnau-d’Estrétefonds",
                "Odette Ramon",
                "Maire",
                "Yannick Bru",
                "mairie@example.org");
        var list = List.of(
                school("0311696A", "E.M", "Les Petites Fontaines", "Castelnau-d’Estrétefonds", "31"),
                school("0311710R", "E.E", "École Laïque", "Castelnau-d’Estrétefonds", "31"),
                school("0312962B", "E.P", "Fondada", "Castelnau-d’Estrétefonds", "31"));
        assertThat(printed("convention-2022", convention(year(2022), dite, list, LocalDate.of(2022, 10, 24))))
                .contains(
                        "0311696A",
                        "0311710R",
                        "0312962B",
                        "Les Petites Fontaines",
                        "Fondada",
                        "3 × 45 €, soit 135 € (cent trente-cinq euros)",
                        "À Toulouse, le 24 octobre 2022",
                        "5 septembre 2023",
                        "par délégation de la Rectrice de la région académique Occitanie");
    }

    @Test
    void printsTheFourSchoolsOfLezignan() throws IOException {
        var dite = new Declaration(
                Genre.COMMUNE,
                "Commune de Lézignan-Corbières",
                "",
                "21110203300019",
                "Cours de la République, 11200 Lézignan-Corbières",
                "Alain Vigié",
                "Maire",
                "Nadège Puech",
                "mairie@example.org");
        var list = List.of(
                school("0110357D", "E.E", "École élémentaire publique Frédéric Mistral", "Lézignan-Corbières", "11"),
                school("0110358E", "E.E", "École élémentaire publique Marie Curie", "Lézignan-Corbières", "11"),
                school("0110359F", "E.M", "École maternelle publique Alphonse Daudet", "Lézignan-Corbières", "11"),
                school("0110970V", "E.M", "École maternelle publique Françoise Dolto", "Lézignan-Corbières", "11"));
        assertThat(printed("convention-2024", convention(year(2024), dite, list, LocalDate.of(2024, 6, 25))))
                .contains(
                        "0110357D",
                        "0110358E",
                        "0110359F",
                        "0110970V",
                        "Frédéric Mistral",
                        "4 × 45 €, soit 180 € (cent quatre-vingts euros)",
                        "À Montpellier, le 25 juin 2024",
                        "1er septembre 2025");
    }

    @Test
    void printsTheTwoSchoolsOfLespignan() throws IOException {
        assertThat(printed("convention-2025", convention(year(2025), LESPIGNAN, DEUX, LocalDate.of(2025, 5, 28))))
                .contains(
                        "0341401N",
                        "0341406U",
                        "2 × 40 €, soit 80 € (quatre-vingts euros)",
                        "À Montpellier, le 28 mai 2025",
                        "5 septembre 2026",
                        "parent élu");
    }

    @Test
    void printsTheFormOf2020WithItsAnnexOnAPageOfItsOwn() throws IOException {
        var dite = new Declaration(
                Genre.RPI,
                "RPI des Trois Vallées",
                "Entente intercommunale",
                "21340135900012",
                "Place Jean Povéda, 34710 Lespignan",
                "Guy Fabre",
                "Maire de Lespignan",
                "Christine Rascol",
                "mairie@example.org");
        assertThat(printed("convention-2020", convention(year(2020), dite, DEUX, LocalDate.of(2020, 11, 3))))
                .contains(
                        "2 école(s) inscrite(s)",
                        "100 € TTC (cent euros ; 2 × 50 € TTC)",
                        "entre le 1er septembre et le 15 octobre",
                        "Annexe 1 (articles 7 et 8)",
                        "préavis d’un mois",
                        "Entente intercommunale",
                        "31 octobre 2021");
    }

    @Test
    void printsAnAvenantItsTitreAndTheCounterEntry() throws IOException {
        var convention = convention(year(2025), LESPIGNAN, DEUX, LocalDate.of(2025, 10, 20));
        var avenant = new AvenantRecu(
                new UUID(0, 9),
                1,
                AvenantRecu.Sorte.LISTE,
                "L’élémentaire passe à un autre outil.",
                Instant.parse("2025-11-12T09:00:00Z"),
                null,
                null,
                DEUX.subList(0, 1));
        assertThat(set("avenant", ConventionImprimee.avenant(convention, avenant)))
                .contains("0341401N", "40 € (quarante euros)", "12 novembre 2025")
                .doesNotContain("0341406U");
        assertThat(set("titre", TitreImprime.of(titre(null, 8000))))
                .contains("Titre de perception n° 2025-00012", "80 €", "quatre-vingts euros", "0341406U");
        assertThat(set("annulation", TitreImprime.of(titre(new UUID(0, 4), -8000))))
                .contains(
                        "Annulation n° 2025-00012 du titre de perception n° 2025-00011",
                        "convention n° 2025-34135-1",
                        "Annule le titre n° 2025-00011 de cette convention",
                        "−80 €",
                        "Erreur de liste");
    }

    private static Titre titre(@org.jspecify.annotations.Nullable UUID annule, long centimes) {
        return new Titre(
                new UUID(0, 5),
                "34135",
                "34135",
                new UUID(0, 1),
                "2025-34135-1",
                2025,
                2025,
                12,
                annule,
                annule == null ? "" : "2025-00011",
                "",
                new Montant(centimes),
                Montant.euros(40),
                "Commune de Lespignan",
                "21340135900012",
                List.of("0341401N", "0341406U"),
                annule == null ? "" : "Erreur de liste",
                Instant.parse("2025-12-01T09:00:00Z"),
                new Montant(0),
                "",
                "");
    }

    private String printed(String fichier, Convention convention) throws IOException {
        var words = set(fichier, ConventionImprimee.of(convention).feuillet());
        assertThat(words).doesNotContain("{", "[ecoles]", "[annexe]", "[signatures]");
        return words;
    }

    /// @return its words, with plain spaces
    private String set(String fichier, Feuillet feuillet) throws IOException {
        var bytes = Langue.FRANCAIS.call(() -> imprimerie.file(feuillet));
        if (System.getProperty("test.images") != null) {
            var folder = Files.createDirectories(Path.of("target/papiers"));
            Files.write(folder.resolve(fichier + ".pdf"), bytes);
        }
        try (var document = Loader.loadPDF(bytes)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked())
                    .as("tagged")
                    .isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            var words = new PDFTextStripper().getText(document);
            assertThat(words.lines().map(String::strip))
                    .as("a line that ends in the middle of a word")
                    .noneMatch(line -> line.endsWith("’") || line.endsWith("'"));
            assertThat(words).contains("1 / " + document.getNumberOfPages());
            return words.replaceAll("[\\s\u00a0\u202f]+", " ");
        }
    }

    private static Convention convention(
            Parametres parametres, Declaration dite, List<EcoleInscrite> ecoles, LocalDate signed) {
        return new Convention(
                new UUID(0, 1),
                "34135",
                parametres.annee(),
                parametres.annee() + "-34135-1",
                dite,
                parametres,
                new UUID(0, 2),
                true,
                ecoles,
                new Etat.Faits(signed, signed, signed, null),
                true,
                null,
                Map.of(),
                List.of(),
                false,
                Attente.Suites.AUCUNE,
                null,
                List.of());
    }

    /// A model, with somebody who signs for the region.
    private static Parametres year(int annee) {
        var p = Modeles.all().stream()
                .filter(m -> m.annee() == annee)
                .findFirst()
                .orElseThrow();
        var who = p.signataire();
        return new Parametres(
                p.annee(),
                p.prix(),
                p.fin(),
                p.preavis(),
                p.fenetre(),
                p.tolerance(),
                p.tribunal(),
                p.beaucoup(),
                p.profils(),
                p.partie(),
                new Signataire("Mireille Aragon", who.qualite(), who.delegant(), who.lieu()),
                p.mots(),
                p.texte());
    }

    private static EcoleInscrite school(String uai, String type, String nom, String commune, String departement) {
        return new EcoleInscrite(
                UUID.nameUUIDFromBytes(uai.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                uai,
                type,
                nom,
                commune,
                departement);
    }
}
