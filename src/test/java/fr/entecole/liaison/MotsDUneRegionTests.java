package fr.entecole.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.Plans;
import fr.entecole.annuaire.Visites;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The mots of the whole region cost nobody anything: among those of five hundred other schools, no statement of a list
/// reads them all.
@MondeTest
class MotsDUneRegionTests {

    private static final Pattern WHOLE =
            Plans.readsWhole(List.of("mot", "version", "destination", "lecture", "reponse"));

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    Visites visites;

    @BeforeEach
    void aYearOfOthers() {
        visites = new Visites(context);
        if (jdbc.sql("select count(*) from liaison.mot").query(Integer.class).single() > 10_000) {
            return;
        }
        jdbc.sql("""
                        create temp table autre as
                        select uuidv7() as id, e.ecole, e.auteur, now() - g * interval '1 day' as le, g
                          from (select uuidv7() as ecole, uuidv7() as auteur from generate_series(1, 500)) e
                         cross join generate_series(1, 40) g;
                        insert into liaison.mot (id, ecole_id, auteur_id, annee, jour, empreinte, publie_le, visible_le,
                               genre, attendu, repondants)
                        select id, ecole, auteur, 2026, le::date, decode(md5(id::text), 'hex'), le, le, 'INFORMATION',
                               'SIGNATURE', 'CHACUN' from autre;
                        insert into liaison.version (ecole_id, mot_id, numero, titre, texte, auteur_id, ecrite_le,
                               visible_le, signatures)
                        select ecole, id, 1, 'Piscine ' || g, '<p>Un bonnet.</p>', auteur, le, le, 'DEMANDEES' from autre;
                        insert into liaison.destination (ecole_id, cle, mot_id)
                        select ecole, 'ECOLE.RESPONSABLES.' || ecole, id from autre;
                        insert into liaison.lecture (ecole_id, mot_id, numero, personne_id, principale, lu_le)
                        select ecole, id, 1, uuidv7(), true, le from autre;
                        insert into liaison.reponse (ecole_id, mot_id, eleve_id, personne_id, numero, sens, precision, voie, fait_le)
                        select ecole, id, uuidv7(), uuidv7(), 1, 'SIGNE', '', 'ENT', le from autre;
                        drop table autre;
                        analyze liaison.mot, liaison.version, liaison.destination, liaison.lecture, liaison.reponse
                        """).update();
    }

    @Test
    void isManyEnoughToBeSeen() {
        assertThat(jdbc.sql("select count(*) from liaison.mot")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(20_000);
    }

    @ParameterizedTest
    @CsvSource({"300102, /liaison", "300101, /liaison", "300102, /", "300101, /"})
    void costsTheSchoolItsOwnOnly(String personnel, String path) {
        readsFew(visites.personnel("11", personnel), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/liaison", "/"})
    void costsAParentTheirOwnOnly(String path) {
        readsFew(
                jdbc.sql("select id from annuaire.responsable where prenom = 'SAMIRA' and nom = 'BENALI'")
                        .query((rs, _) -> rs.getObject(1, UUID.class))
                        .single(),
                path);
    }

    private void readsFew(UUID personne, String path) {
        var statements = ComptageSql.each(ComptageSql.ofPage(() -> visites.get(personne, path))).stream()
                .filter(sql -> sql.contains("liaison."))
                .toList();
        assertThat(statements).as(path).isNotEmpty();
        Plans.readNothingWhole(path, statements, WHOLE);
    }
}
