package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.annuaire.Scolarite;
import fr.entecole.annuaire.Scolarite.Passage;
import fr.entecole.socle.AnneeScolaire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// What was stays known: last year's class, since when, who taught in May.
@EntTest
class AnneesTests extends BancAaf {

    private static final LocalDate RENTREE = LocalDate.of(2024, 9, 2);
    private static final AnneeScolaire AVANT = new AnneeScolaire(2024);
    private static final AnneeScolaire APRES = new AnneeScolaire(2025);

    @Autowired
    Scolarite scolarite;

    @Autowired
    java.util.List<fr.entecole.socle.DonneesPersonnelles> donnees;

    @TempDir
    Path dossier;

    @BeforeEach
    void startsFromTheExample() {
        empty();
        assertThat(give(Exemple.complet()).raison()).isNull();
    }

    @Test
    void aPupilWhoGoesToAnotherClassHasBeenInBoth() throws IOException {
        assertThat(give(moved("20240918", "502")).of("eleves").changed()).isOne();
        var eleve = eleve("500001");
        var cm = classe("501", 2024);
        var cp = classe("502", 2024);
        assertThat(scolarite.of(eleve, AVANT))
                .extracting(Passage::classe, Passage::depuis, Passage::fini)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(cp, LocalDate.of(2024, 9, 18), null),
                        org.assertj.core.groups.Tuple.tuple(cm, RENTREE, LocalDate.of(2024, 9, 18)));
        assertThat(scolarite.of(eleve, APRES)).isEmpty();
        assertThat(scolarite.eleves(cm, RENTREE)).contains(eleve);
        assertThat(scolarite.eleves(cm, LocalDate.of(2024, 9, 17))).contains(eleve);
        assertThat(scolarite.eleves(cm, LocalDate.of(2024, 9, 18))).doesNotContain(eleve);
        assertThat(scolarite.eleves(cp, LocalDate.of(2024, 9, 18))).contains(eleve);
        assertThat(count("inscrit i where i.eleve_id = '" + eleve + "' and i.classe_id = '" + cp + "'"))
                .isOne();
        assertThat(count("inscrit i where i.eleve_id = '" + eleve + "'")).isOne();
        assertThat(count("famille(date '2024-10-01') f where f.personne_id = '" + eleve + "'"))
                .isOne();
    }

    @Test
    void aPupilWhoComesBackToTheirClassHasBeenThereTwice() throws IOException {
        give(moved("20240918", "502"));
        give(moved("20240920", "501"));
        assertThat(scolarite.of(eleve("500001")))
                .extracting(Passage::depuis, Passage::fini)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2024, 9, 20), null),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2024, 9, 18), LocalDate.of(2024, 9, 20)),
                        org.assertj.core.groups.Tuple.tuple(RENTREE, LocalDate.of(2024, 9, 18)));
        assertThat(give(moved("20240920", "501")).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
    }

    @Test
    void aDayWithTwoBatchesLeavesTheLast() throws IOException {
        give(moved("20240918", "502"));
        give(moved("20240918", "501"));
        give(moved("20240918", "502"));
        assertThat(scolarite.of(eleve("500001")))
                .extracting(Passage::classe)
                .containsExactly(classe("502", 2024), classe("501", 2024));
        assertThat(count("inscrit i where i.eleve_id = '" + eleve("500001") + "'"))
                .isOne();
    }

    @Test
    void aDeltaThatListsOnlyWhenAPupilLeavesAClassSaysIt() throws IOException {
        for (var sortie : new String[] {"1001$20/09/2024$501", "1001$20/09/2024$501"}) {
            var rapport = give(Exemple.delta(
                    dossier,
                    "20240918",
                    Sorte.ELEVE,
                    Exemple.modify(Sorte.ELEVE, "500001", "ENTEleveDateSortieClasses", sortie)));
            assertThat(rapport.of("eleves").refused()).isZero();
            assertThat(sejour()).isEqualTo("2024-09-02 2024-09-20");
        }
        give(Exemple.delta(
                dossier,
                "20240919",
                Sorte.ELEVE,
                Exemple.modify(Sorte.ELEVE, "500001", "ENTEleveDateEntreeClasses", "1001$03/09/2024$501")));
        assertThat(sejour()).isEqualTo("2024-09-03 2024-09-20");
        give(Exemple.delta(
                dossier,
                "20240920",
                Sorte.ELEVE,
                Exemple.modify(
                        Sorte.ELEVE,
                        "500001",
                        "ENTPersonClasses",
                        "1001$11$ORDINAIRE$501$CM",
                        "ENTEleveDateSortieClasses",
                        "1001$21/09/2024$501")));
        assertThat(sejour()).as("what is not listed stays").isEqualTo("2024-09-03 2024-09-21");
        give(Exemple.delta(
                dossier,
                "20240921",
                Sorte.ELEVE,
                Exemple.modify(Sorte.ELEVE, "500001", "ENTEleveDateSortieClasses", "")));
        assertThat(sejour()).as("what is listed empty goes").isEqualTo("2024-09-03 -");
        give(Exemple.delta(
                dossier,
                "20240922",
                Sorte.ELEVE,
                Exemple.modify(Sorte.ELEVE, "500001", "ENTEleveDateSortieClasses", "1002$22/09/2024$601")));
        assertThat(sejour()).as("another's class").isEqualTo("2024-09-03 -");
    }

    private @org.jspecify.annotations.Nullable String sejour() {
        return text("select entree_le || ' ' || coalesce(sortie_le::text, '-') from annuaire.eleve_classe ec"
                + " join annuaire.eleve e on e.id = ec.eleve_id where e.aaf_id = '500001' and ec.fini_le is null");
    }

    @Test
    void aGroupThatWasLeftIsNotForgotten() throws IOException {
        give(Exemple.delta(
                dossier, "20240918", Sorte.ELEVE, Exemple.modify(Sorte.ELEVE, "500001", "ENTPersonGroupes", "")));
        assertThat(text("select depuis || ' ' || fini_le from annuaire.eleve_groupe where eleve_id = '"
                        + eleve("500001") + "'"))
                .isEqualTo("2024-09-15 2024-09-18");
    }

    @Test
    void theSameNumberOfAClassTheYearAfterIsAnotherClass() throws IOException {
        var eleve = eleve("500001");
        var rapport = give(full("20250915", lot -> lot));
        assertThat(rapport.of("classes")).isEqualTo(new Rapport.Compte(3, 0, 0, 0, 0, 3, 0, 0));
        assertThat(scolarite.of(eleve)).extracting(Passage::annee).containsExactly(APRES, AVANT);
        assertThat(scolarite.of(eleve, AVANT))
                .extracting(Passage::classe, Passage::fini)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(classe("501", 2024), LocalDate.of(2025, 9, 15)));
        assertThat(count("classe where archivee_le is null and annee = 2025")).isEqualTo(3);
        assertThat(count("inscrit")).isEqualTo(6);
        var avant = fingerprint();
        assertThat(give(full("20250916", lot -> lot)).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
        assertThat(fingerprint()).isEqualTo(avant);
    }

    @Test
    void aClassThatNobodyKnewInAugustIsOfTheYearToCome() throws IOException {
        give(full("20250825", lot -> edited(lot, Exemple.ELEVE_0, "501", "901")));
        assertThat(scolarite.of(eleve("500001"))).extracting(Passage::annee).containsExactly(APRES, AVANT);
        assertThat(classe("502", 2024))
                .as("known before: still the one of this year")
                .isNotNull();
        give(full("20250902", lot -> edited(lot, Exemple.ELEVE_0, "501", "901")));
        assertThat(count("classe where aaf_id = '901'"))
                .as("one class, before and after the rentrée")
                .isOne();
    }

    @Test
    void aGuardianWhoIsNamedAgainHasALinkOfThatDay() throws IOException {
        give(full("20240918", lot -> edited(lot, Exemple.ELEVE_0, "700002", "799998")), null, null, true);
        give(full("20240920", lot -> lot), null, null, true);
        assertThat(text("select string_agg(l.depuis || ' ' || (l.retire_le is null), ', ' order by l.depuis)"
                        + " from annuaire.lien l join annuaire.responsable r on r.id = l.responsable_id"
                        + " where r.aaf_id = '700002' and l.eleve_id = '" + eleve("500001") + "'"))
                .isEqualTo("2024-09-15 false, 2024-09-20 true");
        assertThat(count("autorite(date '2024-09-20') a join annuaire.responsable r on r.id = a.responsable_id"
                        + " where r.aaf_id = '700002' and a.eleve_id = '" + eleve("500001") + "'"))
                .isOne();
        assertThat(give(full("20240921", lot -> lot)).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
    }

    @Test
    void whoHasLeftTheSchoolTaughtInItUntilThen() throws IOException {
        var maitre = id("select id from annuaire.personnel where aaf_id = '300003'");
        var ecole = id("select structure_id from annuaire.exerce where personnel_id = '" + maitre + "'"
                + " order by structure_id limit 1");
        var classe = id("select id from annuaire.classe where structure_id = '" + ecole + "' limit 1");
        jdbc.sql("""
                insert into annuaire.enseignement (personnel_id, classe_id, depuis, ajoute_par)
                values (:personnel, :classe, '2024-09-16', 'essai')
                """).param("personnel", maitre).param("classe", classe).update();
        give(Exemple.delta(
                dossier,
                "20240920",
                Sorte.PERSONNEL,
                Exemple.modify(Sorte.PERSONNEL, "300003", "ENTPersonFonctions", "-")));
        assertThat(count("exerce where personnel_id = '" + maitre + "'")).isZero();
        assertThat(scolarite.enseignants(classe, LocalDate.of(2024, 9, 15))).isEmpty();
        assertThat(scolarite.enseignants(classe, LocalDate.of(2024, 9, 16))).containsExactly(maitre);
        assertThat(scolarite.enseignants(classe, LocalDate.of(2024, 9, 19))).containsExactly(maitre);
        assertThat(scolarite.enseignants(classe, LocalDate.of(2024, 9, 20))).isEmpty();
    }

    @Test
    void whoIsKeptOutIsSoFromTheFirstDayToTheLast() {
        jdbc.sql("""
                insert into annuaire.restriction
                       (eleve_id, responsable_id, depuis, jusque, preuve, auteur_personnel_id, posee_le)
                select l.eleve_id, l.responsable_id, '2024-10-07', '2024-10-11', 'x', uuidv7(), now()
                  from annuaire.lien l join annuaire.responsable r on r.id = l.responsable_id
                 where r.aaf_id = '700001'
                """).update();
        for (var question : java.util.List.of(
                "autorite(:jour) q on q.responsable_id = r.id",
                "garde(:jour) q on q.personne_id = r.id",
                "famille(:jour) q on q.personne_id = r.id")) {
            assertThat(children(question, "2024-10-06")).as(question).isEqualTo(2);
            assertThat(children(question, "2024-10-07")).as(question).isZero();
            assertThat(children(question, "2024-10-11")).as(question).isZero();
            assertThat(children(question, "2024-10-12")).as(question).isEqualTo(2);
        }
    }

    private long children(String question, String jour) {
        return jdbc.sql("select count(*) from annuaire.responsable r join annuaire." + question
                        + " where r.aaf_id = '700001'")
                .param("jour", LocalDate.parse(jour))
                .query(Long.class)
                .single();
    }

    @Test
    void whoIsForgottenIsInNoPast() throws IOException {
        give(moved("20240918", "502"));
        var eleve = eleve("500001");
        assertThat(scolarite.of(eleve)).hasSize(2);
        donnees.stream().filter(d -> d.schema().equals("annuaire")).forEach(d -> d.erase(eleve));
        assertThat(scolarite.of(eleve)).isEmpty();
        for (var table : java.util.List.of("eleve_classe", "eleve_groupe", "lien")) {
            assertThat(count(table + " where eleve_id = '" + eleve + "'"))
                    .as(table)
                    .isZero();
        }
    }

    private Path moved(String jour, String classe) throws IOException {
        return Exemple.delta(
                dossier,
                jour,
                Sorte.ELEVE,
                Exemple.modify(
                        Sorte.ELEVE,
                        "500001",
                        "ENTPersonClasses",
                        "1001$11$ORDINAIRE$" + classe + "$" + classe,
                        "ENTEleveDateEntreeClasses",
                        ""));
    }

    private Path full(String jour, UnaryOperator<Path> change) throws IOException {
        return change.apply(Exemple.copy(Exemple.complet(), dossier.resolve("complet." + jour)));
    }

    private static Path edited(Path lot, String fichier, String avant, String apres) {
        try {
            Exemple.edit(lot.resolve(fichier), x -> x.replace(avant, apres));
            return lot;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID eleve(String aaf) {
        return id("select id from annuaire.eleve where aaf_id = '" + aaf + "'");
    }

    private UUID classe(String aaf, int annee) {
        return id("select id from annuaire.classe where aaf_id = '" + aaf + "' and annee = " + annee);
    }

    private UUID id(String sql) {
        return Objects.requireNonNull(jdbc.sql(sql).query(UUID.class).single());
    }
}
