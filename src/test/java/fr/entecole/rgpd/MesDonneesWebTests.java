package fr.entecole.rgpd;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Enfants;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Cles;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

@MondeTest
class MesDonneesWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    Reperes reperes;

    @Autowired
    Journal journal;

    @Autowired
    List<DonneesPersonnelles> modules;

    @Autowired
    Enfants enfants;

    EnTantQue as;
    UUID samira;

    /// Names of the trade, which stand in capitals where people read.
    private static final Set<String> SIGLES = Set.of("ENT", "ONDE", "AAF", "CNIL", "DPO", "RGPD", "IEN", "DASEN");

    @BeforeEach
    void cast() {
        as = new EnTantQue(context);
        samira = responsable("700101");
    }

    /// A code that a module keeps is read as a word.
    @ParameterizedTest
    @CsvSource({"PERSONNEL, 300102", "PERSONNEL, 300101", "RESPONSABLE, 700101"})
    void saysNoCodeOfATable(Nature nature, String id) {
        var page = new Visites(context).page(reperes.personne("11", nature, id), "/mes-donnees");
        var words = page.substring(page.indexOf("<main")).replaceAll("<[^>]*>", " ");
        assertThat(Pattern.compile("\\b[A-Z]{3,}(_[A-Z]+)*\\b").matcher(words).results())
                .map(MatchResult::group)
                .filteredOn(word -> !SIGLES.contains(word))
                .isEmpty();
    }

    @Test
    void answersNobodySignedOut() {
        assertThat(mvc.get().uri("/mes-donnees")).hasStatus3xxRedirection();
        assertThat(mvc.post().uri("/mes-donnees/copie").with(formulaire())).hasStatus3xxRedirection();
    }

    @Test
    void hidesFromAGuardianEveryoneButTheirOwn() {
        assertThat(page(samira))
                .contains("Vous, Samira Benali", "Votre enfant, Inès Benali", "Votre enfant, Younes Benali")
                .doesNotContain("Karim", "KARIM", "Bastide", "BASTIDE");
    }

    @Test
    void tellsAGuardianKeptOutNothingOfTheChildNorOfWhy() {
        var galy = responsable("700114");
        journal.record(Fait.of(ActeAnnuaire.RESTRICTION_POSEE, galy).inEcoles(List.of()));
        var proofs = jdbc.sql("select preuve from annuaire.restriction")
                .query(String.class)
                .list();
        assertThat(proofs).isNotEmpty();
        for (var body : List.of(page(galy), copy(galy))) {
            assertThat(body).contains("Yvan").doesNotContain("Timéo", "TIMEO", "estriction pos");
            assertThat(proofs).noneMatch(body::contains);
        }
    }

    @Test
    void keepsFromAGuardianWhenAndFromWhereTheirChildComesIn() {
        var ines = as.account(eleve("500101"));
        journal.record(Fait.of(ActeComptes.CONNEXION, ines)
                .by(ines)
                .from("203.0.113.9")
                .inEcoles(List.of()));
        assertThat(page(samira)).doesNotContain("203.0.113.9");
        assertThat(copy(eleve("500101"))).contains("203.0.113.9", "Entrée dans l’ENT");
    }

    /// A room that knows nothing of two homes: what it holds of a child is told to the child alone.
    @Test
    void keepsFromGuardiansWhatAModuleDoesNotSayIsTheirs() {
        var donnees = new MesDonnees(List.of(new Cantine()), new Lignes(List.of(new Cantine())), enfants);
        var parent = new Utilisateur(
                samira,
                samira,
                Set.of(samira),
                Profil.PARENT,
                "Samira",
                "Benali",
                Set.of(),
                null,
                null,
                null,
                null,
                "",
                null,
                List.of(),
                Cles.AUCUNE);
        assertThat(donnees.of(parent))
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        fiche -> assertThat(fiche.blocs()).hasSize(fiche.titre().equals("Samira Benali") ? 1 : 0));
        // … whereas the directory and the accounts say so.
        assertThat(page(samira)).contains("Date de naissance", "Inscription dans une classe", "Image dans la classe");
    }

    @ParameterizedTest
    @CsvSource({"700101", "700114", "700201"})
    void speaksNoWordOfADatabase(String id) {
        assertThat(page(responsable(id)).replaceAll("<[^>]*>", " ").replaceAll("mes-donnees", ""))
                .doesNotContainPattern("\\b(true|false|null|aaf_id|[a-z]+_[a-z]+)\\b|\\d{4}-\\d\\d-\\d\\d");
    }

    @Test
    void writesNamesAsPeopleDoAndAnswersInWords() {
        for (var body : List.of(page(samira), copy(samira))) {
            assertThat(body)
                    .contains("Benali", "Samira", "12 rue des Oliviers", "acceptée")
                    .doesNotContain("BENALI", "SAMIRA", "RUE DES", "LEZIGNAN", "ORDINAIRE", "ACCEPTEE", "ENTENDUE");
        }
        assertThat(page(reperes.personne("11", Nature.PERSONNEL, "300102")))
                .contains("Estève", "Enseignement")
                .doesNotContain("ESTÈVE", "ENSEIGNEMENT", "SANS SPECIALITE");
    }

    @Test
    void saysEachThingOnALineWithItsSourceItsTermAndAWayToSayThatItIsWrong() {
        var page = page(samira);
        assertThat(cells(page, "Adresse"))
                .startsWith("12 rue des Oliviers, 11200 Lézignan-Corbières", "L’école (ONDE)")
                .contains("3 mois après le départ", "C’est faux – Adresse");
        assertThat(cells(page, "Vos enfants")).startsWith("Inès Benali, Younes Benali");
        assertThat(cells(page, "Nom et prénom")).startsWith("Mme Samira Benali");
        assertThat(cells(page, "Cantine, garderie, études, transport").getFirst())
                .matches("[\\p{L}, ]+");
    }

    /// A number of ours, a field of another software: nobody reads them, a machine may.
    @Test
    void keepsCodesAndFieldNamesForTheCopy() {
        var codes = List.of(
                "Identifiant national", "Numéro dans l’annuaire", "Code de l’académie", "Libellé classe", "700101");
        assertThat(page(samira)).doesNotContain(codes);
        assertThat(copy(samira)).contains(codes);
    }

    @Test
    void leadsEachProfileToTheirRights() {
        for (var droit : List.of("Accéder", "Rectifier", "S’opposer", "Limiter", "Après ma mort", "CNIL")) {
            assertThat(page(samira)).contains(droit);
        }
        assertThat(page(agent("Soulié"))).contains("Denis", "La région académique ou la commune");
    }

    @Test
    void speaksToPupilsInFiveSentences() {
        for (var pupil : List.of(eleve("500101"), eleve("500102"), eleve("500154"))) {
            assertThat(page(pupil))
                    .contains("data-dire=\"garde1\"", "data-dire=\"garde5\"", "ton anniversaire", "Dis-le à un adulte")
                    .doesNotContain("garde6", "BENALI", "Télécharger tout", "Identifiant");
        }
        assertThat(page(eleve("500101"))).contains("Garder une copie");
        assertThat(page(eleve("500102"))).doesNotContain("Garder une copie");
    }

    @Test
    void givesACopyNamedAfterNobodyAndNotesIt() {
        var answer = mvc.post()
                .uri("/mes-donnees/copie")
                .cookie(as.personne(samira))
                .with(formulaire())
                .exchange();
        assertThat(answer)
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"mes-donnees.zip\"")
                .hasHeader("Cache-Control", "no-store");
        var copie = json.readTree(CopieOuverte.of(answer).get(CopieOuverte.VALEURS));
        assertThat(copie.path("Inès Benali")
                        .path("Fiche d’élève")
                        .path(0)
                        .path("Niveau")
                        .asString())
                .isEqualTo("CM1");
        assertThat(copie.has("Karim Benali")).isFalse();
        assertThat(jdbc.sql(
                                "select count(*) from journal.fait where action = 'donnees-telechargees' and acteur_compte = :a")
                        .param("a", as.account(samira))
                        .query((rs, _) -> rs.getInt(1))
                        .single())
                .isPositive();
    }

    @Test
    void costsAPersonWhatTheModulesMayAskAndOneForTheChildren() {
        var cookie = as.personne(samira);
        int aPerson = modules.stream().mapToInt(DonneesPersonnelles::enonces).sum();
        assertThat(ComptageSql.ofWarmPage(
                        () -> mvc.get().uri("/mes-donnees").cookie(cookie).exchange()))
                .hasSizeLessThanOrEqualTo(aPerson * 3 + 1);
    }

    /// A module that keeps one thing more says in which words the person reads it, or that they read it on request
    /// only.
    @Test
    void hasAWordForEverythingThatIsHeld() {
        var people = List.of(
                samira,
                responsable("700114"),
                eleve("500101"),
                eleve("500102"),
                reperes.personne("11", Nature.PERSONNEL, "300101"),
                reperes.personne("11", Nature.PERSONNEL, "300102"),
                agent("Soulié"));
        people.forEach(person -> {
            as.personne(person);
            journal.record(Fait.of(ActeComptes.CODE_REMIS, person)
                    .by(as.account(person))
                    .inEcoles(List.of()));
        });
        Set<String> missing = new TreeSet<>();
        for (var module : modules) {
            for (var person : people) {
                module.export(person).forEach((key, value) -> {
                    check(module, key, missing);
                    if (value instanceof Collection<?> rows
                            && !"".equals(module.libelles().get(key))) {
                        rows.forEach(row -> {
                            if (row instanceof Map<?, ?> columns) {
                                columns.keySet().forEach(column -> check(module, key + "." + column, missing));
                            }
                        });
                    }
                });
            }
        }
        assertThat(missing).isEmpty();
    }

    private static void check(DonneesPersonnelles module, String key, Set<String> missing) {
        if (!module.libelles().containsKey(key)) {
            missing.add(module.schema() + " " + key);
        }
    }

    private static final class Cantine implements DonneesPersonnelles {

        @Override
        public String schema() {
            return "cantine";
        }

        @Override
        public List<Traitement> describe() {
            return List.of();
        }

        @Override
        public Map<String, Object> export(UUID personneId) {
            return Map.of("repas", List.of(Map.of("mange", "chez son père")));
        }

        @Override
        public Map<String, String> libelles() {
            return Map.of("repas", "Repas", "repas.mange", "Où");
        }

        @Override
        public void erase(UUID personneId) {}

        @Override
        public void purge() {}
    }

    /// The words of the cells beside a heading of a row, the first row of that name.
    private static List<String> cells(String page, String heading) {
        var row = Pattern.compile(Pattern.quote(heading) + "</th>(.*?)</tr>", Pattern.DOTALL)
                .matcher(page);
        assertThat(row.find()).as(heading).isTrue();
        return Arrays.stream(row.group(1).split("</td>"))
                .map(cell -> cell.replaceAll("<[^>]*>", "").strip())
                .toList();
    }

    private String page(UUID personne) {
        var answer = mvc.get().uri("/mes-donnees").cookie(as.personne(personne)).exchange();
        assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "no-store");
        return words(answer.getResponse().getContentAsByteArray());
    }

    private String copy(UUID personne) {
        var answer = mvc.post()
                .uri("/mes-donnees/copie")
                .cookie(as.personne(personne))
                .with(formulaire())
                .exchange();
        assertThat(answer).hasStatusOk();
        return CopieOuverte.words(answer);
    }

    private static String words(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).replace('\u00a0', ' ');
    }

    private UUID responsable(String id) {
        return reperes.personne("11", Nature.RESPONSABLE, id);
    }

    private UUID eleve(String id) {
        return reperes.personne("11", Nature.ELEVE, id);
    }

    private UUID agent(String nom) {
        return jdbc.sql("select id from annuaire.agent where nom = :nom")
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
