package fr.entecole.presences.tableaux;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.presences.Appele;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.CahierDAppel;
import fr.entecole.presences.Dit;
import fr.entecole.presences.Taux;
import fr.entecole.socle.AnneeScolaire;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rates without anybody in them, and the head's year.
@MondeTest
class TauxWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Reperes reperes;

    @Autowired
    Calendriers calendriers;

    @Autowired
    CahierDAppel cahier;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Visites visites;
    UUID mistral;
    UUID classe;
    List<UUID> eleves;
    UUID inspector;
    List<DemiJournee> free;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        mistral = reperes.ecole("0110357D"); // where nobody has called
        classe = jdbc.sql("""
                        select i.classe_id from annuaire.present p join annuaire.inscrit i on i.eleve_id = p.eleve_id
                         where p.ecole_id = :e group by i.classe_id order by count(*) desc limit 1
                        """)
                .param("e", mistral)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        eleves = jdbc.sql("select eleve_id from annuaire.inscrit where classe_id = :c order by eleve_id limit 2")
                .param("c", classe)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
        inspector = visites.agent("Aubrac");
        var today = LocalDate.now(clock);
        free = calendriers.of(mistral).demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1));
    }

    private void call(DemiJournee demi, Dit one, Dit other) {
        cahier.call(
                new Appele(mistral, classe, demi),
                0,
                Map.of(eleves.getFirst(), one, eleves.getLast(), other),
                "",
                new Auteur(UUID.randomUUID(), visites.personnel("11", "300102"), "Claire Estève"),
                clock.instant());
    }

    @Test
    void saysNoRateFromWhichFewerThanFiveCouldBeCounted() {
        assertThat(TauxController.masked(new Taux(400, 0))).contains("moins de cinq");
        assertThat(TauxController.masked(new Taux(400, 4))).contains("moins de cinq");
        assertThat(TauxController.masked(new Taux(400, 5))).contains("98,8");
        assertThat(TauxController.masked(new Taux(10, 6)))
                .as("few who were there")
                .contains("moins de cinq");
        assertThat(TauxController.masked(Taux.RIEN)).contains("moins de cinq");
    }

    /// No count, no total of schools from which one could be taken away, no class, no name.
    @Test
    void showsSchoolsAloneAndNothingToSubtract() {
        call(free.get(0), Dit.PRESENT, Dit.PRESENT);
        call(free.get(1), Dit.ABSENT, Dit.PRESENT);
        var page = visites.page(inspector, "/presences/taux");
        assertThat(page)
                .contains("Frédéric Mistral", "moins de cinq absences")
                .doesNotContain("CM1", "Benali", "Total");
        for (int i = 2; i < 6; i++) {
            call(free.get(i), Dit.ABSENT, Dit.PRESENT);
        }
        assertThat(visites.page(inspector, "/presences/taux"))
                .contains("58,3 %")
                .doesNotContain("Total");
        assertThat(visites.statements(inspector, "/presences/taux")).hasSizeLessThanOrEqualTo(5);
        for (var stranger : List.of(visites.personnel("11", "300102"), visites.responsable("700103"))) {
            assertThat(visites.get(stranger, "/presences/taux")).hasStatus(404);
        }
        var year = "/presences/ecoles/" + reperes.ecole("0110358E") + "/annee";
        var head = visites.personnel("11", "300101");
        assertThat(visites.page(head, year)).contains("CM1 Mme Estève");
        assertThat(visites.statements(head, year)).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.get(visites.personnel("11", "300102"), year)).hasStatus(404);
        assertThat(visites.get(inspector, year)).hasStatus(404);
    }
}
