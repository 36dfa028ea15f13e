package fr.entecole.annuaire.saisies;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.socle.DonneesPersonnelles;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whom no feed carries, no feed suspends: the school's last word about them does.
@MondeTest
class SaisiesTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Saisies saisies;

    @Autowired
    Reperes reperes;

    @Autowired
    List<DonneesPersonnelles> modules;

    UUID ecole;
    UUID personne;

    @BeforeEach
    void anAide() {
        ecole = reperes.ecole("0110358E");
        personne = saisies.addPersonnel(ecole, "Mme", "Rose", "Essai", "AESH");
    }

    @Test
    void forgetsThreeMonthsAfterTheEndWhomASchoolHadEntered() {
        assertThat(saisies.endPersonnel(ecole, personne)).isTrue();
        forgetTheOld("89 days");
        assertThat(known()).isTrue();
        forgetTheOld("91 days");
        assertThat(known()).isFalse();
    }

    @Test
    void keepsWhoStillWorksInAnotherSchool() {
        jdbc.sql("""
                        insert into annuaire.fonction
                        select (jsonb_populate_record(f, jsonb_build_object('structure_id', :ecole::text))).*
                          from annuaire.fonction f where f.personnel_id = :personne
                        """)
                .param("ecole", reperes.ecole("0110357D"))
                .param("personne", personne)
                .update();
        assertThat(saisies.endPersonnel(ecole, personne)).isTrue();
        forgetTheOld("91 days");
        assertThat(known()).isTrue();
    }

    @Test
    void suspendsNobodyWhoWasNotThere() {
        assertThat(saisies.endPersonnel(reperes.ecole("0110357D"), personne)).isFalse();
        forgetTheOld("91 days");
        assertThat(known()).isTrue();
    }

    /// As if whoever is suspended had been so for that long.
    private void forgetTheOld(String age) {
        jdbc.sql(
                        "update annuaire.personnel set suspendu_le = now() - :age::interval where id = :id and suspendu_le is not null")
                .param("age", age)
                .param("id", personne)
                .update();
        modules.stream().filter(m -> m.schema().equals("annuaire")).forEach(DonneesPersonnelles::purge);
    }

    private boolean known() {
        return jdbc.sql("select count(*) from annuaire.personnel where id = :id")
                        .param("id", personne)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
