package fr.entecole.mesure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.mesure.Visites.Pas;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Sceau;
import fr.entecole.socle.contrats.Reserves;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Pages opened in the named world, and their figures as each may read them.
@MondeTest
class UsagesWebTests {

    private static final String TELEPHONE = "Mozilla/5.0 (Linux; Android 14; Pixel 8) Mobile Safari/537.36";

    @Autowired
    ObjectProvider<Reserves> reserves;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Compteurs compteurs;

    @Autowired
    Semaines semaines;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Sceau sceau;

    @Autowired
    Collecteur collecteur;

    @Autowired
    Clock clock;

    Visites visites;
    UUID esteve;
    UUID castans;
    UUID curie;

    @BeforeEach
    void nothingIsCounted() {
        visites = new Visites(context);
        compteurs.write();
        jdbc.sql("truncate mesure.compteur, mesure.marque, mesure.semaine").update();
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        curie = reperes.ecole("0110358E");
    }

    @Test
    void countsNeitherFilesNorRefusalsNorWhatPagesAskByThemselves() {
        assertThat(visites.get(esteve, "/statique/rien.css")).hasStatus(404);
        assertThat(visites.get(esteve, "/travaux")).hasStatus(404);
        assertThat(visites.get(esteve, "/liaison/mots/" + UUID.randomUUID())).hasStatus(404);
        assertThat(mvc.get()
                        .uri("/liaison")
                        .cookie(new EnTantQue(context).personne(esteve))
                        .header("X-Direct", "avis")
                        .exchange())
                .hasStatusOk();
        assertThat(mvc.get().uri("/connexion").exchange()).hasStatusOk();
        compteurs.write();
        assertThat(counted("pages", Cle.PARTOUT)).isZero();
    }

    @Test
    void countsAVisitOnceAndEachOfItsPagesUnderTheServiceOfItsModule() {
        var phone = new EnTantQue(context).personne(esteve);
        for (var path : new String[] {"/", "/liaison", "/liaison", "/aide"}) {
            assertThat(mvc.get()
                            .uri(path)
                            .cookie(phone)
                            .header(HttpHeaders.USER_AGENT, TELEPHONE)
                            .exchange())
                    .hasStatusOk();
        }
        compteurs.write();
        assertThat(counted("entrees", curie))
                .isEqualTo(counted("entrees", Cle.PARTOUT))
                .isLessThanOrEqualTo(1);
        assertThat(of("CAHIER_LIAISON", "pages")).isEqualTo(2);
        assertThat(of("CAHIER_LIAISON", "visites")).isLessThanOrEqualTo(1);
        assertThat(of("PAGE_ENT", "pages")).isEqualTo(2);
        assertThat(jdbc.sql("select distinct appareil from mesure.compteur")
                        .query(String.class)
                        .list())
                .containsExactly("SMARTPHONE");
    }

    @Test
    void addsUpWhatTwoNodesHaveSeen() {
        var someone = Personnages.someone(Profil.PARENT, List.of());
        for (int node = 0; node < 2; node++) {
            var compteurs = new Compteurs(jdbc, transactions, sceau, clock, collecteur, reserves);
            compteurs.add(someone, Service.PAGE_ENT, Appareil.TABLETTE, new Pas(node == 0, true));
            compteurs.add(someone, Service.PAGE_ENT, Appareil.TABLETTE, new Pas(false, false));
            compteurs.write();
            compteurs.write();
        }
        assertThat(jdbc.sql("select entrees || ' ' || visites || ' ' || pages from mesure.compteur")
                        .query(String.class)
                        .list())
                .containsExactly("1 2 4");
    }

    @Test
    void keepsForTheNextTimeWhatCannotBeWritten() {
        var someone = Personnages.someone(Profil.PARENT, List.of());
        var compteurs = new Compteurs(jdbc, transactions, sceau, clock, collecteur, reserves);
        compteurs.add(someone, Service.PAGE_ENT, Appareil.TABLETTE, new Pas(true, true));
        new TransactionTemplate(transactions).executeWithoutResult(all -> {
            jdbc.sql("set transaction read only").update();
            compteurs.write();
            all.setRollbackOnly();
        });
        assertThat(counted("pages", Cle.PARTOUT)).isZero();
        compteurs.write();
        assertThat(counted("pages", Cle.PARTOUT)).isOne();
    }

    @Test
    void costsAPageNothing() {
        assertThat(visites.statements(esteve, "/aide")).noneMatch(sql -> sql.contains("mesure."));
    }

