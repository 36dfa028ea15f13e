package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A record speaks only for its own school: it takes nothing from another and opens nothing there. 500003, 500005 and
/// 500006 are of school 1002; classes 501 and 502 and group 580 are of school 1001.
@EntTest
class ChezSoiTests extends BancAaf {

    @TempDir
    Path dossier;

    @BeforeEach
    void startsFromTheExample() {
        empty();
        assertThat(give(Exemple.complet()).raison()).isNull();
    }

    @Test
    void aPupilWhoseRecordNamesAnotherSchoolsClassIsNotInIt() throws IOException {
        var rapport = give(full(
                "20240920",
                Exemple.ELEVE_0,
                x -> x.replace("1002$11$ORDINAIRE$601$MS/GS", "1001$11$ORDINAIRE$501$Les grands")));
        stays("501", "1001", "CM1-CM2 Mme D'ALMEIDA", "500001,500004");
        isInNoClass(rapport, "500003");
    }

    @Test
    void aRecordCannotGiveAnotherSchoolsClassToItsOwn() throws IOException {
        var rapport = give(full(
                "20240920",
                Exemple.ELEVE_0,
                x -> x.replace("1002$11$ORDINAIRE$601$MS/GS", "1002$11$ORDINAIRE$501$Les grands")));
        stays("501", "1001", "CM1-CM2 Mme D'ALMEIDA", "500001,500004");
        isInNoClass(rapport, "500003");
    }

    @Test
    void noMoreDoesADelta() throws IOException {
        isInNoClass(give(classOf500003("20240916", "1002$11$ORDINAIRE$501$Les grands")), "500003");
        isInNoClass(give(classOf500003("20240917", "1001$11$ORDINAIRE$501$Les grands")), "500003");
        stays("501", "1001", "CM1-CM2 Mme D'ALMEIDA", "500001,500004");
        assertThat(give(classOf500003("20240918", "1002$11$ORDINAIRE$601$MS/GS"))
                        .warnings())
                .isEmpty();
        stays("601", "1002", "MS/GS", "500003,500005,500006");
        assertThat(count("signalement where code = 'classe-autre-ecole'")).isZero();
    }

    @Test
    void groupsAreLikeClasses() throws IOException {
        for (var ecole : new String[] {"1001", "1002"}) {
            var rapport = give(Exemple.delta(
                    dossier,
                    "20240916",
                    Sorte.ELEVE,
                    Exemple.modify(
                            Sorte.ELEVE, "500003", "ENTPersonGroupes", ecole + "$40$REGROUPEMENT$580$Autre nom")));
            assertThat(rapport.warnings())
                    .anyMatch(a ->
                            a.code().equals("classe-autre-ecole") && a.ids().contains("500003"));
            assertThat(text(
                            "select s.aaf_id || ' ' || g.libelle || ' ' || (select string_agg(e.aaf_id, ',' order by e.aaf_id)"
                                    + " from annuaire.eleve_groupe eg join annuaire.eleve e on e.id = eg.eleve_id"
                                    + " where eg.groupe_id = g.id and eg.fini_le is null)"
                                    + " from annuaire.groupe g join annuaire.structure s on s.id = g.structure_id"
                                    + " where g.aaf_id = '580'"))
                    .isEqualTo("1001 ULIS 500001,500004");
        }
    }

