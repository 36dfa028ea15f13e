package fr.entecole.presences.tableaux;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.Appele;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.CahierDAppel;
import fr.entecole.presences.Choix.Quoi;
import fr.entecole.presences.Dit;
import fr.entecole.presences.Taux;
import fr.entecole.presences.services.Servis;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.DonneesPersonnelles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

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
    Servis servis;

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
        assertThat(visites.page(visites.agent("Puech"), "/presences/taux"))
                .contains("Frédéric Mistral", "moins de cinq absences")
                .doesNotContain("CM1", "Benali");
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
        assertThat(visites.page(head, year))
                .contains("CM1 Mme Estève")
                .containsPattern("<svg class=\"ent-barres\"[^>]*aria-hidden=\"true\"")
                .as("what the drawing says, in a table")
                .containsPattern(
                        "(?s)Présence par classe et par jour de la semaine.*<td[^>]*data-t=\"lundi\"[^>]*>[0-9,]+ %");
        assertThat(visites.statements(head, year)).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.get(visites.personnel("11", "300102"), year)).hasStatus(404);
        assertThat(visites.get(inspector, year)).hasStatus(404);
    }

    private MvcTestResult settle(String... fields) {
        return visites.post(
                visites.personnel("11", "300101"),
                "/presences/ecoles/" + reperes.ecole("0110358E") + "/reglages",
                fields);
    }

    private void serve(Appele quoi, Set<UUID> eleves) {
        servis.say(
                quoi,
                Quoi.CANTINE,
                eleves,
                new Auteur(UUID.randomUUID(), visites.personnel("11", "300102"), "Claire Estève"),
                clock.instant());
    }

    /// A figure everywhere, and names where the commune serves, as long as the head says so.
    @Test
    void readsWhoEatsWhereTheHeadSaysThatTheCommuneServes() {
        var curie = reperes.ecole("0110358E");
        var ines = visites.eleve("500101");
        var puech = visites.agent("Puech");
        var today = new DemiJournee(LocalDate.now(clock), Moment.MATIN);
        var names = "/presences/ecoles/" + curie + "/services";
        cahier.count(
                new Appele(curie, reperes.classe("11", "514"), today),
                Map.of(Quoi.CANTINE, 12),
                new Auteur(UUID.randomUUID(), visites.personnel("11", "300102"), "Claire Estève"),
                clock.instant());
        assertThat(visites.page(puech, "/presences/taux"))
                .as("what the school does not count")
                .doesNotContain("À la cantine");
        assertThat(settle("sert", "NOMS_CANTINE")).as("what is counted alone").hasStatus(422);
        assertThat(settle("quoi", "CANTINE")).hasStatus(303);
        try {
            assertThat(visites.page(puech, "/presences/taux")).contains("À la cantine : 12");
            serve(new Appele(curie, reperes.classe("11", "514"), today), Set.of(ines));
            assertThat(visites.page(puech, "/presences/taux"))
                    .contains("À la cantine : 1", "jamais un élève")
                    .doesNotContain(names, "Benali");
            assertThat(visites.get(puech, names)).hasStatus(404);
            assertThat(settle("quoi", "CANTINE", "sert", "NOMS_CANTINE")).hasStatus(303);
            assertThat(visites.page(visites.personnel("11", "300101"), "/presences/ecoles/" + curie + "/reglages"))
                    .contains("value=\"NOMS_CANTINE\" checked", "elle lit les noms", "cinq semaines");
            assertThat(visites.page(puech, "/presences/taux"))
                    .contains("À la cantine : 1", names)
                    .doesNotContain("Benali", "jamais un élève");
            assertThat(visites.statements(puech, "/presences/taux")).hasSizeLessThanOrEqualTo(5);
            assertThat(visites.page(puech, names))
                    .contains("Qui mange à la cantine · 1", "CM1 Mme Estève", "Benali, Inès")
                    .contains(
                            "Vous lisez ces noms parce que",
                            Dates.words(today.jour().plusDays(36)))
                    .doesNotContain("Qui reste à la garderie", "Galy");
            assertThat(visites.statements(puech, names)).hasSizeLessThanOrEqualTo(5);
            assertThat(visites.post(puech, names + "/impression")).hasStatusOk();
            for (var stranger : List.of(
                    visites.agent("Rascol"),
                    inspector,
                    visites.personnel("11", "300102"),
                    visites.responsable("700103"))) {
                assertThat(visites.get(stranger, names)).hasStatus(404);
                assertThat(visites.post(stranger, names + "/impression")).hasStatus(404);
            }
            assertThat(settle("quoi", "CANTINE")).hasStatus(303);
            assertThat(visites.get(puech, names))
                    .as("once the head has closed it")
                    .hasStatus(404);
            assertThat(visites.post(puech, names + "/impression")).hasStatus(404);
            assertThat(visites.page(puech, "/presences/taux"))
                    .contains("À la cantine : 1")
                    .doesNotContain(names);
            assertThat(jdbc.sql(
                                    "select action from journal.fait_ecole where ecole_id = :e and action like 'noms-%' order by fait_le, fait_id")
                            .param("e", curie)
                            .query(String.class)
                            .list())
                    .containsExactly("noms-ouverts", "noms-fermes");
        } finally {
            jdbc.sql("delete from presences.servi").update();
            jdbc.sql("delete from presences.nombre").update();
            assertThat(settle()).hasStatus(303);
        }
    }

    @Test
    void forgetsWhoAteAfterFiveWeeksAndWithTheChild() {
        var quoi = new Appele(mistral, classe, free.getLast());
        var purged = LocalDate.now(clock).minusDays(36);
        serve(quoi, Set.copyOf(eleves));
        serve(new Appele(mistral, classe, new DemiJournee(purged, Moment.MATIN)), Set.copyOf(eleves));
        serve(new Appele(mistral, classe, new DemiJournee(purged.plusDays(1), Moment.MATIN)), Set.copyOf(eleves));
        donnees().purge();
        assertThat(jdbc.sql("select distinct jour from presences.servi where ecole_id = :e order by 1")
                        .param("e", mistral)
                        .query(LocalDate.class)
                        .list())
                .containsExactly(purged.plusDays(1), free.getLast().jour());
        assertThat(donnees().export(eleves.getFirst()).toString()).contains("services", "CANTINE");
        donnees().erase(eleves.getFirst());
        assertThat(donnees().export(eleves.getFirst())).doesNotContainKey("services");
        assertThat(servis.proposed(quoi, Quoi.CANTINE)).containsExactly(eleves.getLast());
        jdbc.sql("delete from presences.servi").update();
        jdbc.sql("delete from presences.nombre").update();
    }

    private DonneesPersonnelles donnees() {
        return context.getBeansOfType(DonneesPersonnelles.class).values().stream()
                .filter(d -> d.schema().equals("presences"))
                .findFirst()
                .orElseThrow();
    }
}