    @Test
    void keepsNothingThatLeadsToWhoCame() {
        assertThat(visites.get(esteve, "/liaison")).hasStatusOk();
        compteurs.write();
        var rows = jdbc.sql("select m::text from mesure.marque m union all select c::text from mesure.compteur c")
                .query(String.class)
                .list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(esteve.toString()));
        assertThat(rows)
                .noneMatch(row ->
                        row.contains(new EnTantQue(context).account(esteve).toString()));
    }

    @Test
    void saysNothingUnderFive() {
        venus("PARENT", 4, 20);
        venus("ENSEIGNANT", 6, 8);
        assertThat(visites.page(castans, "/usages"))
                .contains("moins de 5", "75 sur 100")
                .doesNotContain("20 sur 100");
        var csv = csv(castans);
        assertThat(csv.lines().count()).isEqualTo(2);
        assertThat(cell(csv, "utilisateurs_enseignant")).isEqualTo("6");
        assertThat(cell(csv, "utilisateurs_parent")).isEmpty();
        assertThat(cell(csv, "utilisateurs_globales"))
                .as("the whole would tell the part")
                .isEmpty();
    }

    @Test
    void writesTheColumnsOfTheNationalMeasure() {
        venus("ENSEIGNANT", 6, 8);
        assertThat(csv(castans).lines().findFirst().orElseThrow())
                .startsWith("debutsemaine;uai;academie;visites_globales;utilisateurs_globales;visites_eleve;")
                .contains(";visites_cahier_liaison;", ";visites_smartphone;", ";visites_autreappareil");
    }

    @Test
    void showsAHeadTheirSchoolAloneAndNothingToThoseWhoTeach() {
        assertThat(visites.get(esteve, "/usages")).hasStatus(404);
        assertThat(visites.get(castans, "/usages?ou=" + reperes.ecole("0341406U")))
                .hasStatus(404);
        assertThat(visites.get(castans, "/usages/semaine?semaine=2026-11-16&ou=" + reperes.ecole("0341406U")))
                .hasStatus(404);
        assertThat(visites.get(castans, "/usages/semaine?semaine=hier")).hasStatus4xxClientError();
    }

    @Test
    void keepsFromACommuneWhatTheRegionDoesNotGive() {
        venus("PARENT", 50, 80);
        var puech = visites.agent("Puech");
        assertThat(visites.page(puech, "/usages"))
                .contains("Aucun chiffre à vous montrer", "La région ne vous donne pas ces chiffres.")
                .doesNotContain("63 sur 100");
        assertThat(visites.get(puech, "/usages?ou=" + curie)).hasStatus(404);
        assertThat(visites.get(puech, "/usages/semaine?semaine=2026-11-16")).hasStatus(404);
        assertThat(visites.page(puech, "/")).doesNotContain("Fréquentation");
    }

    @Test
    void countsWhoCameAsANumberOnceTheWeekIsOver() {
        var last = Compteurs.monday(LocalDate.now(clock)).minusWeeks(1);
        for (int mark = 0; mark < 7; mark++) {
            jdbc.sql("insert into mesure.marque values (:semaine, :ecole, 'PARENT', :marque)")
                    .param("semaine", last)
                    .param("ecole", curie)
                    .param("marque", mark)
                    .update();
        }
        semaines.run();
        semaines.run();
        assertThat(jdbc.sql("select venus from mesure.semaine where semaine = :semaine and profil = 'PARENT'")
                        .param("semaine", last)
                        .query(Integer.class)
                        .single())
                .isEqualTo(7);
        assertThat(jdbc.sql("select count(*) from mesure.marque")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select inscrits from mesure.semaine where ecole_id = :ecole and profil = 'ELEVE'")
                        .param("ecole", curie)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void makesAWeekOfDaysThatAreOld() {
        for (int day = 0; day < 3; day++) {
            jdbc.sql("""
                            insert into mesure.compteur values
                            (:ecole, :jour, :heure, 'PARENT', 'PAGE_ENT', 'SMARTPHONE', 2, 3, 4)
                            """)
                    .param("ecole", curie)
                    .param("jour", LocalDate.of(2026, 3, 2).plusDays(day))
                    .param("heure", 8 + day)
                    .update();
        }
        semaines.run();
        assertThat(jdbc.sql(
                                "select jour || ' ' || heure || ' ' || entrees || ' ' || visites || ' ' || pages from mesure.compteur")
                        .query(String.class)
                        .list())
                .containsExactly("2026-03-02 -1 6 9 12");
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

    private long counted(String column, UUID ecole) {
        return jdbc.sql("select coalesce(sum(" + column + "), 0) from mesure.compteur where ecole_id = :ecole")
                .param("ecole", ecole)
                .query(Long.class)
                .single();
    }

    private long of(String service, String column) {
        return jdbc.sql("select coalesce(sum(" + column
                        + "), 0) from mesure.compteur where ecole_id = :ecole and service = :service")
                .param("ecole", curie)
                .param("service", service)
                .query(Long.class)
                .single();
    }
}
