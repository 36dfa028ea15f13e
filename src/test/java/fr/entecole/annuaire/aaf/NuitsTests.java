package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.annuaire.aaf.application.ImportAaf;
import fr.entecole.socle.DonneesPersonnelles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// Nights that go otherwise: one that brings nothing, two batches in one, people who come back late, a school that
/// another académie takes over.
@EntTest
class NuitsTests extends BancAaf {

    private static final String ELEVE = "500004";
    private static final String FOYER = "700004";

    @Autowired
    List<DonneesPersonnelles> modules;

    @TempDir
    Path dossier;

    @BeforeEach
    void startsFromTheExample() {
        empty();
        assertThat(give(Exemple.complet()).raison()).isNull();
    }

    @Test
    void aFullAfterThreeMissedDeltasBringsWhatTheyBrought() throws IOException {
        var deltas = List.of(
                delta("20240916", Exemple.modify(Sorte.ELEVE, "500001", "ENTEleveRestaurantScolaire", "N")),
                delta("20240917", Exemple.delete(Sorte.ELEVE, "500005")),
                delta("20240918", newcomer()));
        var full = full("20240920");
        Exemple.edit(
                full.resolve(Exemple.ELEVE_0),
                xml -> xml.replaceFirst("(RestaurantScolaire\"><value>)O", "$1N")
                        .replace("</ficAlimMENESR>", newcomer() + "</ficAlimMENESR>"));
        Exemple.edit(full.resolve(Exemple.ELEVE_1), xml -> Exemple.without(xml, "500005"));

        assertThat(give(full).raison()).isNull();
        var missed = present();
        var late = fingerprint();
        for (var delta : deltas) {
            assertThat(give(delta).raison()).as("it comes too late").contains("avant le dernier envoi appliqué");
        }
        assertThat(fingerprint()).isEqualTo(late);

        startsFromTheExample();
        for (var delta : deltas) {
            assertThat(give(delta).issue()).isEqualTo(Rapport.Issue.APPLIED);
        }
        assertThat(present()).isEqualTo(missed);
        assertThat(give(full).issue()).as("nothing is left to bring").isEqualTo(Rapport.Issue.UNCHANGED);
    }

    @Test
    void aClassThatIsRenamedTwiceInOneNightIsTheSameUnderItsLastName() throws IOException {
        var classe = text("select id::text from annuaire.classe where aaf_id = '501'");
        jdbc.sql("""
                        insert into annuaire.enseignement (personnel_id, classe_id, depuis, ajoute_par)
                        select p.id, c.id, date '2024-09-02', 'x' from annuaire.personnel p, annuaire.classe c
                         where p.aaf_id = '300003' and c.aaf_id = '501'
                        """).update();
        var members = count("eleve_classe where classe_id = '" + classe + "'");
        for (var names : List.of(List.of("CM1 A"), List.of("CM1 B"), List.of("CM1 C", "CM1 D"))) {
            var said = names.stream()
                    .map(name ->
                            Exemple.modify(Sorte.ELEVE, "500001", "ENTPersonClasses", "1001$11$ORDINAIRE$501$" + name))
                    .toArray(String[]::new);
            assertThat(give(delta("20240916", said)).of("classes").changed()).isOne();
        }
        assertThat(text("select id || ' ' || libelle from annuaire.classe where aaf_id = '501'"))
                .isEqualTo(classe + " CM1 D");
        assertThat(count("eleve_classe where fini_le is null and depuis < date '2024-09-16' and classe_id = '" + classe
                        + "'"))
                .as("nobody has left it meanwhile")
                .isEqualTo(members);
        assertThat(count("enseignement where fini_le is null and classe_id = '" + classe + "'"))
                .isOne();
    }

    @Test
    void aPupilWhoComesBackAfterTwoMonthsHasTheSameAccount() throws IOException {
        var before = ids();
        leaves();
        away(60);
        assertThat(give(full("20241115")).of("eleves").revived()).isOne();
        assertThat(ids()).isEqualTo(before);
        assertThat(count("inscrit i join annuaire.eleve e on e.id = i.eleve_id where e.aaf_id = '" + ELEVE + "'"))
                .isOne();
        assertThat(guarded()).isOne();
    }