    @Test
    void aPupilWhoChangesSchoolsLeavesItsClassesEvenWhenTheDeltaDoesNotListThem() throws IOException {
        give(Exemple.delta(
                dossier,
                "20240916",
                Sorte.ELEVE,
                Exemple.modify(Sorte.ELEVE, "500001", "ENTPersonStructRattach", "1002")));
        stays("501", "1001", "CM1-CM2 Mme D'ALMEIDA", "500004");
        assertThat(count("eleve_groupe eg join annuaire.eleve e on e.id = eg.eleve_id"
                        + " where e.aaf_id = '500001' and eg.fini_le is null"))
                .isZero();
        var rapport = give(Exemple.delta(
                dossier,
                "20240917",
                Sorte.ELEVE,
                Exemple.modify(Sorte.ELEVE, "500002", "ENTPersonStructRattach", "9999"),
                Exemple.modify(Sorte.ELEVE, "500003", "ENTPersonStructRattach", "1002"),
                Exemple.modify(Sorte.ELEVE, "500004", "ENTPersonStructRattach", "1001")));
        assertThat(rapport.raison()).isNull();
        assertThat(count("inscrit i join annuaire.eleve e on e.id = i.eleve_id where e.aaf_id = '500002'"))
                .as("a pupil of a school that the directory does not have")
                .isZero();
    }

