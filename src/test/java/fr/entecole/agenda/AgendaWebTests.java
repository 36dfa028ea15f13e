package fr.entecole.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.agenda.TenueDeLAgenda.Auteur;
import fr.entecole.agenda.TenueDeLAgenda.Date;
import fr.entecole.agenda.TenueDeLAgenda.Propos;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The CM1 of Claire Estève, its families, its school; each test writes an event of its own.
@MondeTest
class AgendaWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Calendriers calendriers;

    @Autowired
    TenueDeLAgenda tenue;

    @Autowired
    Comptes comptes;

    @Autowired
    Clock clock;

    Visites visites;
    UUID curie;
    UUID cm1;
    UUID esteve;
    UUID castans;
    UUID samira;
    UUID karim;
    UUID yvan;
    Public familles;
    LocalDate today;
    LocalDate day;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = responsable("SAMIRA", "BENALI");
        karim = responsable("KARIM", "BENALI");
        yvan = responsable("YVAN", "GALY");
        familles = Public.ofClasse(curie, cm1, Qui.RESPONSABLES);
        today = LocalDate.now(clock);
        day = today.plusDays(3);
    }

    // --- read ----------------------------------------------------------------------------------------------------

    @Test
    void hidesTheEventFromAllButThePeopleOfTheClass() {
        var id = publish("Au théâtre", familles);
        for (var stranger : List.of(
                yvan,
                responsable("OLENA", "KOVALENKO"),
                visites.personnel("11", "300105"),
                visites.personnel("11", "300116"),
                eleve("INES", "BENALI"))) {
            assertThat(visites.get(stranger, path(id))).hasStatus(404);
            assertThat(visites.page(stranger, month())).doesNotContain("Au théâtre");
        }
        assertThat(visites.page(samira, path(id))).contains("Au théâtre", "Inès");
        assertThat(visites.page(samira, month())).contains("Au théâtre", "Inès");
        assertThat(visites.page(esteve, month())).contains("Au théâtre", "CM1");
        assertThat(visites.page(castans, month())).contains("Au théâtre");
    }

    @Test
    void showsThePupilsWhatIsForThemToo() {
        var id = publish("Le cirque", familles, new Public(familles.etendue(), Qui.ELEVES, curie, familles.cibles()));
        assertThat(visites.page(eleve("INES", "BENALI"), path(id))).contains("Le cirque");
        assertThat(visites.page(eleve("INES", "BENALI"), month())).contains("Le cirque", "L’agenda de ta classe");
    }

    /// Younes is in nursery school: his page is his week, each day with an ear.
    @Test
    void showsThoseWhoDoNotReadTheirWeek() {
        var daudet = reperes.ecole("0110359F");
        var ms = Public.ofClasse(daudet, reperes.classe("11", "521"), Qui.RESPONSABLES);
        tenue.publish(
                EvenementAccess.withPupils(List.of(ms)),
                new Propos(Genre.FETE, "Le carnaval", "", ""),
                List.of(new Date(today, today, null, null)),
                auteur(esteve),
                clock.instant(),
                false);
        var younes = eleve("YOUNES", "BENALI");
        assertThat(visites.page(younes, "/agenda")).contains("Ta semaine", "Le carnaval", "Écouter");
        assertThat(visites.page(younes, "/")).contains("La semaine");
    }

    @Test
    void hidesWhatIsForTheTeamFromFamiliesAndWhatIsForAFamilyFromColleagues() {
        var team = publish("Conseil de cycle", Public.ofEcole(curie, Qui.EQUIPE));
        assertThat(visites.get(samira, path(team))).hasStatus(404);
        assertThat(visites.page(visites.personnel("11", "300105"), path(team))).contains("Conseil de cycle");
        var one = publish("Un entretien", Public.ofEleves(curie, Set.of(eleve("INES", "BENALI")), Qui.RESPONSABLES));
        assertThat(visites.get(visites.personnel("11", "300105"), path(one))).hasStatus(404);
        assertThat(visites.page(karim, path(one))).contains("Un entretien");
        assertThat(visites.page(esteve, path(one))).contains("Un entretien");
    }

    @Test
    void tellsAuthorityLostAtTheNextPage() {
        var id = publish("La kermesse", familles);
        assertThat(visites.page(karim, path(id))).contains("La kermesse");
        var restriction = keepOut(karim, "INES", "BENALI");
        assertThat(visites.get(karim, path(id))).hasStatus(404);
        assertThat(visites.page(karim, month())).doesNotContain("La kermesse");
        assertThat(visites.page(samira, month())).contains("La kermesse");
        lift(restriction);
    }

    @Test
    void makesOneAgendaOfTwoChildrenAndTwoSchools() {
        var daudet = reperes.ecole("0110359F");
        var ms = reperes.classe("11", "521");
        publish("Jour des grands", familles);
        tenue.publish(
                List.of(Public.ofClasse(daudet, ms, Qui.RESPONSABLES)),
                new Propos(Genre.FETE, "Jour des petits", "", ""),
                List.of(new Date(day, day, null, null)),
                auteur(esteve),
                clock.instant(),
                false);
        assertThat(visites.page(samira, month())).contains("Jour des grands", "Jour des petits", "Inès", "Younes");
        var ines = eleve("INES", "BENALI");
        assertThat(visites.page(samira, month() + "&enfant=" + ines))
                .contains("Jour des grands")
                .doesNotContain("Jour des petits");
        assertThat(visites.get(samira, "/agenda?enfant=" + eleve("ZOE", "DELMAS")))
                .hasStatus(404);
    }

    @Test
    void keepsToItsStatementsWhateverTheView() {
        publish("Pour compter", familles);
        for (var vue : List.of("venir", "liste", "mois", "semaine")) {
            for (var who : List.of(samira, esteve, castans)) {
                var asked = visites.statements(who, "/agenda?vue=" + vue);
                assertThat(asked).hasSize(1);
                assertThat(ComptageSql.each(asked)).hasSizeLessThanOrEqualTo(5);
            }
        }
        assertThat(visites.statements(samira, "/agenda/abonnement")).hasSizeLessThanOrEqualTo(3);
        var id = publish("Pour compter encore", familles);
        assertThat(visites.statements(samira, path(id))).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(esteve, path(id))).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void showsHolidaysAndPublicHolidaysOfTheSchool() {
        assertThat(visites.page(samira, "/agenda?jour=2026-12"))
                .contains("Vacances de Noël", "jusqu’au", "Noël", "Jour férié");
        assertThat(visites.page(samira, "/agenda?vue=mois&jour=2026-12"))
                .contains("<th scope=\"col\" role=\"columnheader\">Lundi</th>", "Vacances de Noël");
        assertThat(visites.page(samira, "/agenda?vue=semaine&jour=2026-12-22"))
                .contains("Semaine du 21 décembre 2026", "Vacances de Noël");
    }

    @Test
    void answersWhateverIsAskedOfDays() {
        for (var jour : List.of("2026-02-31", "hier", "9999-99", "1899-01-01", "2026-13-01", "-1", "0000-00")) {
            assertThat(visites.get(samira, "/agenda?vue=mois&jour=" + jour)).hasStatusOk();
            assertThat(visites.get(samira, "/agenda?vue=%22&jour=" + jour)).hasStatusOk();
        }
    }

    // --- written -------------------------------------------------------------------------------------------------

    @Test
    void refusesWhatIsNotTheirsToWrite() {
        var families = Public.ofEcole(curie, Qui.RESPONSABLES).code();
        assertThat(post(esteve, "Pour tous", families)).hasStatus(404);
        assertThat(post(visites.personnel("11", "300105"), "Pour le CM1", familles.code()))
                .hasStatus(404);
        assertThat(post(samira, "Pour le CM1", familles.code())).hasStatus(404);
        assertThat(count("Pour tous") + count("Pour le CM1")).isZero();
        assertThat(post(castans, "Pour tous", families)).hasStatus(303);
    }

    @Test
    void saysWhatIsToBeCorrected() {
        var answer = visites.post(
                esteve,
                "/agenda/evenements",
                "titre",
                "",
                "jour",
                "2020-01-01",
                "debut",
                "16:00",
                "fin",
                "15:00",
                "geste",
                "publier");
        assertThat(answer).hasStatus(422);
        assertThat(Visites.words(answer))
                .contains(
                        "Choisissez ce que c’est.",
                        "Écrivez un titre",
                        "Choisissez un jour à venir",
                        "Écrivez une heure de fin après celle du début.",
                        "Choisissez pour qui est cette date.");
        var long_ = post(
                esteve,
                "Trois jours",
                familles.code(),
                "jusquau",
                day.plusDays(40).toString());
        assertThat(long_).hasStatus(422);
        assertThat(Visites.words(long_)).contains("dans le mois qui suit");
    }

    @Test
    void publishesForAClassAndRingsTheBell() {
        assertThat(post(esteve, "La photo de classe", familles.code(), "prevenir", "true", "eleves", "true"))
                .hasStatus(303);
        var id = evenement("La photo de classe");
        assertThat(visites.page(samira, path(id))).contains("La photo de classe", "Cette date disparaîtra le");
        assertThat(visites.page(eleve("INES", "BENALI"), path(id))).contains("La photo de classe");
        assertThat(jdbc.sql("select adresse from notifications.depot where chose = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly(path(id));
    }

    @Test
    void skipsHolidaysInsideAWeeklyEventAndAsksBefore() {
        var monday = LocalDate.of(2026, 12, 7).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        if (monday.isBefore(today)) {
            return; // the world of 2026-2027 is over
        }
        var until = LocalDate.of(2027, 1, 11).toString();
        var fields = new String[] {"jour", monday.toString(), "repete", until, "debut", "09:00"};
        var asked = post(esteve, "Dictée du lundi", familles.code(), fields);
        assertThat(asked).hasStatusOk();
        assertThat(Visites.words(asked))
                .contains("2 jours sans classe sont sautés", "Publier ces dates", "<li>lundi 4 janvier</li>");
        assertThat(count("Dictée du lundi")).isZero();
        assertThat(post(
                        esteve,
                        "Dictée du lundi",
                        familles.code(),
                        "jour",
                        monday.toString(),
                        "repete",
                        until,
                        "debut",
                        "09:00",
                        "geste",
                        "confirmer"))
                .hasStatus(303);
        assertThat(jdbc.sql("select jour from agenda.seance where evenement_id = ? order by jour")
                        .param(evenement("Dictée du lundi"))
                        .query(LocalDate.class)
                        .list())
                .containsExactly(
                        LocalDate.of(2026, 12, 7),
                        LocalDate.of(2026, 12, 14),
                        LocalDate.of(2027, 1, 4),
                        LocalDate.of(2027, 1, 11));
    }

    @Test
    void keepsWhatWasTypedInASecondTabAndSaysWhatTheFirstWrote() {
        var id = publish("Le stade", familles);
        var change = path(id) + "/changement";
        assertThat(changed(change, "Le stade municipal", "1")).hasStatus(303);
        var second = changed(change, "Le gymnase", "1");
        assertThat(second).hasStatus(409);
        assertThat(Visites.words(second)).contains("changée entre-temps", "Le stade municipal", "Le gymnase");
        assertThat(visites.page(samira, path(id))).contains("Le stade municipal");
        assertThat(changed(change, "Le gymnase", "2")).hasStatus(303);
        assertThat(visites.page(samira, path(id))).contains("Le gymnase");
    }

    @Test
    void showsACancelledDateAsSuchAndTellsIt() {
        var id = publish("La patinoire", familles);
        assertThat(visites.post(samira, path(id) + "/annulation")).hasStatus(404);
        assertThat(visites.post(esteve, path(id) + "/annulation")).hasStatus(303);
        assertThat(visites.page(samira, path(id))).contains("Annulé");
        assertThat(visites.page(samira, month())).contains("<b>Annulé :</b>", "La patinoire");
        jdbc.sql("update agenda.seance set jour = :hier, dernier = :hier where evenement_id = :id")
                .param("hier", today.minusDays(1))
                .param("id", id)
                .update();
        assertThat(visites.page(samira, "/agenda?vue=semaine&jour=" + today.minusDays(1)))
                .doesNotContain("La patinoire");
    }

    @Test
    void saysOnceThatItIsCancelledAndTakesItBack() {
        var id = publish("Le rugby", familles);
        assertThat(visites.post(samira, path(id) + "/retablissement", "version", "2"))
                .hasStatus(404);
        assertThat(visites.post(esteve, path(id) + "/annulation"))
                .hasRedirectedUrl(path(id) + "?fait=annule&version=2");
        assertThat(visites.page(esteve, path(id) + "?fait=annule&version=2")).contains("Défaire l’annulation");
        assertThat(visites.page(esteve, path(id))).doesNotContain("Défaire l’annulation");
        assertThat(visites.post(esteve, path(id) + "/annulation")).hasRedirectedUrl(path(id) + "?fait=deja");
        assertThat(visites.page(esteve, path(id) + "?fait=deja")).contains("C’était déjà annulé");
        assertThat(visites.post(esteve, path(id) + "/retablissement", "version", "1"))
                .hasRedirectedUrl(path(id) + "?fait=depasse");
        assertThat(visites.post(esteve, path(id) + "/retablissement", "version", "2"))
                .hasRedirectedUrl(path(id) + "?fait=retabli");
        assertThat(visites.page(samira, path(id))).doesNotContain("Annulé");
    }

    @Test
    void saysThatAChangeHoldsForAllDatesToCome() {
        var once = publish("Le poney", familles);
        assertThat(visites.page(esteve, path(once) + "/changement")).contains("<h1>Changer cette date</h1>");
        var weekly = tenue.publish(
                List.of(familles),
                new Propos(Genre.ACTIVITE, "Le judo", "", ""),
                List.of(new Date(day, day, null, null), new Date(day.plusWeeks(1), day.plusWeeks(1), null, null)),
                auteur(esteve),
                clock.instant(),
                false);
        assertThat(visites.page(esteve, path(weekly) + "/changement"))
                .contains("<h1>Changer toutes les dates à venir</h1>");
    }

    @Test
    void saysOnHomesWhatIsTodayAndOnTheBoardItsHours() {
        tenue.publish(
                List.of(familles),
                new Propos(Genre.ACTIVITE, "Escrime du jour", "", ""),
                List.of(new Date(today, today, LocalTime.of(23, 15), null)),
                auteur(esteve),
                clock.instant(),
                false);
        assertThat(visites.page(samira, "/")).contains("À l’agenda", "Escrime du jour", "href=\"/agenda\"");
        assertThat(visites.page(esteve, "/")).contains("Programme du jour", "<b>23 h 15</b> Escrime du jour");
        assertThat(visites.page(castans, "/")).containsPattern("<b>23 h 15</b> Escrime du jour · CM1");
        assertThat(visites.page(yvan, "/")).doesNotContain("Escrime du jour");
    }

    /// In the evening, this morning is no news.
    @Test
    void saysOnHomesNothingOfWhatIsOver() {
        tenue.publish(
                List.of(familles),
                new Propos(Genre.ACTIVITE, "Escrime de la nuit", "", ""),
                List.of(new Date(today, today, LocalTime.MIDNIGHT, LocalTime.of(0, 0, 1))),
                auteur(esteve),
                clock.instant(),
                false);
        assertThat(visites.page(samira, "/")).doesNotContain("Escrime de la nuit");
        assertThat(visites.page(esteve, "/")).doesNotContain("Escrime de la nuit");
        assertThat(visites.page(samira, "/agenda?vue=semaine&jour=" + today)).contains("Escrime de la nuit");
    }

    @Test
    void isFoundByItsWords() {
        publish("Spectacle de marionnettes", familles);
        var hers = visites.post(samira, "/recherche", "mots", "marionnette");
        assertThat(hers).hasStatusOk();
        assertThat(Visites.words(hers)).contains("Spectacle de marionnettes", "L’agenda");
        var his = visites.post(yvan, "/recherche", "mots", "marionnette");
        assertThat(his).hasStatusOk();
        assertThat(Visites.words(his)).doesNotContain("Spectacle de marionnettes");
    }

    @Test
    void printsTheMonth() {
        publish("À imprimer", familles);
        var answer = visites.post(samira, "/agenda/impression", "jour", day.toString());
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        assertThat(answer.getResponse().getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
    }

    // --- birthdays -----------------------------------------------------------------------------------------------

    @Test
    void showsBirthdaysToThoseWhomTheHeadNamedAndNeverTheYear() {
        var born = jdbc.sql("select date_naissance from annuaire.eleve where id = ?")
                .param(eleve("INES", "BENALI"))
                .query(LocalDate.class)
                .single();
        var next = born.withYear(2027);
        var page = "/agenda?vue=semaine&jour=" + next;
        set("PERSONNE");
        for (var who : List.of(esteve, karim, eleve("ILYES", "AMARA"))) {
            assertThat(visites.page(who, page)).doesNotContain("Anniversaire");
        }
        set("ENSEIGNANTS");
        assertThat(visites.page(esteve, page)).contains("Anniversaire d’Inès").doesNotContain("" + born.getYear());
        assertThat(visites.page(karim, page)).doesNotContain("Anniversaire d’Inès");
        set("ELEVES");
        assertThat(visites.page(eleve("ILYES", "AMARA"), page)).contains("Anniversaire d’Inès");
        assertThat(visites.page(karim, page)).doesNotContain("Anniversaire d’Inès");
        set("FAMILLES");
        assertThat(visites.page(karim, page)).contains("Anniversaire d’Inès");
        assertThat(visites.page(visites.personnel("11", "300105"), page)).doesNotContain("Anniversaire d’Inès");
        assertThat(visites.get(esteve, "/agenda/anniversaires")).hasStatus(404);
    }

    private void set(String pour) {
        assertThat(visites.post(castans, "/agenda/anniversaires/" + curie, "pour", pour))
                .hasStatus(303);
    }

    private UUID publish(String titre, Public... pour) {
        return tenue.publish(
                List.of(pour),
                new Propos(Genre.SORTIE, titre, "", ""),
                List.of(new Date(day, day, LocalTime.of(9, 0), LocalTime.of(11, 30))),
                auteur(esteve),
                clock.instant(),
                false);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(
            UUID who, String titre, String pour, String... more) {
        var fields = new java.util.ArrayList<>(List.of("genre", "SORTIE", "titre", titre, "pour", pour));
        var given = List.of(more);
        if (!given.contains("jour")) {
            fields.addAll(List.of("jour", day.toString()));
        }
        fields.addAll(given);
        return visites.post(who, "/agenda/evenements", fields.toArray(String[]::new));
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult changed(
            String path, String titre, String version) {
        return visites.post(
                esteve, path, "genre", "SORTIE", "titre", titre, "jour", day.toString(), "version", version);
    }

    private int count(String titre) {
        return jdbc.sql("select count(*) from agenda.evenement where titre = ?")
                .param(titre)
                .query(Integer.class)
                .single();
    }

    private UUID evenement(String titre) {
        return jdbc.sql("select id from agenda.evenement where titre = ?")
                .param(titre)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private Auteur auteur(UUID personne) {
        return new Auteur(comptes.ofPersonne(personne).orElseThrow(), personne);
    }

    private String month() {
        return "/agenda?jour=" + day;
    }

    private static String path(UUID id) {
        return "/agenda/evenements/" + id;
    }

    private UUID keepOut(UUID responsable, String prenom, String nom) {
        var id = jdbc.sql("""
                        insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le)
                        values (:eleve, :responsable, current_date - 1, 'jugement', clock_timestamp()) returning id
                        """)
                .param("eleve", eleve(prenom, nom))
                .param("responsable", responsable)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        return id;
    }

    private void lift(UUID restriction) {
        jdbc.sql("delete from annuaire.restriction where id = :id")
                .param("id", restriction)
                .update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private UUID responsable(String prenom, String nom) {
        return id("annuaire.responsable", prenom, nom);
    }

    private UUID eleve(String prenom, String nom) {
        return id("annuaire.eleve", prenom, nom);
    }

    private UUID id(String table, String prenom, String nom) {
        return jdbc.sql(
                        "select id from " + table
                                + " where annuaire.cle(prenom) = annuaire.cle(:prenom) and annuaire.cle(nom) = annuaire.cle(:nom)")
                .param("prenom", prenom)
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
