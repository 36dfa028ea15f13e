package fr.entecole.presences;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.services.Servis;
import fr.entecole.socle.AnneeScolaire;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The CM1 of Claire Estève; each test calls a half-day of its own.
@MondeTest
class AppelWebTests {

    private static final int REFUSED = 422;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Calendriers calendriers;

    @Autowired
    CahierDAppel cahier;

    @Autowired
    Servis servis;

    @Autowired
    Clock clock;

    Visites visites;
    UUID curie;
    UUID cm1;
    UUID esteve;
    UUID castans;
    UUID ines;
    UUID timeo;
    DemiJournee demi;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        ines = visites.eleve("500101");
        timeo = visites.eleve("500110");
        var today = LocalDate.now(clock);
        var free = new ArrayList<>(
                calendriers.of(curie).demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1)));
        free.removeIf(d -> cahier.feuille(new Appele(curie, cm1, d)).numero() > 0);
        demi = free.getLast();
    }

    private String path() {
        return "/presences/ecoles/" + curie + "/classes/" + cm1 + "/appel";
    }

    private String shown() {
        return path() + "?jour=" + demi.jour() + "&moment=" + demi.moment();
    }

    private MvcTestResult call(UUID who, int version, String... fields) {
        var all = new ArrayList<>(List.of(
                "jour", demi.jour().toString(), "moment", demi.moment().name(), "version", String.valueOf(version)));
        all.addAll(List.of(fields));
        return visites.post(who, path(), all.toArray(String[]::new));
    }

    /// The form comes back.
    private String refused(UUID who, int version, String... fields) {
        var answer = call(who, version, fields);
        assertThat(answer).hasStatus(REFUSED);
        return Visites.words(answer);
    }

    private Feuille feuille() {
        return cahier.feuille(new Appele(curie, cm1, demi));
    }

    /// A replacement, an AESH, an ATSEM: the roll and who is here, where the head lets the whole team call.
    @Test
    void letsTheTeamCallAndGatherWhereTheHeadSaysSo() {
        var calas = jdbc.sql(
                        "select id from annuaire.personnel where upper(nom) = 'CALAS' and upper(prenom) = 'PASCALE'")
                .query(UUID.class)
                .single();
        var reglages = "/presences/ecoles/" + curie + "/reglages";
        var exercices = "/presences/ecoles/" + curie + "/exercices";
        assertThat(visites.page(calas, "/")).doesNotContain("/presences");
        assertThat(visites.get(calas, shown())).hasStatus(404);
        assertThat(visites.page(calas, "/presences/evacuation")).doesNotContain("Benali");
        assertThat(visites.post(calas, exercices, "genre", "INCENDIE")).hasStatus(404);
        assertThat(visites.post(castans, reglages, "quoi", "EQUIPE")).hasStatus(303);
        try {
            assertThat(visites.page(calas, "/")).contains("href=\"/presences\"", "href=\"/presences/evacuation\"");
            assertThat(call(calas, 0, "e-" + ines, "present")).hasStatus(303);
            assertThat(visites.page(calas, "/presences/evacuation")).contains("Benali");
            assertThat(visites.page(visites.personnel("11", "300105"), "/presences/evacuation"))
                    .as("who teaches gathers their class")
                    .doesNotContain("Benali");
            assertThat(visites.post(
                            calas,
                            "/presences/ecoles/" + reperes.ecole("0110357D") + "/exercices",
                            "genre",
                            "INCENDIE"))
                    .hasStatus(404);
            assertThat(visites.post(calas, exercices, "genre", "INCENDIE")).hasStatus(303);
        } finally {
            jdbc.sql("delete from presences.exercice").update();
            assertThat(visites.post(castans, reglages)).hasStatus(303);
        }
        assertThat(visites.get(calas, shown())).hasStatus(404);
    }

    @Test
    void isNothingForWhoDoesNotTeachTheClass() {
        for (var stranger : List.of(
                visites.personnel("11", "300105"),
                visites.personnel("11", "300116"),
                ines,
                visites.responsable("700103"),
                visites.agent("Puech"))) {
            assertThat(visites.get(stranger, shown())).hasStatus(404);
            assertThat(call(stranger, 0, "e-" + ines, "absent")).hasStatus(404);
        }
        assertThat(feuille().numero()).isZero();
    }

    @Test
    void refusesADayToComeAndAClassOfAnotherSchool() {
        demi = new DemiJournee(LocalDate.now(clock).plusDays(1), Moment.MATIN);
        assertThat(visites.get(esteve, shown())).hasStatus(404);
        assertThat(visites.get(
                        castans, "/presences/ecoles/" + curie + "/classes/" + reperes.classe("11", "521") + "/appel"))
                .hasStatus(404);
        assertThat(visites.get(esteve, path() + "?jour=2026-13-45&moment=MATIN"))
                .hasStatus(404);
        assertThat(visites.get(esteve, path() + "?jour=2026-11-20&moment=SOIR")).hasStatus(404);
    }

    @Test
    void saysEveryoneIsThereUntilSomebodyTouches() {
        var page = visites.page(esteve, shown());
        assertThat(page).contains("L’appel n’est pas encore fait", "Tout le monde est présent", "Valider l’appel");
        assertThat(page).contains("name=\"e-" + ines + "\" value=\"present\" checked");
        assertThat(visites.statements(esteve, shown())).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void keepsWhatWasSaidAndWhatCorrectedIt() {
        var soon = calendriers.of(curie).classe(demi).orElseThrow().debut().plusMinutes(35);
        assertThat(call(esteve, 0, "e-" + ines, "absent", "e-" + timeo, "present"))
                .hasStatus(303);
        assertThat(call(esteve, 1, "e-" + ines, "retard", "h-" + ines, soon.toString(), "e-" + timeo, "present"))
                .hasStatus(303);
        assertThat(feuille().at(1)).containsEntry(ines, Dit.ABSENT);
        assertThat(feuille().dits()).containsEntry(ines, Dit.late(soon)).containsEntry(timeo, Dit.PRESENT);
        assertThat(visites.page(esteve, shown()))
                .contains("value=\"" + soon + "\"", "Dernière version")
                .contains("Ce qui a été corrigé (1)")
                .contains("absent → en retard, " + Mots.heure(soon).replace('\u00a0', ' '), "Claire Estève, ");
    }

    @Test
    void takesTheSameFormSentTwiceAsOne() {
        assertThat(call(esteve, 0, "e-" + ines, "absent")).hasStatus(303);
        assertThat(call(esteve, 0, "e-" + ines, "absent")).hasStatus(303);
        assertThat(feuille().numero()).isEqualTo(1);
    }

    @Test
    void putsTwoTeachersSideBySideAndOverwritesNothing() {
        assertThat(call(castans, 0, "e-" + ines, "absent", "e-" + timeo, "present"))
                .hasStatus(303);
        assertThat(refused(esteve, 0, "e-" + ines, "present", "e-" + timeo, "present"))
                .contains("dit « absent », vous disiez « présent »", "Hélène Castans");
        assertThat(feuille().dits()).containsEntry(ines, Dit.ABSENT);
        assertThat(feuille().numero()).isEqualTo(1);
        assertThat(call(esteve, 1, "e-" + ines, "present", "e-" + timeo, "present"))
                .hasStatus(303);
        assertThat(feuille().dits()).containsEntry(ines, Dit.PRESENT);
        assertThat(feuille().at(1)).containsEntry(ines, Dit.ABSENT);
    }

    @Test
    void joinsWhatTwoTeachersSaidOfDifferentChildren() {
        assertThat(call(esteve, 0, "e-" + ines, "present", "e-" + timeo, "present"))
                .hasStatus(303);
        assertThat(call(castans, 1, "e-" + ines, "absent", "e-" + timeo, "present"))
                .hasStatus(303);
        var answer = call(esteve, 1, "e-" + ines, "present", "e-" + timeo, "absent");
        assertThat(answer).hasStatusOk();
        assertThat(Visites.words(answer))
                .contains("sont réunis ici")
                .doesNotContain("vous disiez")
                .containsOnlyOnce("Dit par Hélène Castans, ")
                .contains("id=\"versions-" + demi.jour() + "-" + demi.moment() + "\"");
        assertThat(Visites.words(answer)).contains("name=\"e-" + ines + "\" value=\"absent\" checked");
        assertThat(Visites.words(answer)).contains("name=\"e-" + timeo + "\" value=\"absent\" checked");
    }

    @Test
    void asksWhenALateChildCameOnceTheHalfDayIsOver() {
        assertThat(refused(esteve, 0, "e-" + ines, "retard")).contains("à quelle heure cet enfant est arrivé");
        assertThat(refused(esteve, 0, "e-" + ines, "retard", "h-" + ines, "9 h et quart"))
                .contains("Écrivez l’heure");
        assertThat(feuille().numero()).isZero();
    }

    @Test
    void refusesAnArrivalAfterTheHalfDayAndKeepsWhatWasTyped() {
        var fin = calendriers.of(curie).classe(demi).orElseThrow().fin();
        var late = fin.plusMinutes(1).toString();
        assertThat(refused(esteve, 0, "e-" + ines, "retard", "h-" + ines, late))
                .contains("La demi-journée finit à", "est absent", "value=\"" + late + "\"");
        assertThat(feuille().numero()).isZero();
        assertThat(call(esteve, 0, "e-" + ines, "retard", "h-" + ines, fin.toString()))
                .hasStatus(303);
    }

    @Test
    void takesBackNothingOnceTheHalfDayIsOver() {
        assertThat(call(esteve, 0, "e-" + ines, "absent")).hasStatus(303);
        var answer = visites.post(
                esteve,
                path() + "/retour",
                "jour",
                demi.jour().toString(),
                "moment",
                demi.moment().name(),
                "version",
                "1");
        assertThat(answer).hasStatus(303);
        assertThat(answer.getResponse().getRedirectedUrl()).endsWith("fait=ferme");
        assertThat(feuille().dits()).containsEntry(ines, Dit.ABSENT);
    }

    @Test
    void notesWhoLeavesBeforeTheEndAndOnlyWhoIsThere() {
        var heures = calendriers.of(curie).classe(demi).orElseThrow();
        var at = heures.fin().minusMinutes(50);
        assertThat(call(esteve, 0, "e-" + ines, "present", "e-" + timeo, "absent"))
                .hasStatus(303);
        assertThat(refused(
                        esteve,
                        1,
                        "e-" + ines,
                        "present",
                        "e-" + timeo,
                        "absent",
                        "partant",
                        timeo.toString(),
                        "parti",
                        at.toString()))
                .contains("il ne peut pas partir");
        assertThat(call(
                        esteve,
                        1,
                        "e-" + ines,
                        "present",
                        "e-" + timeo,
                        "absent",
                        "partant",
                        ines.toString(),
                        "parti",
                        at.toString()))
                .hasStatus(303);
        assertThat(feuille().dits()).containsEntry(ines, Dit.PRESENT.leaving(at));
        var later = heures.fin().plusMinutes(1).toString();
        assertThat(refused(esteve, 2, "e-" + ines, "present", "e-" + timeo, "absent", "p-" + ines, later))
                .contains("La demi-journée finit à", "value=\"" + later + "\"");
        assertThat(feuille().numero()).isEqualTo(2);
    }

    @Test
    void saysNothingOfAChildOfAnotherClass() {
        var other = visites.eleve("500102");
        assertThat(call(esteve, 0, "e-" + other, "absent", "e-" + ines, "present"))
                .hasStatus(303);
        assertThat(feuille().dits()).containsOnlyKeys(ines);
    }

    @Test
    void saysInTheAfternoonThatTheMorningIsMissing() {
        var afternoon =
                calendriers
                        .of(curie)
                        .demiJournees(AnneeScolaire.of(LocalDate.now(clock)).debut(), demi.jour())
                        .stream()
                        .filter(d -> d.moment() == Moment.APRES_MIDI)
                        .filter(d -> cahier.feuille(new Appele(curie, cm1, d)).numero() == 0)
                        .filter(d -> cahier.feuille(new Appele(curie, cm1, new DemiJournee(d.jour(), Moment.MATIN)))
                                        .numero()
                                == 0)
                        .findFirst()
                        .orElseThrow();
        demi = afternoon;
        assertThat(visites.page(esteve, shown())).contains("L’appel du matin n’est pas fait.");
        demi = new DemiJournee(afternoon.jour(), Moment.MATIN);
        assertThat(visites.page(esteve, shown())).doesNotContain("L’appel du matin n’est pas fait.");
        assertThat(call(esteve, 0, "e-" + ines, "present")).hasStatus(303);
        demi = afternoon;
        assertThat(visites.page(esteve, shown())).doesNotContain("L’appel du matin n’est pas fait.");
    }

    /// Entered six hours ago on a tablet that was offline: whether that was too early depends on the hour at which this
    /// runs.
    @Test
    void refusesARollBeforeItBeginsAndSaysWhen() {
        var entered = clock.instant().minusSeconds(21_600);
        var today = LocalDate.now(clock);
        for (var early : calendriers.of(curie).demiJournees(today, today)) {
            var opens = Appel.opensAt(calendriers.of(curie), early, entered);
            if (opens.isPresent()) {
                demi = early;
                assertThat(refused(
                                esteve,
                                0,
                                "envoi",
                                UUID.randomUUID().toString(),
                                "age",
                                "21600",
                                "e-" + ines,
                                "absent"))
                        .contains("C’est trop tôt", Mots.heure(opens.get()).replace('\u00a0', ' '));
                assertThat(feuille().numero()).isZero();
            }
        }
    }

    @Test
    void hasNoRollWhereThereIsNoClass() {
        var sunday = LocalDate.now(clock);
        while (sunday.getDayOfWeek() != DayOfWeek.SUNDAY) {
            sunday = sunday.minusDays(1);
        }
        assertThat(visites.page(esteve, path() + "?jour=" + sunday + "&moment=MATIN"))
                .contains("Pas de classe");
        demi = new DemiJournee(sunday, Moment.MATIN);
        assertThat(call(esteve, 0, "e-" + ines, "absent")).hasStatus(404);
    }

    /// The roll with its versions, the children with what stands around it, what was said of them, the class, the
    /// calendar.
    @Test
    void readsARollInFiveStatements() {
        assertThat(ComptageSql.each(visites.statements(esteve, path()))).hasSize(5);
    }

    /// In a school whose months nobody has signed. Whom the roll says absent is left out; the same sent twice is one
    /// list; a child of another class, none.
    @Test
    void saysWhoEatsWhereTheCommuneServes() {
        curie = reperes.ecole("0110359F");
        cm1 = reperes.classe("11", "521");
        var teacher = jdbc.sql("select personnel_id from annuaire.enseigne where classe_id = :c limit 1")
                .param("c", cm1)
                .query(UUID.class)
                .single();
        var head = jdbc.sql("select personnel_id from annuaire.dirige where ecole_id = :e limit 1")
                .param("e", curie)
                .query(UUID.class)
                .single();
        var pupils = jdbc.sql("select eleve_id from annuaire.inscrit where classe_id = :c order by eleve_id limit 2")
                .param("c", cm1)
                .query(UUID.class)
                .list();
        var absent = pupils.getFirst();
        var there = pupils.getLast();
        var today = LocalDate.now(clock);
        demi = calendriers.of(curie).demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1)).stream()
                .filter(d -> d.moment() == Moment.MATIN)
                .reduce((_, last) -> last)
                .orElseThrow();
        var reglages = "/presences/ecoles/" + curie + "/reglages";
        var services = path().replace("/appel", "/services/CANTINE");
        var day = services + "?jour=" + demi.jour();
        assertThat(visites.post(head, reglages, "quoi", "CANTINE")).hasStatus(303);
        try {
            assertThat(visites.page(teacher, shown())).contains("n-CANTINE", "jamais des noms");
            assertThat(visites.get(teacher, day)).as("a figure is all").hasStatus(404);
            assertThat(visites.post(head, reglages, "quoi", "CANTINE", "sert", "NOMS_CANTINE"))
                    .hasStatus(303);
            assertThat(visites.page(teacher, shown()))
                    .contains("pas encore dit", day, "elle lit les noms")
                    .doesNotContain("n-CANTINE", "jamais des noms");
            assertThat(call(teacher, feuille().numero(), "e-" + absent, "absent", "e-" + there, "present"))
                    .hasStatus(303);
            servis.say(
                    new Appele(curie, cm1, new DemiJournee(demi.jour().minusDays(7), Moment.MATIN)),
                    Choix.Quoi.CANTINE,
                    Set.of(absent, there),
                    new Auteur(teacher, teacher, "Quelqu’un"),
                    clock.instant());
            assertThat(visites.page(teacher, day))
                    .contains("Absents, laissés de côté", "value=\"" + there + "\" checked")
                    .doesNotContain("value=\"" + absent + "\"");
            assertThat(visites.statements(teacher, day)).hasSizeLessThanOrEqualTo(5);
            eats(teacher, services, there, absent);
            var rows = served();
            eats(teacher, services, there);
            assertThat(served()).as("nothing is written twice").isEqualTo(rows);
            assertThat(visites.page(teacher, shown())).contains("<span>1</span>");
            assertThat(visites.post(
                            teacher,
                            services,
                            "jour",
                            demi.jour().toString(),
                            "eleve",
                            there.toString(),
                            "eleve",
                            ines.toString()))
                    .hasStatus(404);
            assertThat(served()).as("all or nothing").isEqualTo(rows);
            eats(head, services);
            assertThat(visites.page(teacher, day))
                    .as("nobody is said, not last week’s")
                    .doesNotContain("value=\"" + there + "\" checked");
            for (var stranger : List.of(esteve, there, visites.responsable("700103"), visites.agent("Puech"))) {
                assertThat(visites.get(stranger, day)).hasStatus(404);
                assertThat(visites.post(stranger, services, "jour", demi.jour().toString()))
                        .hasStatus(404);
            }
            assertThat(visites.get(teacher, services + "?jour=" + today.minusDays(35)))
                    .as("whose names are gone")
                    .hasStatus(404);
        } finally {
            jdbc.sql("delete from presences.servi").update();
            jdbc.sql("delete from presences.nombre where ecole_id = :e")
                    .param("e", curie)
                    .update();
            assertThat(visites.post(head, reglages)).hasStatus(303);
        }
        assertThat(visites.get(teacher, day)).hasStatus(404);
    }

    private void eats(UUID who, String services, UUID... eleves) {
        var fields = new ArrayList<>(List.of("jour", demi.jour().toString()));
        for (var eleve : eleves) {
            fields.addAll(List.of("eleve", eleve.toString()));
        }
        assertThat(visites.post(who, services, fields.toArray(String[]::new))).hasStatus(303);
    }

    private List<String> served() {
        return jdbc.sql("select id || ' ' || eleve_id || coalesce(fini_le::text, '') from presences.servi order by id")
                .query(String.class)
                .list();
    }

    /// Morning is over at a quarter past midnight, and the afternoon lasts until the day ends.
    private void lastsAllDay() {
        var today = LocalDate.now(clock);
        var semaine = jdbc.sql("""
                        insert into calendrier.semaine (ecole_id, effet, created_at) values (:ecole, :jour, :now) returning id
                        """)
                .param("ecole", curie)
                .param("jour", today)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        insert into calendrier.creneau (semaine_id, jour, moment, debut, fin)
                        select :semaine, d, m, b::time, f::time from generate_series(1, 6) d
                         cross join (values ('MATIN', '00:15', '00:16'), ('APRES_MIDI', '00:17', '23:59')) v (m, b, f)
                        """).param("semaine", semaine).update();
        jdbc.sql("""
                        insert into calendrier.jour_local (ecole_id, jour, classe, motif, created_at)
                        values (:ecole, :jour, true, 'Essai', :now)
                        """)
                .param("ecole", curie)
                .param("jour", today)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        demi = new DemiJournee(today, Moment.APRES_MIDI);
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from presences.excuse where precisions = 'Essai'").update();
        jdbc.sql("delete from calendrier.jour_local where motif = 'Essai'").update();
        var semaines = "(select id from calendrier.semaine where ecole_id = '" + curie + "' and effet = '"
                + LocalDate.now(clock) + "')";
        jdbc.sql("delete from calendrier.creneau where semaine_id in " + semaines)
                .update();
        jdbc.sql("delete from calendrier.semaine where id in " + semaines).update();
    }

    private void announced(UUID eleve) {
        jdbc.sql("""
                        insert into presences.excuse (ecole_id, eleve_id, responsable_id, mode, motif, precisions, du, au, dite_le)
                        values (:ecole, :eleve, uuidv7(), 'ENT', 'MAL', 'Essai', :jour, :jour, :now)
                        """)
                .param("ecole", curie)
                .param("eleve", eleve)
                .param("jour", demi.jour())
                .param("now", clock.instant().minusSeconds(600).atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Apart from what validates it, in two touches; a family that was told is named as told.
    @Test
    void takesARollBackInAPlaceApartAndSaysWhatIsLeft() {
        lastsAllDay();
        announced(timeo);
        int before = feuille().numero();
        var camille = visites.eleve("500113"); // of whom nobody has said anything
        assertThat(call(esteve, before, "e-" + camille, "absent", "e-" + timeo, "absent"))
                .hasStatus(303);
        var page = visites.page(esteve, shown());
        assertThat(page)
                .contains("Reprendre cet appel", "La famille d’un enfant absent a déjà été prévenue.")
                .contains("Reprendre quand même", "Plus aucun appel ne tiendra")
                .doesNotContain("formaction");
        assertThat(page.indexOf("/retour\"")).isGreaterThan(page.indexOf("</form>", page.indexOf("Valider l’appel")));
        var undone = visites.post(
                esteve,
                path() + "/retour",
                "jour",
                demi.jour().toString(),
                "moment",
                demi.moment().name(),
                "version",
                String.valueOf(feuille().numero()));
        assertThat(undone).hasStatus(303);
        assertThat(undone.getResponse().getRedirectedUrl()).endsWith("fait=retour");
        assertThat(visites.page(esteve, shown() + "&fait=retour"))
                .contains("plus aucun appel ne tient", "Ce que les familles ont annoncé est proposé ici")
                .contains("il est à refaire", "name=\"e-" + timeo + "\" value=\"absent\" checked")
                .doesNotContain("comme avant", "Reprendre cet appel");
        assertThat(feuille().faite()).isFalse();
        holdsAgainTheVersionBefore();
    }

    private void holdsAgainTheVersionBefore() {
        int before = feuille().numero();
        assertThat(call(esteve, before, "e-" + ines, "absent", "e-" + timeo, "present"))
                .hasStatus(303);
        assertThat(call(esteve, before + 1, "e-" + ines, "present", "e-" + timeo, "present"))
                .hasStatus(303);
        assertThat(visites.page(esteve, shown()))
                .contains("Ce que disait la version d’avant tiendra de nouveau.")
                .doesNotContain("prévenue.", "quand même");
        var auteur = new Auteur(UUID.randomUUID(), esteve, "Claire Estève");
        assertThat(cahier.undo(new Appele(curie, cm1, demi), before + 2, auteur, clock.instant()))
                .isEqualTo(CahierDAppel.Suite.ECRIT);
        assertThat(visites.page(esteve, shown() + "&fait=retour"))
                .contains("ce que disait la version d’avant tient de nouveau", "Appel repris par Claire Estève")
                .doesNotContain("plus aucun appel", "il est à refaire");
    }

    /// An undone morning is none either.
    @Test
    void tellsTheHeadInTheAfternoonWhichMorningsNobodyHasCalled() {
        lastsAllDay();
        var missing = "L’appel du matin n’est pas fait";
        int all = visites.page(castans, "/presences").split(missing, -1).length;
        assertThat(all).isGreaterThan(1);
        var morning = new Appele(curie, cm1, new DemiJournee(demi.jour(), Moment.MATIN));
        var auteur = new Auteur(UUID.randomUUID(), esteve, "Claire Estève");
        var then = demi.jour().atTime(0, 15).atZone(Calendrier.PARIS).toInstant();
        cahier.call(morning, 0, Map.of(ines, Dit.PRESENT), "", auteur, then);
        assertThat(visites.page(castans, "/presences").split(missing, -1)).hasSize(all - 1);
        assertThat(visites.page(esteve, shown())).doesNotContain(missing);
        cahier.undo(morning, 1, auteur, then);
        assertThat(visites.page(castans, "/presences").split(missing, -1)).hasSize(all);
        assertThat(visites.page(esteve, shown())).contains(missing);
        assertThat(visites.statements(castans, "/presences")).hasSizeLessThanOrEqualTo(5);
    }
}
