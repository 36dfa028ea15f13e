package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.annuaire.aaf.application.ImportAaf;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What looks cut is held: a school, or the whole batch; the rest goes on.
@EntTest
class GardeTests extends BancAaf {

    private static final int ECOLES = 14;

    @TempDir
    Path dossier;

    @Autowired
    ApplicationContext context;

    Fabrique fabrique;

    @BeforeEach
    void startsFromAFull() {
        empty();
        fabrique = new Fabrique(context, dossier);
        assertThat(give(fabrique.plein("11", "2024-09-15", ECOLES)).raison()).isNull();
    }

    @Test
    void keepsThePeopleOfASchoolThatLosesTooManyAndAppliesTheRest() {
        var ecole = smallest();
        long pupils = here(ecole);
        var autre = aaf("select s.aaf_id from annuaire.structure s join annuaire.eleve e on e.structure_id = s.id"
                + " where s.id <> '" + ecole + "' group by 1 order by count(*) desc limit 1");
        var parti = aaf("select min(aaf_id) from annuaire.eleve where structure_id ="
                + " (select id from annuaire.structure where aaf_id = '" + autre + "')");
        var lot = Fabrique.without(
                fabrique.plein("11", "2024-09-16", ECOLES),
                fiche -> fiche.contains("<value>" + aafOf(ecole) + "</value>")
                        || fiche.contains("<id>" + parti + "</id>"));

        var rapport = give(lot);

        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.APPLIED);
        assertThat(rapport.warnings()).anyMatch(w -> w.code().equals("departs-retenus") && w.nombre() == 1);
        assertThat(rapport.of("eleves").suspended()).isOne();
        assertThat(here(ecole)).isEqualTo(pupils);
        assertThat(count("eleve where aaf_id = '" + parti + "' and suspendu_le is not null"))
                .isOne();
        assertThat(count("classe where structure_id = '" + ecole + "' and archivee_le is not null"))
                .isZero();
        assertThat(count("""
                lien l join annuaire.eleve e on e.id = l.eleve_id
                  join annuaire.responsable r on r.id = l.responsable_id
                 where e.structure_id = '%s' and (l.retire_le is not null or r.suspendu_le is not null)
                """.formatted(ecole))).isZero();
        assertThat(count("depart_retenu where structure_id = '%s' and presents = %d and partants = %d"
                        .formatted(ecole, pupils, pupils)))
                .isOne();

        var accepte = imports.run(
                new ImportAaf.Demande("11", lot, null, null, false, Set.of(UUID.fromString(ecole)), false), _ -> {});
        assertThat(accepte.issue()).isEqualTo(Rapport.Issue.APPLIED);
        assertThat(accepte.of("eleves").suspended()).isEqualTo(pupils);
        assertThat(here(ecole)).isZero();
    }

    @Test
    void holdsTheWholeOfABatchThatLosesHalfOfThePupilsAndSaysAsMuchAsIfNobodyWereKept() {
        var avant = fingerprint();
        long pupils = count("eleve where suspendu_le is null");
        var rapport = give(Fabrique.half(fabrique.plein("11", "2024-09-16", ECOLES)));
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.HELD);
        assertThat(rapport.prevu().get("eleves").suspended()).isEqualTo((pupils + 1) / 2);
        assertThat(fingerprint()).isEqualTo(avant);
        assertThat(text("select (ecoles is not null)::text from annuaire.lot order by id desc limit 1"))
                .isEqualTo("true");
    }

    @Test
    void holdsAFullThatIsMuchLargerThanTheLastOne() {
        var rapport = give(fabrique.plein("11", "2024-09-16", ECOLES * 2));
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.HELD);
        assertThat(rapport.raison()).contains("le précédent en apportait");
    }

    @Test
    void rehearsesWithoutChangingAnything() {
        var avant = fingerprint();
        var lot = fabrique.plein("11", "2024-09-16", ECOLES);
        var rapport = imports.run(new ImportAaf.Demande("11", lot, null, null, false, Set.of(), true), _ -> {});
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.HELD);
        assertThat(rapport.raison()).contains("C’est un essai");
        assertThat(fingerprint()).isEqualTo(avant);
    }

    @Test
    void importsTwoAcademiesAtTheSameTimeWithoutTouchingEachOther() {
        var autre = fabrique.plein("16", "2024-09-15", ECOLES);
        var memes = Fabrique.without(fabrique.plein("11", "2024-09-16", ECOLES), fiche -> fiche.hashCode() % 40 == 0);
        long avant = count("eleve where academie = '11' and suspendu_le is null");

        var toulouse = CompletableFuture.supplyAsync(
                () -> imports.run(new ImportAaf.Demande("16", autre, null, null, false), _ -> {}));
        var montpellier = give(memes);

        assertThat(montpellier.raison()).isNull();
        assertThat(toulouse.join().raison()).isNull();
        assertThat(count("eleve where academie = '11' and suspendu_le is null"))
                .isEqualTo(avant - montpellier.of("eleves").suspended());
        assertThat(count("eleve where academie = '16' and suspendu_le is null"))
                .isEqualTo(toulouse.join().of("eleves").created());
        assertThat(count("lot where etat = 'applied'")).isEqualTo(3);
    }

    private String smallest() {
        return aaf("""
                select structure_id::text from annuaire.eleve where suspendu_le is null
                 group by structure_id having count(*) >= 10 order by count(*) limit 1
                """);
    }

    private String aafOf(String ecole) {
        return aaf("select aaf_id from annuaire.structure where id = '" + ecole + "'");
    }

    private long here(String ecole) {
        return count("eleve where suspendu_le is null and structure_id = '" + ecole + "'");
    }

    private String aaf(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
