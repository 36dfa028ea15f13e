package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example's own table, line by line.
@EntTest
class ExempleTests extends BancAaf {

    @TempDir
    Path dossier;

    @BeforeEach
    void startsEmpty() {
        empty();
    }

    @Test
    void importsTheFull() {
        var rapport = give(Exemple.complet());
        assertThat(rapport.raison()).isNull();
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.APPLIED);
        assertThat(rapport.genre()).isEqualTo(Genre.COMPLET);
        assertThat(rapport.date()).hasToString("2024-09-15");
        assertThat(done(rapport.of("structures"))).isEqualTo(counts(3, 0, 0, 0));
        assertThat(done(rapport.of("eleves"))).isEqualTo(counts(6, 0, 0, 0));
        assertThat(done(rapport.of("responsables"))).isEqualTo(new Rapport.Compte(4, 0, 0, 0, 0, 0, 0, 1));
        assertThat(done(rapport.of("personnels"))).isEqualTo(counts(4, 0, 0, 0));
        assertThat(done(rapport.of("classes"))).isEqualTo(counts(3, 0, 0, 0));
        assertThat(done(rapport.of("groupes"))).isEqualTo(counts(1, 0, 0, 0));
        assertThat(done(rapport.of("liens"))).isEqualTo(counts(7, 0, 0, 0));
        assertThat(rapport.refused()).extracting(Rapport.Refus::id).containsExactly("700005");
        assertThat(rapport.warnings())
                .extracting(a -> a.code() + " " + a.nombre() + " " + a.ids())
                .containsExactlyInAnyOrder(
                        "ine-absent 1 [500005]",
                        "sans-responsable 1 [500005]",
                        "courriel-invalide 1 [700003]",
                        "lien-sans-personne 1 [500004-799999]");
        checkTheFull();
    }

    private void checkTheFull() {
        assertThat(
                        text(
                                "select string_agg(s.aaf_id || ' ' || s.uai || ' ' || s.genre || ' ' || c.aaf_id, ', ' order by s.aaf_id)"
                                        + " from annuaire.structure s join annuaire.structure c on c.id = s.circonscription_id"))
                .isEqualTo("1001 0110358E ECOLE 1900, 1002 0110359F ECOLE 1900, 1900 0110001S CIRCONSCRIPTION 1900");
        assertThat(text("select string_agg(s.aaf_id || '/' || c.aaf_id || ' ' || c.libelle || ' '"
                        + " || (select string_agg(e.aaf_id, ',' order by e.aaf_id) from annuaire.eleve_classe ec"
                        + " join annuaire.eleve e on e.id = ec.eleve_id where ec.classe_id = c.id), ' | ' order by c.aaf_id)"
                        + " from annuaire.classe c join annuaire.structure s on s.id = c.structure_id"))
                .isEqualTo("1001/501 CM1-CM2 Mme D'ALMEIDA 500001,500004 | 1001/502 CP \"A\" & CE1 500002"
                        + " | 1002/601 MS/GS 500003,500005,500006");
        assertThat(text(
                        "select string_agg(e.aaf_id || '-' || r.aaf_id || '(' || l.code || ')', ' ' order by e.aaf_id, r.aaf_id)"
                                + " from annuaire.lien l join annuaire.eleve e on e.id = l.eleve_id"
                                + " join annuaire.responsable r on r.id = l.responsable_id"))
                .isEqualTo("500001-700001(10) 500001-700002(20) 500002-700001(10) 500002-700002(20)"
                        + " 500003-700003(20) 500004-700004(90) 500006-700003(20)");
        assertThat(text("select string_agg(aaf_id || adresse::text, ' ' order by aaf_id) from annuaire.responsable"
                        + " where aaf_id in ('700001', '700002')"))
                .isEqualTo(
                        "700001{\"5 RUE DES LILAS\"} 700002{\"APPT 3\",\"BAT B\",\"9 RUE DES LILAS\",\"LIEU-DIT LE PÂTIS\"}");
        assertThat(text(
                        "select string_agg(p.aaf_id || ' ' || s.aaf_id, ', ' order by p.aaf_id) from annuaire.fonction f"
                                + " join annuaire.personnel p on p.id = f.personnel_id join annuaire.structure s on s.id = f.structure_id"
                                + " where f.directeur"))
                .isEqualTo("300001 1001, 300002 1002");
        assertThat(
                        text(
                                "select string_agg(p.aaf_id || ' ' || s.aaf_id || ' ' || f.code, ', ' order by p.aaf_id, s.aaf_id)"
                                        + " from annuaire.fonction f join annuaire.personnel p on p.id = f.personnel_id"
                                        + " join annuaire.structure s on s.id = f.structure_id where p.aaf_id in ('300003', '300004')"))
                .isEqualTo("300003 1001 ENS, 300003 1002 ENS, 300004 1900 -");
        assertThat(text("select autres_prenoms::text from annuaire.personnel where aaf_id = '300001'"))
                .isEqualTo("{Inès}");
        assertThat(text("select courriel from annuaire.responsable where aaf_id = '700001'"))
                .isEqualTo("Anne.Esteve@EXEMPLE.org");
        assertThat(text("select prenom || nom || niveau || cycle || type_classe || date_naissance || restaurant"
                        + " from annuaire.eleve where aaf_id = '500004'"))
                .isEqualTo("ŌsukeÑCM13ORDINAIRE2014-06-30true");
        assertThat(count("enseignement")).isZero();
        assertThat(text("select string_agg(insee || nom || departement, ' ' order by insee) from annuaire.commune"))
                .isEqualTo("11203LEZIGNAN-CORBIERES011 11262NARBONNE011");
    }

    @Test
    void changesNothingWhenTheFullComesAgain() {
        give(Exemple.complet());
        var avant = fingerprint();
        var rapport = give(Exemple.complet());
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.UNCHANGED);
        assertThat(rapport.counts().values()).allMatch(Rapport.Compte::changesNothing);
        assertThat(rapport.of("eleves").unchanged()).isEqualTo(6);
        assertThat(rapport.of("liens").unchanged()).isEqualTo(7);
        assertThat(rapport.of("responsables").refused()).isEqualTo(1);
        assertThat(fingerprint()).isEqualTo(avant);
    }

    @Test
    void importsTheDeltaAndThenAgain() {
        give(Exemple.complet());
        var rapport = give(Exemple.delta());
        assertThat(rapport.raison()).isNull();
        assertThat(rapport.genre()).isEqualTo(Genre.DELTA);
        assertThat(done(rapport.of("structures"))).isEqualTo(counts(0, 1, 0, 0));
        assertThat(done(rapport.of("eleves"))).isEqualTo(counts(1, 0, 1, 1));
        assertThat(done(rapport.of("responsables"))).isEqualTo(counts(1, 1, 0, 0));
        assertThat(done(rapport.of("personnels"))).isEqualTo(new Rapport.Compte(0, 1, 0, 0, 0, 0, 0, 1));
        assertThat(done(rapport.of("classes"))).isEqualTo(counts(0, 1, 0, 0));
        assertThat(done(rapport.of("groupes"))).isEqualTo(counts(0, 0, 0, 0));
        assertThat(done(rapport.of("liens"))).isEqualTo(counts(1, 0, 0, 0));
        assertThat(rapport.refused()).extracting(Rapport.Refus::id).containsExactly("399999");
        assertThat(rapport.warnings()).extracting(Rapport.Avertissement::code).containsExactly("suppression-inconnue");
        assertThat(
                        text(
                                "select string_agg(e.aaf_id || ' ' || c.aaf_id || ' ' || e.prenom || ' ' || e.niveau, ', ' order by e.aaf_id)"
                                        + " from annuaire.eleve e join annuaire.eleve_classe ec on ec.eleve_id = e.id and ec.fini_le is null"
                                        + " join annuaire.classe c on c.id = ec.classe_id where e.aaf_id in ('500003', '500007')"))
                .isEqualTo("500003 502 Ana CP, 500007 501 Océane CM2");
        assertThat(text("select libelle from annuaire.classe where aaf_id = '502'"))
                .isEqualTo("CP A");
        assertThat(count("eleve where suspendu_le is not null and aaf_id = '500005'"))
                .isOne();
        assertThat(text("select nom || (select string_agg(s.aaf_id, ',') from annuaire.fonction f"
                        + " join annuaire.structure s on s.id = f.structure_id where f.personnel_id = p.id and f.fini_le is null)"
                        + " from annuaire.personnel p where aaf_id = '300003'"))
                .isEqualTo("VIDAL-ROY1002");
        assertThat(
                        count(
                                "lien l join annuaire.responsable r on r.id = l.responsable_id where r.aaf_id = '700002' and l.retire_le is null"))
                .isEqualTo(2);
        var avant = fingerprint();
        var encore = give(Exemple.delta());
        assertThat(encore.issue()).isEqualTo(Rapport.Issue.UNCHANGED);
        assertThat(fingerprint()).isEqualTo(avant);
    }

    @Test
    void refusesTheDeltaOnAnEmptyBase() {
        var avant = fingerprint();
        var rapport = give(Exemple.delta());
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.REFUSED);
        assertThat(rapport.issue().exitCode()).isEqualTo(2);
        assertThat(rapport.raison()).contains("pas de complet avant lui");
        assertThat(fingerprint()).isEqualTo(avant);
    }

    @Test
    void givesTheSameFromFolderZipAndTgz() throws Exception {
        give(Exemple.complet());
        for (var archive : java.util.List.of(
                Exemple.zip(Exemple.complet(), dossier.resolve("lot.zip")),
                Exemple.tgz(Exemple.complet(), dossier.resolve("lot.tgz")),
                Exemple.tgz(Exemple.complet(), dossier.resolve("ENT1DVA.20240915.tar.gz")))) {
            assertThat(give(archive).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
            empty();
            var rapport = give(archive);
            assertThat(rapport.raison()).isNull();
            checkTheFull();
        }
    }
}
