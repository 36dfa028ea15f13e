package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles.Source;
import fr.entecole.socle.Uuids;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// Whom a school entered before the feed, or whom the feed brings back under another number, is the same person;
/// what is entered beside the feed is left alone by it.
@EntTest
class ReconnusTests extends BancAaf {

    @Autowired
    SaisiesDesFamilles familles;

    @TempDir
    Path dossier;

    private UUID ecole;

    @BeforeEach
    void startsFromTheExample() {
        empty();
        assertThat(give(Exemple.complet()).raison()).isNull();
        ecole = one(
                "select structure_id from annuaire.eleve where academie = '11' and suspendu_le is null order by aaf_id limit 1");
    }

    @Test
    void knowsByTheirNamesAndBirthDateThePupilWhomTheSchoolHadEntered() throws IOException {
        var id = enter("SOLER", "Anna", null);
        var classe = Uuids.v7();
        familles.addClasse(classe, ecole, "CE2 de la liste");
        familles.enroll(id, classe);
        var guardian = guardian("SOLER", "Rosa");
        familles.addLien(guardian, id, "90", Source.CSV, null);
        assertThat(give(delta("20240916", pupil("777001", "SOLER", "Anna", "779001")))
                        .raison())
                .isNull();
        assertThat(give(Exemple.delta(
                                dossier,
                                "20240917",
                                Sorte.RESPONSABLE,
                                Exemple.add(
                                        Sorte.RESPONSABLE,
                                        "779001",
                                        "ENTPersonJointure",
                                        "779001",
                                        "ENTPersonNom",
                                        "Soler",
                                        "ENTPersonPrenom",
                                        "ROSA",
                                        "ENTPersRelEleveEleve",
                                        "777001")))
                        .raison())
                .isNull();
        assertThat(said("select aaf_id || ' ' || source from annuaire.eleve where id = '" + id + "'"))
                .isEqualTo("777001 AAF");
        assertThat(said("select aaf_id || ' ' || source from annuaire.responsable where id = '" + guardian + "'"))
                .as("and her mother with her")
                .isEqualTo("779001 AAF");
        assertThat(said("select l.source || ' ' || l.code from annuaire.lien l where l.eleve_id = '" + id
                        + "' and l.retire_le is null"))
                .isEqualTo("AAF 10");
        assertThat(said(
                        "select string_agg(c.libelle, ',') from annuaire.inscrit i join annuaire.classe c on c.id = i.classe_id where i.eleve_id = '"
                                + id + "'"))
                .isEqualTo("CE2");
        assertThat(said("select (archivee_le is not null)::text from annuaire.classe where id = '" + classe + "'"))
                .isEqualTo("true");
        assertThat(said("select count(*)::text from annuaire.eleve where annuaire.cle(nom) = 'soler'"))
                .isEqualTo("1");
    }

    @Test
    void keepsTheAccountOfAPupilWhoComesBackUnderAnotherNumberByTheIne() throws IOException {
        var gone = one(
                "select id from annuaire.eleve where academie = '11' and ine is not null and suspendu_le is null order by aaf_id limit 1");
        var ine = said("select ine from annuaire.eleve where id = '" + gone + "'");
        var naissance =
                said("select to_char(date_naissance, 'DD/MM/YYYY') from annuaire.eleve where id = '" + gone + "'");
        var number = said("select aaf_id from annuaire.eleve where id = '" + gone + "'");
        assertThat(give(Exemple.delta(dossier, "20240916", Sorte.ELEVE, Exemple.delete(Sorte.ELEVE, number)))
                        .raison())
                .isNull();
        assertThat(said("select (suspendu_le is not null)::text from annuaire.eleve where id = '" + gone + "'"))
                .isEqualTo("true");
        var back = Exemple.delta(
                dossier,
                "20240918",
                Sorte.ELEVE,
                Exemple.add(
                        Sorte.ELEVE,
                        "777002",
                        "ENTPersonJointure",
                        "777002",
                        "ENTPersonNom",
                        "AUTRE",
                        "ENTPersonPrenom",
                        "Nom",
                        "ENTEleveINE",
                        ine,
                        "ENTPersonDateNaissance",
                        naissance,
                        "ENTPersonStructRattach",
                        structure()));
        assertThat(give(back).raison()).isNull();
        assertThat(said("select aaf_id || ' ' || nom || ' ' || (suspendu_le is null) from annuaire.eleve where id = '"
                        + gone + "'"))
                .isEqualTo("777002 AUTRE true");
    }

    @Test
    void neverTakesSomeoneWhoIsPresentForAnother() throws IOException {
        var here = one(
                "select id from annuaire.eleve where academie = '11' and ine is not null and suspendu_le is null order by aaf_id limit 1");
        var ine = said("select ine from annuaire.eleve where id = '" + here + "'");
        var naissance =
                said("select to_char(date_naissance, 'DD/MM/YYYY') from annuaire.eleve where id = '" + here + "'");
        var number = said("select aaf_id from annuaire.eleve where id = '" + here + "'");
        assertThat(give(Exemple.delta(
                                dossier,
                                "20240916",
                                Sorte.ELEVE,
                                Exemple.add(
                                        Sorte.ELEVE,
                                        "777003",
                                        "ENTPersonJointure",
                                        "777003",
                                        "ENTPersonNom",
                                        "AUTRE",
                                        "ENTPersonPrenom",
                                        "Nom",
                                        "ENTEleveINE",
                                        ine,
                                        "ENTPersonDateNaissance",
                                        naissance,
                                        "ENTPersonStructRattach",
                                        structure())))
                        .raison())
                .isNull();
        assertThat(said("select aaf_id from annuaire.eleve where id = '" + here + "'"))
                .isEqualTo(number);
        assertThat(said("select count(*)::text from annuaire.eleve where ine = '" + ine + "'"))
                .isEqualTo("2");
    }