    @Test
    void aSchoolThatTakesAnothersClassesOverHasClassesOfItsOwn() throws IOException {
        var lot = Exemple.copy(Exemple.complet(), dossier.resolve("complet.20240920"));
        for (var fichier : new String[] {Exemple.ELEVE_0, Exemple.ELEVE_1}) {
            Exemple.edit(lot.resolve(fichier), x -> x.replace("<value>1001", "<value>1002"));
        }
        var rapport = give(lot);
        assertThat(rapport.raison()).isNull();
        assertThat(rapport.warnings()).noneMatch(a -> a.code().equals("classe-autre-ecole"));
        stays("501", "1002", "CM1-CM2 Mme D'ALMEIDA", "500001,500004");
        assertThat(count("classe c join annuaire.structure s on s.id = c.structure_id"
                        + " where s.aaf_id = '1001' and c.archivee_le is not null"))
                .as("what the first school had stays its past")
                .isEqualTo(2);
        var avant = fingerprint();
        assertThat(give(lot).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
        assertThat(fingerprint()).isEqualTo(avant);
        give(full("20240921", Exemple.ELEVE_0, x -> x + " "));
        stays("501", "1001", "CM1-CM2 Mme D'ALMEIDA", "500001,500004");
    }

    @Test
    void aNumberThatTwoSchoolsGiveFirstIsOfTheOneWhereMostAre() throws IOException {
        var lot = Exemple.copy(Exemple.complet(), dossier.resolve("complet.20240920"));
        Exemple.edit(
                lot.resolve(Exemple.ELEVE_0), x -> x.replace("$501", "$901").replace("$601", "$901"));
        Exemple.edit(lot.resolve(Exemple.ELEVE_1), x -> x.replace("$501", "$901"));
        isInNoClass(give(lot), "500003");
        stays("901", "1001", "CM1-CM2 Mme D'ALMEIDA", "500001,500004");
    }

    @Test
    void nobodyDirectsASchoolWhereTheyHaveNoFunction() throws IOException {
        var rapport = give(Exemple.delta(
                dossier,
                "20240916",
                Sorte.PERSONNEL,
                Exemple.modify(
                        Sorte.PERSONNEL,
                        "300003",
                        "ENTPersonFonctions",
                        "1002$ENS$ENSEIGNEMENT$G0000$SANS SPECIALITE",
                        "ENTEnsFonctionDir",
                        "1001"),
                Exemple.modify(Sorte.PERSONNEL, "300004", "ENTEnsFonctionDir", "1002")));
        assertThat(rapport.warnings())
                .anyMatch(a -> a.code().equals("direction-sans-fonction")
                        && a.ids().contains("300003")
                        && a.ids().contains("300004"));
        assertThat(text("select string_agg(p.aaf_id || ' ' || s.aaf_id, ', ' order by p.aaf_id) from annuaire.exerce x"
                        + " join annuaire.personnel p on p.id = x.personnel_id"
                        + " join annuaire.structure s on s.id = x.structure_id where x.directeur"))
                .isEqualTo("300001 1001, 300002 1002");
        assertThat(count("exerce x join annuaire.personnel p on p.id = x.personnel_id where p.aaf_id = '300004'"))
                .isZero();
    }

    @Test
    void aDeltaThatGivesASchoolAnotherNumberLosesNobodyOfIt() throws IOException {
        var lot = Files.createDirectories(dossier.resolve("lot.20240916"));
        var ecole = Exemple.add(
                Sorte.STRUCTURE,
                "2002",
                "ENTStructureNomCourant",
                "E.M.PU$ALPHONSE DAUDET$X",
                "ENTStructureUAI",
                "0110359F",
                "ENTStructureTypeStruct",
                "ECOLE MATERNELLE");
        Files.writeString(lot.resolve("ENT_Delta_20240916_EtabEducNat_0000.xml"), Exemple.file(ecole));
        Files.writeString(
                lot.resolve("ENT_Delta_20240916_Eleve_0000.xml"),
                Exemple.file(Exemple.modify(Sorte.ELEVE, "500003", "ENTEleveTransport", "O")));
        var rapport = give(lot);
        assertThat(rapport.raison()).isNull();
        assertThat(rapport.of("structures").created()).isZero();
        assertThat(rapport.of("eleves")).isEqualTo(counts(0, 1, 0, 0));
        stays("601", "2002", "MS/GS", "500003,500005,500006");
    }

    @Test
    void twoSchoolsOfOneCodeStayTwoAndAreTold() throws IOException {
        var rapport = give(full("20240920", Exemple.ETAB, x -> x.replace("0110359F", "0110358E")));
        assertThat(rapport.warnings())
                .anyMatch(a -> a.code().equals("uai-double") && a.ids().equals(java.util.List.of("1001", "1002")));
        assertThat(count("structure where uai = '0110358E'")).isEqualTo(2);
        stays("601", "1002", "MS/GS", "500003,500005,500006");
    }

    /// @param eleves who is in it, in the order of their numbers
    private void stays(String classe, String ecole, String libelle, String eleves) {
        assertThat(text("select string_agg(s.aaf_id || ' ' || c.libelle || ' ' || (select string_agg(e.aaf_id, ','"
                        + " order by e.aaf_id) from annuaire.inscrit i join annuaire.eleve e on e.id = i.eleve_id"
                        + " where i.classe_id = c.id), ' and ') from annuaire.classe c"
                        + " join annuaire.structure s on s.id = c.structure_id"
                        + " where c.aaf_id = '" + classe + "' and c.archivee_le is null"))
                .isEqualTo(ecole + " " + libelle + " " + eleves);
    }

    private void isInNoClass(Rapport rapport, String eleve) {
        assertThat(rapport.raison()).isNull();
        assertThat(rapport.warnings())
                .anyMatch(a -> a.code().equals("classe-autre-ecole") && a.ids().contains(eleve));
        assertThat(count("inscrit i join annuaire.eleve e on e.id = i.eleve_id where e.aaf_id = '" + eleve + "'"))
                .isZero();
        assertThat(text("select s.aaf_id || ' ' || g.attribut from annuaire.signalement g"
                        + " join annuaire.eleve e on e.id = g.personne_id"
                        + " join annuaire.structure s on s.id = g.structure_id and s.id = e.structure_id"
                        + " where g.code = 'classe-autre-ecole' and e.aaf_id = '" + eleve + "'"))
                .as("told to the head of the pupil's own school")
                .isEqualTo("1002 ENTPersonClasses");
    }

    private Path classOf500003(String jour, String valeur) throws IOException {
        return Exemple.delta(
                dossier, jour, Sorte.ELEVE, Exemple.modify(Sorte.ELEVE, "500003", "ENTPersonClasses", valeur));
    }

    private Path full(String jour, String fichier, UnaryOperator<String> change) throws IOException {
        var lot = Exemple.copy(Exemple.complet(), dossier.resolve("complet." + jour));
        Exemple.edit(lot.resolve(fichier), change);
        return lot;
    }
}