    @Test
    void whoWasErasedAndComesBackIsSomeoneNew() throws IOException {
        var before = ids();
        leaves();
        away(91);
        assertThat(count("eleve where aaf_id = '" + ELEVE + "'")).isZero();
        assertThat(count("responsable where aaf_id = '" + FOYER + "'")).isZero();
        assertThat(ids()).isEmpty();
        var back = give(full("20241215"));
        assertThat(back.of("eleves").created()).isOne();
        assertThat(back.of("responsables").created()).isOne();
        assertThat(ids()).hasSize(2).doesNotContainAnyElementsOf(before);
        assertThat(guarded()).isOne();
        assertThat(give(full("20241216")).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
    }

    @Test
    void theSamePeopleInTwoAcademiesAreTwoUntilOneHasLetThemGo() throws IOException {
        var here = text("select id::text from annuaire.eleve where aaf_id = '500002'");
        leaves("500002");
        assertThat(count("eleve where academie = '11' and suspendu_le is null")).isEqualTo(5);

        var rapport = toulouse();

        assertThat(rapport.raison()).isNull();
        assertThat(rapport.warnings())
                .as("one school, two feeds")
                .anyMatch(w -> w.code().equals("uai-double"));
        assertThat(text("select id || ' ' || academie from annuaire.eleve where ine = '123456780AC'"))
                .as("who had left keeps the account")
                .isEqualTo(here + " 16");
        assertThat(text("select count(*)::text from annuaire.eleve where ine = '123456789AB' and suspendu_le is null"))
                .as("who is in both feeds is not taken for another")
                .isEqualTo("2");
        assertThat(count("eleve where academie = '11' and suspendu_le is null")).isEqualTo(5);
        assertThat(count("structure where uai = '0110359F'")).isEqualTo(2);
        assertThat(give(full("20240922")).of("eleves").created())
                .as("brought again by the feed that had let go: whoever is present is not taken for another")
                .isOne();
    }

    private void leaves() throws IOException {
        leaves(ELEVE);
    }

    private void leaves(String eleve) throws IOException {
        assertThat(give(delta("20240916", Exemple.delete(Sorte.ELEVE, eleve)), null, null, true)
                        .of("eleves")
                        .suspended())
                .isOne();
    }

    /// For so many days, at the end of which every module forgets whom it should.
    private void away(int days) {
        for (var table : List.of("eleve", "responsable")) {
            jdbc.sql("update annuaire." + table + " set suspendu_le = suspendu_le - make_interval(days => :days)")
                    .param("days", days)
                    .update();
        }
        modules.forEach(DonneesPersonnelles::purge);
    }

    /// Of the pupil and the guardian, with their accounts.
    private List<String> ids() {
        return jdbc.sql("""
                        select p.id || ' ' || c.id
                          from (select id, aaf_id from annuaire.eleve union all
                                select id, aaf_id from annuaire.responsable) p
                          join comptes.compte c on c.personne_id = p.id
                         where p.aaf_id in (:eleve, :foyer) order by p.aaf_id
                        """)
                .param("eleve", ELEVE)
                .param("foyer", FOYER)
                .query(String.class)
                .list();
    }

    private long guarded() {
        return count(
                "autorite(current_date) a join annuaire.eleve e on e.id = a.eleve_id where e.aaf_id = '" + ELEVE + "'");
    }

    private static String newcomer() {
        return Exemple.add(
                Sorte.ELEVE,
                "500009",
                "ENTPersonJointure",
                "500009",
                "ENTPersonNom",
                "O",
                "ENTPersonPrenom",
                "Jo",
                "ENTPersonDateNaissance",
                "29/02/2016",
                "ENTPersonStructRattach",
                "1001",
                "ENTPersonClasses",
                "1001$11$ORDINAIRE$501$CM1-CM2 Mme D'ALMEIDA",
                "ENTEleveAutoriteParentale",
                "700001$10");
    }

    /// Whoever is here, in which class, with whom.
    private String present() {
        return String.join("\n", jdbc.sql("""
                        select e.aaf_id || ' ' || e.nom || ' ' || coalesce(e.restaurant::text, '-') || ' '
                               || coalesce((select string_agg(c.aaf_id || c.libelle, ',' order by c.aaf_id) from annuaire.inscrit i
                                              join annuaire.classe c on c.id = i.classe_id where i.eleve_id = e.id), '-')
                               || ' ' || coalesce((select string_agg(r.aaf_id || l.code, ',' order by r.aaf_id)
                                                     from annuaire.lien l join annuaire.responsable r on r.id = l.responsable_id
                                                    where l.eleve_id = e.id and l.retire_le is null), '-')
                          from annuaire.eleve e where e.suspendu_le is null
                        union all
                        select r.aaf_id || ' ' || r.nom from annuaire.responsable r where r.suspendu_le is null
                        order by 1
                        """).query(String.class).list());
    }

    private Path delta(String jour, String... requetes) throws IOException {
        return Exemple.delta(dossier, jour, Sorte.ELEVE, requetes);
    }

    private Path full(String jour) throws IOException {
        return Exemple.copy(Exemple.complet(), dossier.resolve("complet." + jour));
    }

    /// The same schools and people under the same numbers, as Toulouse would give them.
    private Rapport toulouse() throws IOException {
        var folder = Files.createDirectories(dossier.resolve("complet-16"));
        for (var file : Exemple.files(Exemple.complet())) {
            Files.writeString(
                    folder.resolve(file.getFileName().toString().replace("MONTPELLIER", "TOULOUSE")),
                    Files.readString(file).replace("MONTPELLIER", "TOULOUSE"));
        }
        return imports.run(new ImportAaf.Demande("16", folder, null, null, false), _ -> {});
    }
}
