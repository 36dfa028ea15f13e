package fr.entecole.mesure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.socle.Decor.Monde;
import fr.entecole.socle.Decor.Personnage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What figures keep to themselves, because the others would tell it.
@MondeTest
class UsagesTusWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Compteurs compteurs;

    @Autowired
    DecorMesure decor;

    Visites visites;
    UUID castans;
    UUID curie;

    @BeforeEach
    void nothingIsCounted() {
        visites = new Visites(context);
        compteurs.write();
        jdbc.sql("truncate mesure.compteur, mesure.marque, mesure.semaine").update();
        castans = visites.personnel("11", "300101");
        curie = context.getBean(Reperes.class).ecole("0110358E");
    }

    @Test
    void saysNoPartThatTheOthersWouldTell() {
        venus("PARENT", 20, 40);
        venus("ENSEIGNANT", 6, 8);
        venus("ELEVE", 3, 30);
        opened("PARENT", "SMARTPHONE", 40);
        opened("ENSEIGNANT", "ORDINATEUR", 9);
        opened("ELEVE", "TABLETTE", 3);
        var csv = csv(castans);
        assertThat(cell(csv, "visites_eleve")).isEmpty();
        assertThat(cell(csv, "visites_enseignant")).as("the next smallest").isEmpty();
        assertThat(cell(csv, "visites_parent")).isEqualTo("40");
        assertThat(cell(csv, "utilisateurs_enseignant")).isEqualTo("6");
        assertThat(cell(csv, "utilisateurs_globales")).isEmpty();
        assertThat(cell(csv, "visites_tablette")).isEmpty();
        assertThat(cell(csv, "visites_ordinateur")).isEmpty();
        assertThat(visites.page(castans, "/usages")).contains("non dit", "moins de 5");
    }

    /// Four weeks less three of them.
    @Test
    void addsNoWeekUpThatItDoesNotSay() {
        service(1, 20);
        service(2, 21);
        service(3, 3);
        service(4, 22);
        var page = visites.page(castans, "/usages");
        assertThat(page).contains("<span>Mots aux familles</span><b>63</b>").doesNotContain("<b>66</b>");
        service(0, 30);
        assertThat(visites.page(castans, "/usages"))
                .as("the week under way tells what happened between two looks")
                .contains("<span>Mots aux familles</span><b>63</b>");
        var monday = Compteurs.monday(LocalDate.now(clock));
        assertThat(visites.get(castans, "/usages/semaine?semaine=" + monday)).hasStatus(404);
    }

    private void service(int weeks, int visites) {
        jdbc.sql("""
                        insert into mesure.compteur
                        values (:ecole, :jour, 9, 'PARENT', 'CAHIER_LIAISON', 'ORDINATEUR', 0, :n, :n)
                        """)
                .param("ecole", curie)
                .param("jour", Compteurs.monday(LocalDate.now(clock)).minusWeeks(weeks))
                .param("n", visites)
                .update();
    }

    @Test
    void countsNoMoreWhoCameThanThereAre() {
        venus("PARENT", 24, 20);
        assertThat(visites.page(castans, "/usages"))
                .contains("20 <span class=\"ent-doux\">(100 sur 100)</span>")
                .doesNotContain("24 <span");
    }

    @Test
    void hasMoreVisitsThanPeopleInTheDemonstration() {
        jdbc.sql("delete from mesure.semaine").update();
        decor.install(new Monde() {

            @Override
            public LocalDate jour() {
                return LocalDate.now(clock);
            }

            @Override
            public List<Personnage> distribution() {
                return List.of();
            }
        });
        assertThat(jdbc.sql("""
                        select count(*) from mesure.semaine s
                         where s.venus > coalesce((select sum(c.entrees) from mesure.compteur c
                                                    where c.ecole_id = s.ecole_id and c.profil = s.profil
                                                      and c.jour between s.semaine and s.semaine + 6), 0)
                        """).query(Integer.class).single()).isZero();
    }

    private void opened(String profil, String appareil, int visites) {
        jdbc.sql("insert into mesure.compteur values (:ecole, :jour, 9, :profil, 'PAGE_ENT', :appareil, :n, :n, :n)")
                .param("ecole", curie)
                .param("jour", Compteurs.monday(LocalDate.now(clock)).minusWeeks(1))
                .param("profil", profil)
                .param("appareil", appareil)
                .param("n", visites)
                .update();
    }

    private void venus(String profil, int venus, int inscrits) {
        jdbc.sql("insert into mesure.semaine values (:ecole, :semaine, :profil, :venus, :inscrits)")
                .param("ecole", curie)
                .param("semaine", Compteurs.monday(LocalDate.now(clock)).minusWeeks(1))
                .param("profil", profil)
                .param("venus", venus)
                .param("inscrits", inscrits)
                .update();
    }

    private String csv(UUID reader) {
        var answer = visites.get(
                reader,
                "/usages/semaine?semaine="
                        + Compteurs.monday(LocalDate.now(clock)).minusWeeks(1));
        assertThat(answer).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        return Visites.words(answer);
    }

    private static String cell(String csv, String column) {
        var lines = csv.lines().toList();
        int at = List.of(lines.getFirst().split(";", -1)).indexOf(column);
        return lines.get(1).split(";", -1)[at];
    }
}