    @Test
    void leavesWhatWasEnteredBesideItAndIsUnchangedTheSecondTime() {
        var pupil = one("select eleve_id from annuaire.lien where retire_le is null order by eleve_id limit 1");
        var tante = guardian("AJOUT", "Nadia");
        familles.addLien(tante, pupil, "39", Source.MANUEL, "Jugement");
        var feed = one(
                "select r.id from annuaire.responsable r where r.aaf_id is not null and r.suspendu_le is null and not exists (select 1 from annuaire.lien l where l.responsable_id = r.id and l.eleve_id = '"
                        + pupil + "') order by r.aaf_id limit 1");
        familles.addLien(feed, pupil, "39", Source.MANUEL, "Jugement");
        var alone = enter("SEULE", "Zoé", null);
        assertThat(give(Exemple.complet()).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
        assertThat(said("select count(*)::text from annuaire.lien where eleve_id = '" + pupil
                        + "' and source = 'MANUEL' and retire_le is null"))
                .isEqualTo("2");
        assertThat(said("select (suspendu_le is null)::text from annuaire.eleve where id = '" + alone + "'"))
                .isEqualTo("true");
    }

    @Test
    void readsARecordAsTheHeadCorrectedItUntilItIsMendedAtItsSource() throws IOException {
        var pupil = one(
                "select id from annuaire.eleve where academie = '11' and suspendu_le is null order by aaf_id limit 1");
        var said = said("select prenom from annuaire.eleve where id = '" + pupil + "'");
        jdbc.sql("update annuaire.eleve set prenom = 'Corrigé' where id = :id")
                .param("id", pupil)
                .update();
        jdbc.sql("""
                        insert into annuaire.correction (ecole_id, personne_id, nature, champ, dit, valeur, motif, posee_le)
                        values (:ecole, :id, 'ELEVE', 'prenom', :dit, 'Corrigé', 'Livret', now())
                        """)
                .param("ecole", ecole)
                .param("id", pupil)
                .param("dit", said)
                .update();
        assertThat(give(Exemple.complet()).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
        assertThat(said("select prenom from annuaire.eleve where id = '" + pupil + "'"))
                .isEqualTo("Corrigé");

        var number = said("select aaf_id from annuaire.eleve where id = '" + pupil + "'");
        assertThat(give(Exemple.delta(
                                dossier,
                                "20240916",
                                Sorte.ELEVE,
                                Exemple.modify(Sorte.ELEVE, number, "ENTPersonPrenom", "Mendé")))
                        .raison())
                .isNull();
        assertThat(said("select prenom from annuaire.eleve where id = '" + pupil + "'"))
                .isEqualTo("Mendé");
        assertThat(said("select finie from annuaire.correction")).isEqualTo("SOURCE");
    }

    @Test
    void aGuardianOfNoPresentChildLeavesThoughNoFeedBringsThem() throws IOException {
        var pupil = one(
                "select id from annuaire.eleve where academie = '11' and suspendu_le is null order by aaf_id limit 1");
        var number = said("select aaf_id from annuaire.eleve where id = '" + pupil + "'");
        var tante = guardian("AJOUT", "Nadia");
        familles.addLien(tante, pupil, "39", Source.MANUEL, "Jugement");
        give(Exemple.delta(dossier, "20240916", Sorte.ELEVE, Exemple.delete(Sorte.ELEVE, number)));
        assertThat(said("select (suspendu_le is not null)::text from annuaire.responsable where id = '" + tante + "'"))
                .isEqualTo("true");
    }

    private Path delta(String jour, String... requetes) throws IOException {
        return Exemple.delta(dossier, jour, Sorte.ELEVE, requetes);
    }

    private String pupil(String id, String nom, String prenom, String responsable) {
        return Exemple.add(
                Sorte.ELEVE,
                id,
                "ENTPersonJointure",
                id,
                "ENTPersonNom",
                nom,
                "ENTPersonPrenom",
                prenom,
                "ENTPersonDateNaissance",
                "04/05/2017",
                "ENTPersonStructRattach",
                structure(),
                "ENTPersonClasses",
                structure() + "$11$ORDINAIRE$88001$CE2",
                "ENTEleveAutoriteParentale",
                responsable + "$10");
    }

    private UUID enter(String nom, String prenom, @Nullable String ine) {
        var id = Uuids.v7();
        familles.addEleve(
                id,
                ecole,
                new SaisiesDesFamilles.Eleve(nom, null, prenom, LocalDate.of(2017, 5, 4), ine, null),
                Source.CSV);
        return id;
    }

    private UUID guardian(String nom, String prenom) {
        var id = Uuids.v7();
        familles.addResponsable(
                id,
                ecole,
                new SaisiesDesFamilles.Responsable(
                        null, nom, null, prenom, List.of(), null, null, null, null, null, null, null),
                Source.CSV);
        return id;
    }

    private String structure() {
        return said("select aaf_id from annuaire.structure where id = '" + ecole + "'");
    }

    private UUID one(String sql) {
        return jdbc.sql(sql).query(UUID.class).single();
    }

    private String said(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
