package fr.entecole.annuaire.aaf.depots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.Visites;
import fr.entecole.annuaire.aaf.BancAaf;
import fr.entecole.annuaire.aaf.Fabrique;
import fr.entecole.annuaire.aaf.LotsDeposes;
import fr.entecole.comptes.Comptes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The region drops an archive, follows it, reads what it did, and decides once.
@EntTest
class DepotsDeLotsWebTests extends BancAaf {

    private static final int ECOLES = 4;

    @TempDir
    Path dossier;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient base;

    @Autowired
    Importeur importeur;

    @Autowired
    LotsDeposes depots;

    Fabrique fabrique;
    Visites visites;
    UUID region;

    @BeforeEach
    void startsFromNothing() {
        empty();
        fabrique = new Fabrique(context, dossier);
        visites = new Visites(context);
        region = new Personnages(base).add(Profil.ADMINISTRATEUR);
        context.getBean(Comptes.class).createMissing();
    }

    @Test
    void importsWhatWasDroppedApartFromTheRequestAndTellsSchoolBySchool() {
        var answer = drop(fabrique.plein("16", "2024-09-15", ECOLES));
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        var suivi = String.valueOf(answer.getResponse().getRedirectedUrl());
        assertThat(visites.page(region, suivi)).contains("en attente", "Académie de Toulouse");
        assertThat(visites.page(region, "/annuaire/lots")).contains("en attente");
        assertThat(visites.statements(region, "/annuaire/lots")).hasSizeLessThanOrEqualTo(5);

        assertThat(importeur.empty()).isOne();

        assertThat(visites.page(region, suivi)).contains("terminé", "Lire le compte rendu");
        assertThat(visites.page(region, "/annuaire/lots")).contains("appliqué").doesNotContain("en attente");
        var lot = latest();
        assertThat(visites.page(region, lot)).contains("Ce que cet import a fait", "École par école");
        assertThat(visites.statements(region, lot)).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.page(region, lot + "/ecoles")).contains("Par raison", "Arrivée", "École");
        assertThat(visites.statements(region, lot + "/ecoles")).hasSizeLessThanOrEqualTo(5);
        assertThat(kept()).isZero();
    }

    @Test
    void saysWhatIsWrongInAFormAndKeepsWhatWasChosen() {
        var none = visites.post(region, DepotsDeLotsController.ADRESSE, "academie", "16", "essai", "true");
        assertThat(none).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Visites.words(none)).contains("Choisissez l’archive à déposer.", "checked");
        var text = new MockMultipartFile("fichier", "annuaire.csv", "text/csv", "a;b".getBytes(StandardCharsets.UTF_8));
        var wrong = visites.upload(region, DepotsDeLotsController.ADRESSE, text, "academie", "99");
        assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Visites.words(wrong)).contains("n’est pas une archive", "Choisissez l’académie");
        assertThat(depots.open()).isEmpty();
    }

    @Test
    void tellsWhatABatchChangedForOnePersonAndTakesItAwayWithoutAName() {
        take(fabrique.plein("16", "2024-09-15", ECOLES));
        var eleve = base.sql("""
                        select e.id, e.aaf_id, e.nom from annuaire.eleve e where e.suspendu_le is null order by e.aaf_id limit 1
                        """)
                .query((rs, _) -> List.of(rs.getString(1), rs.getString(2), rs.getString(3)))
                .single();
        assertThat(visites.page(region, "/annuaire/personnes/" + eleve.getFirst()))
                .contains("aucun import n’a changé cette fiche")
                .doesNotContain("Ce que les imports ont changé");
        take(Fabrique.edit(
                fabrique.plein("16", "2024-09-16", ECOLES),
                fiche -> fiche.contains("<id>" + eleve.get(1) + "</id>"),
                fiche -> fiche.replaceAll("(ENTPersonClasses\"><value>(?:[^$<]+\\$){3})[^$<]+", "$1999999")));
        assertThat(visites.page(region, "/annuaire/personnes/" + eleve.getFirst()))
                .contains("Ce que les imports ont changé", "import du 16 septembre 2024", "Classe : ", ", avant ");
        assertThat(visites.statements(region, "/annuaire/personnes/" + eleve.getFirst()))
                .hasSizeLessThanOrEqualTo(5);

        var csv = visites.post(region, latest() + "/tableau");
        assertThat(csv).hasStatusOk();
        var words = new String(csv.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(words).contains("Code UAI;École;Commune", "Fiche mise à jour", eleve.get(1));
        assertThat(words.lines().filter(line -> line.contains(eleve.get(1))))
                .noneMatch(line -> line.contains(eleve.get(2)));
    }

    @Test
    void holdsWhatLosesHalfOfThePupilsUntilTheRegionAcceptsIt() {
        take(fabrique.plein("16", "2024-09-15", ECOLES));
        take(Fabrique.half(fabrique.plein("16", "2024-09-16", ECOLES)));
        var lot = latest();
        assertThat(visites.page(region, "/")).contains("Un import attend votre accord");
        assertThat(visites.page(region, lot))
                .contains("partiraient", "Accepter cet import", "Écarter cet import", "Ce que cet import ferait")
                .doesNotContain("--accepter");
        assertThat(kept()).isOne();
        var before = pupils();

        assertThat(visites.post(region, lot + "/decision", "decision", "accepter"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(importeur.empty()).as("a second question comes first").isZero();
        assertThat(visites.page(region, lot + "?decision=accepter"))
                .contains("Accepter quand même", "élèves sur " + before + " partiraient", "Oui, accepter cet import");
        assertThat(visites.post(region, lot + "/decision", "decision", "confirmer"))
                .hasStatus(HttpStatus.SEE_OTHER);
        importeur.empty();

        assertThat(pupils()).isLessThan(before);
        assertThat(visites.page(region, lot)).contains("Accepté le").doesNotContain("Écarter cet import");
        assertThat(visites.page(region, "/")).doesNotContain("attend votre accord");
        assertThat(kept()).isZero();
        assertThat(visites.post(region, lot + "/decision", "decision", "ecarter")
                        .getResponse()
                        .getRedirectedUrl())
                .endsWith("decision=deja");
    }

    @Test
    void leavesTheDirectoryAsItWasWhenTheRegionRejects() {
        take(fabrique.plein("16", "2024-09-15", ECOLES));
        take(Fabrique.half(fabrique.plein("16", "2024-09-16", ECOLES)));
        var before = pupils();
        assertThat(visites.post(region, latest() + "/decision", "decision", "ecarter"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(importeur.empty()).isZero();
        assertThat(pupils()).isEqualTo(before);
        assertThat(visites.page(region, latest())).contains("Écarté le");
        assertThat(kept()).isZero();
    }

    @Test
    void letsOnlyOneOfTwoDecide() throws Exception {
        take(fabrique.plein("16", "2024-09-15", ECOLES));
        take(Fabrique.half(fabrique.plein("16", "2024-09-16", ECOLES)));
        var lot = UUID.fromString(latest().substring(latest().lastIndexOf('/') + 1));
        var decisions = context.getBean(DecisionsDesLots.class);
        var both = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var florence = pool.submit(() -> {
                both.await();
                return decisions.accept(lot, someone());
            });
            var autre = pool.submit(() -> {
                both.await();
                return decisions.accept(lot, someone());
            });
            assertThat(List.of(florence.get(), autre.get()))
                    .filteredOn(Optional::isPresent)
                    .hasSize(1);
        }
        assertThat(importeur.empty()).isOne();
    }

    @Test
    void decidesSchoolBySchoolOnce() {
        take(fabrique.plein("16", "2024-09-15", 14));
        var ecole = base.sql("""
                        select e.structure_id::text || ' ' || s.aaf_id from annuaire.eleve e
                          join annuaire.structure s on s.id = e.structure_id
                         where e.suspendu_le is null group by e.structure_id, s.aaf_id
                        having count(*) >= 10 order by count(*) limit 1
                        """).query(String.class).single().split(" ");
        take(Fabrique.without(
                fabrique.plein("16", "2024-09-16", 14), fiche -> fiche.contains("<value>" + ecole[1] + "</value>")));
        var lot = latest();
        assertThat(visites.page(region, lot))
                .contains("Des écoles perdraient trop d’élèves")
                .containsPattern("[0-9]+ élèves sur [0-9]+ partiraient : plus de 50 %\\.")
                .contains("plus de 50 % de ses élèves partiraient d’un coup, et au moins 10 élèves");
        assertThat(visites.page(region, "/")).contains("Une école perdrait trop d’élèves");
        assertThat(visites.page(region, lot + "/ecoles")).contains("à décider");
        assertThat(visites.post(region, lot + "/departs", "decision", "garder")
                        .getResponse()
                        .getRedirectedUrl())
                .endsWith("decision=aucune");
        assertThat(visites.page(region, lot)).contains("Accepter les départs");
        assertThat(visites.post(region, lot + "/departs", "decision", "accepter", "ecole", ecole[0])
                        .getResponse()
                        .getRedirectedUrl())
                .contains("/annuaire/lots/depots/");
        assertThat(visites.post(region, lot + "/departs", "decision", "garder", "ecole", ecole[0])
                        .getResponse()
                        .getRedirectedUrl())
                .endsWith("decision=deja");
        assertThat(importeur.empty()).isOne();
        assertThat(base.sql(
                                "select etat || coalesce(rapport ->> 'reason', '') from annuaire.lot order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("applied");
        assertThat(base.sql("select count(*) from annuaire.eleve where suspendu_le is null and structure_id = ?::uuid")
                        .param(ecole[0])
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(kept()).isZero();
    }

    @Test
    void rehearsesThenDoesIt() {
        take(fabrique.plein("16", "2024-09-15", ECOLES));
        var before = pupils();
        assertThat(drop(fabrique.plein("16", "2024-09-16", ECOLES + 1), "essai", "true"))
                .hasStatus(HttpStatus.SEE_OTHER);
        importeur.empty();
        assertThat(pupils()).isEqualTo(before);
        assertThat(visites.page(region, latest())).contains("essai, rien n’a changé", "Faire cet import");
        assertThat(visites.post(region, latest() + "/decision", "decision", "accepter"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(importeur.empty()).as("a second question comes first").isZero();
        assertThat(visites.page(region, latest() + "?decision=accepter"))
                .contains("Faire cet import pour de bon", "Aucun élève ne partirait", "Oui, faire cet import");
        assertThat(visites.post(region, latest() + "/decision", "decision", "confirmer"))
                .hasStatus(HttpStatus.SEE_OTHER);
        importeur.empty();
        assertThat(pupils()).isGreaterThan(before);
    }

    @Test
    void holdsARehearsedArchiveWhosePupilsAreNearlyAllGoneAsItHoldsADirectOne() {
        take(fabrique.plein("16", "2024-09-15", ECOLES));
        var before = pupils();
        int[] n = {0};
        int[] r = {0};
        var gone = Fabrique.withoutGuardians(
                Fabrique.without(fabrique.plein("16", "2024-09-16", ECOLES), _ -> n[0]++ > 0), _ -> r[0]++ > 0);
        assertThat(drop(gone, "essai", "true")).hasStatus(HttpStatus.SEE_OTHER);
        importeur.empty();
        var essai = latest();
        assertThat(visites.page(region, essai))
                .contains("serait retenu", (before - 1) + " élèves sur " + before + " partiraient");
        assertThat(visites.page(region, "/annuaire/rentree"))
                .contains("rien n’a changé", ">" + (before - 1) + "<", "partiraient");
        assertThat(ofTheYear("responsables"))
                .isPositive()
                .isEqualTo(base.sql("""
                        select (rapport -> 'planned' -> 'responsables' ->> 'suspended')::bigint from annuaire.lot
                         order by id desc limit 1
                        """).query(Long.class).single());
        assertThat(ofTheYear("finies"))
                .as("one pupil stays, in one class")
                .isEqualTo(base.sql("select count(*) - 1 from annuaire.classe where archivee_le is null")
                        .query(Long.class)
                        .single());
        assertThat(ofTheYear("cm2"))
                .isCloseTo(
                        base.sql("select count(*) from annuaire.eleve where niveau = 'CM2' and suspendu_le is null")
                                .query(Long.class)
                                .single(),
                        within(1L));
        assertThat(visites.page(region, essai + "/rentree")).contains("Archivées : ");
        assertThat(visites.page(region, essai + "/ecoles")).doesNotContain("Départ retenu");
        var page = visites.page(region, essai);
        assertThat(page.indexOf("Ce que cet import ferait")).isLessThan(page.indexOf("Faire cet import"));

        assertThat(visites.post(region, essai + "/decision", "decision", "accepter"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visites.page(region, essai + "?decision=accepter"))
                .contains((before - 1) + " élèves sur " + before + " partiraient", "Oui, faire cet import");
        assertThat(visites.post(region, essai + "/decision", "decision", "confirmer"))
                .hasStatus(HttpStatus.SEE_OTHER);
        importeur.empty();

        assertThat(pupils()).isEqualTo(before);
        assertThat(visites.page(region, latest()))
                .contains("attend votre accord", (before - 1) + " élèves sur " + before + " partiraient");
        assertThat(visites.page(region, "/annuaire/rentree"))
                .contains("accepté")
                .doesNotContain("décidé ou appliqué");
    }

    @Test
    void saysOfAnArchiveThatItRefusesThatItDid() {
        var fake = new MockMultipartFile(
                "fichier", "annuaire.zip", "application/zip", "rien".getBytes(StandardCharsets.UTF_8));
        var suivi = String.valueOf(visites.upload(region, DepotsDeLotsController.ADRESSE, fake, "academie", "16")
                .getResponse()
                .getRedirectedUrl());
        importeur.empty();
        assertThat(visites.page(region, suivi))
                .contains("refusé", "<title>Un import refusé")
                .doesNotContain(">terminé", "import en cours", "continue sans cette page");
        assertThat(visites.page(region, latest())).contains("annuaire non lu").doesNotContain("lot non lu");
    }

    @Test
    void saysNothingOfTheYearOfAFullThatItRefused() {
        take(fabrique.plein("16", "2024-09-15", ECOLES));
        assertThat(drop(fabrique.plein("16", "2024-09-01", ECOLES), "essai", "true"))
                .hasStatus(HttpStatus.SEE_OTHER);
        importeur.empty();
        assertThat(visites.page(region, latest())).contains("refusé");
        assertThat(visites.page(region, "/annuaire/rentree"))
                .contains("15 septembre 2024")
                .doesNotContain("1er septembre 2024");
        assertThat(visites.get(region, latest() + "/rentree")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void showsNoCommandToWhoHasButtons() {
        take(fabrique.plein("16", "2024-09-15", ECOLES));
        var suivi = String.valueOf(drop(Fabrique.half(fabrique.plein("16", "2024-09-16", ECOLES)))
                .getResponse()
                .getRedirectedUrl());
        importeur.empty();
        assertThat(visites.page(region, suivi))
                .contains("partiraient", "<title>Un import retenu", "rien n’a été changé")
                .doesNotContain("--accepter", "./ent");
    }

    @Test
    void putsAsideARehearsalThatALaterImportHasPassed() {
        take(fabrique.plein("16", "2024-09-15", ECOLES));
        assertThat(drop(fabrique.plein("16", "2024-09-16", ECOLES + 1), "essai", "true"))
                .hasStatus(HttpStatus.SEE_OTHER);
        importeur.empty();
        var essai = latest();
        take(fabrique.plein("16", "2024-09-17", ECOLES));
        assertThat(visites.page(region, essai))
                .contains("dépassé par un import plus récent", "ne peut plus être fait", "Écarter cet import")
                .doesNotContain("--accepter", "Faire cet import", "demandez à la personne");
        assertThat(visites.page(region, "/annuaire/rentree")).contains("dépassé par un import plus récent");
        assertThat(visites.post(region, essai + "/decision", "decision", "confirmer")
                        .getResponse()
                        .getRedirectedUrl())
                .endsWith("decision=deja");
        assertThat(visites.post(region, essai + "/decision", "decision", "ecarter")
                        .getResponse()
                        .getRedirectedUrl())
                .endsWith("decision=prise");
        assertThat(visites.page(region, essai)).contains("Écarté le");
    }

    @Test
    void takesAgainWhatANodeThatDiedHadBegun() {
        assertThat(drop(fabrique.plein("16", "2024-09-15", ECOLES))).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(depots.take()).isPresent();
        assertThat(depots.take()).isEmpty();
        assertThat(importeur.giveBack()).as("heard of a moment ago").isZero();
        base.sql("update annuaire.depot set vu_le = vu_le - interval '1 hour'").update();
        assertThat(importeur.giveBack()).isOne();
        assertThat(importeur.empty()).isOne();
        assertThat(pupils()).isPositive();
    }

    private MvcTestResult drop(Path lot, String... fields) {
        var archive = fabrique.zip(lot);
        try {
            var file = new MockMultipartFile(
                    "fichier", archive.getFileName().toString(), "application/zip", Files.readAllBytes(archive));
            var all = new java.util.ArrayList<>(List.of("academie", "16"));
            all.addAll(List.of(fields));
            return visites.upload(region, DepotsDeLotsController.ADRESSE, file, all.toArray(String[]::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void take(Path lot) {
        assertThat(drop(lot)).hasStatus(HttpStatus.SEE_OTHER);
        importeur.empty();
    }

    private String latest() {
        return "/annuaire/lots/"
                + base.sql("select id from annuaire.lot order by id desc limit 1")
                        .query(UUID.class)
                        .single();
    }

    private long pupils() {
        return base.sql("select count(*) from annuaire.eleve where suspendu_le is null")
                .query(Long.class)
                .single();
    }

    /// What the rehearsal says of the year, in all schools together.
    private long ofTheYear(String quoi) {
        return base.sql("""
                        select coalesce(sum((r ->> :quoi)::int), 0)
                          from (select rentree from annuaire.lot order by id desc limit 1) l,
                               jsonb_array_elements(l.rentree) r
                        """).param("quoi", quoi).query(Long.class).single();
    }

    /// Archives that are still in the store.
    private long kept() {
        return base.sql("select count(distinct cle) from annuaire.depot where effacee_le is null")
                .query(Long.class)
                .single();
    }

    private Utilisateur someone() {
        return Personnages.someone(Profil.ADMINISTRATEUR, List.of());
    }
}
