package fr.entecole.liaison.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.CahierDeLiaison.Propos;
import fr.entecole.liaison.CahierDeLiaison.Redite;
import fr.entecole.liaison.Demande;
import fr.entecole.liaison.Redaction;
import fr.entecole.liaison.rendezvous.Horaires.Tranche;
import fr.entecole.liaison.rendezvous.Proposition.Creneau;
import fr.entecole.liaison.rendezvous.Proposition.Part;
import fr.entecole.redaction.TexteRiche;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Claire Estève meets the families of her CM1; each test proposes meetings of its own.
@MondeTest
class RendezVousWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Calendriers calendriers;

    @Autowired
    CahierDeLiaison cahier;

    @Autowired
    CarnetDeRendezVous carnet;

    @Autowired
    LectureDesRendezVous lecture;

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
    UUID ines;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = id("annuaire.responsable", "SAMIRA", "BENALI");
        karim = id("annuaire.responsable", "KARIM", "BENALI");
        yvan = id("annuaire.responsable", "YVAN", "GALY");
        ines = id("annuaire.eleve", "INES", "BENALI");
    }

    @Test
    void hidesMeetingsFromAllButTheFamiliesAndWhoFollowsThem() {
        var mot = proposed(Part.ENFANT);
        for (var stranger : List.of(yvan, visites.personnel("11", "300105"), visites.personnel("11", "300116"))) {
            assertThat(visites.get(stranger, path(mot))).hasStatus(404);
        }
        assertThat(book(yvan, mot, 0)).hasStatus(404);
        assertThat(visites.post(
                        samira,
                        path(mot),
                        "eleve",
                        id("annuaire.eleve", "ZOE", "DELMAS").toString(),
                        "creneau",
                        slot(mot, 0)))
                .as("another family's child")
                .hasStatus(404);
        assertThat(visites.page(castans, path(mot))).contains("Les rendez-vous");
    }

    /// Where the text changed, who takes a meeting would have signed what they have not read.
    @Test
    void takesNoMeetingOfAMotThatWasCorrectedMeanwhile() {
        var mot = proposed(Part.ENFANT);
        assertThat(visites.page(samira, path(mot)))
                .as("never opened: its words stand here")
                .contains("Choisissez.", "name=\"version\" value=\"1\"");
        assertThat(visites.page(samira, path(mot))).as("read").doesNotContain("Choisissez.");
        correct(mot, "Choisissez, mais en salle 3.");
        for (int twice = 0; twice < 2; twice++) {
            var open = mvc.get()
                    .uri(path(mot))
                    .header("X-Direct", "1")
                    .cookie(new EnTantQue(context).personne(samira))
                    .exchange();
            assertThat(Visites.words(open))
                    .as("an open page asks by itself: nobody has read it")
                    .contains("salle 3");
        }
        var late = book(samira, mot, 2);
        assertThat(late).hasStatus(303);
        assertThat(taken(mot)).isZero();
        var again = visites.page(samira, late.getResponse().getRedirectedUrl());
        assertThat(again)
                .contains(
                        "Ce mot a été corrigé pendant que vous le lisiez. Relisez-le, puis choisissez.",
                        "Rien n’est réservé. L’heure que vous vouliez est encore libre.",
                        "N’y est plus",
                        "<li>Choisissez.</li>",
                        "<li>Choisissez, mais en salle 3.</li>",
                        "que vous aviez choisi",
                        "name=\"version\" value=\"2\"")
                .containsOnlyOnce(", que vous aviez choisi");
        assertThat(visites.post(samira, path(mot), "eleve", ines.toString(), "creneau", slot(mot, 2), "version", "2"))
                .hasRedirectedUrl(path(mot) + "?fait=pris");
        var unsaid = visites.post(samira, path(mot), "eleve", ines.toString(), "creneau", slot(mot, 3));
        assertThat(visites.page(samira, unsaid.getResponse().getRedirectedUrl()))
                .contains("Relisez ce mot, puis choisissez.");
        assertThat(jdbc.sql("select numero from liaison.reponse where mot_id = :m and fini_le is null")
                        .param("m", mot)
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
    }

    @Test
    void tellsTheOtherGuardianThatAMeetingIsTakenAndNothingMore() {
        var mot = proposed(Part.ENFANT);
        assertThat(book(samira, mot, 0)).hasRedirectedUrl(path(mot) + "?fait=pris");
        assertThat(visites.page(samira, path(mot))).contains("Votre rendez-vous", "Mettre dans mon agenda");
        var other = visites.page(karim, path(mot));
        assertThat(other)
                .contains("Un rendez-vous est déjà pris pour Inès Benali")
                .doesNotContain(
                        "Samira",
                        slot(mot, 0),
                        Heures.words(slots(mot).getFirst().debut()));
        for (int slot : new int[] {0, 1}) {
            assertThat(book(karim, mot, slot))
                    .as("the very slot that she took, or another")
                    .hasRedirectedUrl(path(mot) + "?fait=deja_un&eleve=" + ines);
        }
        assertThat(visites.page(karim, path(mot) + "?fait=deja_un&eleve=" + ines))
                .contains("Trop tard", "un rendez-vous vient d’être pris pour Inès Benali")
                .doesNotContain("C’est pris", "ent-avis--bien");
        assertThat(visites.page(karim, "/liaison/mots/" + mot))
                .contains("Un rendez-vous est déjà pris pour Inès Benali");
        assertThat(visites.page(samira, "/liaison/mots/" + mot)).doesNotContain("Un rendez-vous est déjà pris");
        assertThat(visites.post(karim, path(mot) + "/rendu", "eleve", ines.toString()))
                .hasRedirectedUrl(path(mot) + "?fait=disparu");
        assertThat(visites.get(karim, path(mot) + "/" + prise(mot, 0) + "/agenda"))
                .hasStatus(404);
        assertThat(visites.page(esteve, path(mot))).contains("Samira Benali");
    }

    @Test
    void saysThatASlotHasJustBeenTaken() {
        var mot = proposed(Part.RESPONSABLE);
        books(karim, mot, 0);
        assertThat(book(samira, mot, 0)).hasRedirectedUrl(path(mot) + "?fait=creneau_pris");
        assertThat(visites.page(samira, path(mot) + "?fait=creneau_pris"))
                .contains("Ce créneau vient d’être pris")
                .doesNotContain("Karim");
    }

    @Test
    void hidesEverythingFromWhoLosesAuthority() {
        var mot = proposed(Part.RESPONSABLE);
        books(karim, mot, 0);
        var restriction = jdbc.sql("""
                        insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le)
                        values (:eleve, :responsable, current_date - 1, 'jugement', clock_timestamp()) returning id
                        """)
                .param("eleve", ines)
                .param("responsable", karim)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        assertThat(visites.get(karim, path(mot))).hasStatus(404);
        assertThat(book(karim, mot, 1)).hasStatus(404);
        assertThat(visites.page(esteve, path(mot) + "/creneaux/" + slot(mot, 1)))
                .doesNotContain("Karim");
        jdbc.sql("delete from annuaire.restriction where id = :id")
                .param("id", restriction)
                .update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    @Test
    void givesTheMeetingToACalendar() throws Exception {
        var mot = proposed(Part.ENFANT);
        books(samira, mot, 2);
        var answer = visites.get(samira, path(mot) + "/" + prise(mot, 2) + "/agenda");
        assertThat(answer).hasStatusOk().hasContentType("text/calendar;charset=utf-8");
        assertThat(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("BEGIN:VEVENT", "LOCATION:Classe de CM1", "SUMMARY:Rencontrons-nous");
    }

    @Test
    void letsTheSchoolNoteAFamilyMoveItAndCancel() {
        var mot = proposed(Part.ENFANT);
        var page = visites.page(esteve, path(mot) + "/creneaux/" + slot(mot, 0));
        assertThat(page)
                .contains("Noter une famille", "Inès Benali, avec Samira Benali", "Inès Benali, avec Karim Benali");
        assertThat(act(mot, 0, "famille", "famille", "")).hasStatus(422);
        assertThat(act(mot, 0, "famille", "famille", ines + "_" + karim)).hasRedirectedUrl(path(mot) + "?fait=pris");
        assertThat(visites.page(karim, path(mot))).contains("Votre rendez-vous");
        assertThat(act(mot, 1, "famille", "famille", ines + "_" + samira))
                .hasRedirectedUrl(path(mot) + "?fait=deja_un");
        assertThat(act(mot, 0, "deplacement", "vers", slot(mot, 3))).hasRedirectedUrl(path(mot) + "?fait=deplace");
        assertThat(act(mot, 3, "annulation")).hasRedirectedUrl(path(mot) + "?fait=annule");
        assertThat(visites.page(karim, path(mot))).doesNotContain("Votre rendez-vous");
        assertThat(told()).contains(karim);
    }

    @Test
    void leavesMeetingsOfAColleagueAlone() {
        var mot = proposed(Part.ENFANT);
        var colleague = visites.personnel("11", "300105");
        assertThat(visites.post(colleague, path(mot) + "/creneaux/" + slot(mot, 0) + "/annulation"))
                .hasStatus(404);
        assertThat(visites.post(colleague, path(mot) + "/papier")).hasStatus(404);
        assertThat(slots(mot)).hasSize(8);
    }

    @Test
    void printsTheList() throws Exception {
        var mot = proposed(Part.ENFANT);
        books(samira, mot, 0);
        var answer = visites.post(esteve, path(mot) + "/papier");
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        assertThat(answer.getResponse().getContentAsByteArray()).hasSizeGreaterThan(1000);
    }

    @Test
    void refusesASlotOnAHolidayOrASundayAndKeepsWhatWasTyped() {
        var today = LocalDate.now(clock);
        var calendrier = calendriers.of(curie);
        var closed = today.datesUntil(today.plusMonths(5))
                .filter(d ->
                        d.getDayOfWeek().getValue() < 6 && calendrier.closed(d).isPresent())
                .findFirst()
                .orElseThrow();
        var said = publish(closed, "17:00", "18:00");
        assertThat(said).hasStatus(422);
        assertThat(Visites.words(said))
                .contains("L’école est fermée le", calendrier.closed(closed).orElseThrow(), "Salle 3");
        var sunday = today.datesUntil(today.plusDays(8))
                .filter(d -> d.getDayOfWeek().getValue() == 7)
                .findFirst()
                .orElseThrow();
        assertThat(refused(sunday, "17:00", "18:00")).contains("est un dimanche");
        assertThat(refused(school(), "18:00", "17:00")).contains("une heure de début et une heure de fin");
    }

    @Test
    void warnsOnceThatThereAreFewerSlotsThanChildren() {
        var day = school();
        var warned = publish(day, "16:00", "16:30", "averti", "");
        assertThat(warned).hasStatus(422);
        assertThat(Visites.words(warned)).containsPattern("2 créneaux pour \\d+ enfants : tous n’en auront pas");
        var averti = Visites.words(warned).replaceAll("(?s).*name=\"averti\" value=\"([^\"]+)\".*", "$1");
        assertThat(publish(day, "16:00", "16:30", "averti", averti.replace(" :", "\u00a0:")))
                .hasStatus(303);
        var review = publish(day, "16:00", "16:30", "averti", "", "geste", "chercher");
        assertThat(review).hasStatusOk();
        assertThat(Visites.words(review)).contains("2 créneaux pour");
        assertThat(publish(day, "08:00", "18:00", "averti", ""))
                .as("as many as are asked")
                .hasStatus(303);
    }

    @Test
    void speaksToWhoHasNoMeetingOfWhatTheyHaveNot() {
        var mot = proposed(Part.ENFANT);
        books(samira, mot, 0);
        assertThat(visites.page(samira, path(mot))).doesNotContain("Être prévenu si une heure se libère");
        var marion = id("annuaire.responsable", "MARION", "CALVET");
        jdbc.sql("update liaison.creneau set annule_le = now() where mot_id = :m and id <> :c::uuid")
                .param("m", mot)
                .param("c", slot(mot, 0))
                .update();
        assertThat(visites.page(marion, path(mot)))
                .contains("Être prévenu si une heure se libère", "peut vous proposer une heure")
                .doesNotContain("vous irait mieux", "Vous gardez ce que vous avez");
    }

    @Test
    void publishesSlotsWithTheirMot() {
        var day = school();
        var said = publish(day, "17:00", "18:00");
        assertThat(said).hasStatus(303);
        var mot = UUID.fromString(
                Objects.requireNonNull(said.getResponse().getRedirectedUrl()).replaceAll(".*/mots/([^?]*).*", "$1"));
        assertThat(slots(mot)).hasSize(4);
        assertThat(visites.page(esteve, "/liaison/mots/" + mot))
                .contains("Voir et tenir les rendez-vous", "répondent auprès de vous")
                .doesNotContain("/talons");
        assertThat(visites.post(esteve, "/liaison/mots/" + mot + "/talons", "qui", "tous"))
                .as("no slip says which hour")
                .hasStatus(404);
    }

    @Test
    void asksFewStatementsWhateverTheSlots() {
        var mot = proposed(Part.ENFANT);
        books(samira, mot, 0);
        assertThat(visites.get(samira, path(mot))).hasStatusOk();
        assertThat(visites.statements(samira, path(mot))).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(esteve, path(mot))).hasSizeLessThanOrEqualTo(6);
    }

    private LocalDate school() {
        var calendrier = calendriers.of(curie);
        return LocalDate.now(clock)
                .plusDays(3)
                .datesUntil(LocalDate.now(clock).plusMonths(3))
                .filter(d -> !calendrier.demiJournees(d, d).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult publish(LocalDate jour, String de, String a, String... fields) {
        var all = new ArrayList<>(List.of(
                "genre",
                GenreRendezVous.CODE,
                "titre",
                "Rencontrons-nous " + jour + de,
                "texte",
                "Bonjour.",
                "pour",
                Public.ofClasse(curie, cm1, Qui.RESPONSABLES).code(),
                "rdv-jour-0",
                jour.toString(),
                "rdv-de-0",
                de,
                "rdv-a-0",
                a,
                "rdv-minutes",
                "15",
                "rdv-pause",
                "0",
                "rdv-lieu",
                "Salle 3",
                "avant",
                LocalDate.now(clock).plusDays(1).toString(),
                "attendu",
                "PROPRE",
                "repondants",
                "UN"));
        all.addAll(List.of(fields));
        return visites.post(esteve, "/liaison/mots", all.toArray(String[]::new));
    }

    private String refused(LocalDate jour, String de, String a) {
        var said = publish(jour, de, a);
        assertThat(said).hasStatus(422);
        return Visites.words(said);
    }

    private MvcTestResult act(UUID mot, int slot, String gesture, String... fields) {
        return visites.post(esteve, path(mot) + "/creneaux/" + slot(mot, slot) + "/" + gesture, fields);
    }

    private MvcTestResult book(UUID personne, UUID mot, int slot) {
        return visites.post(personne, path(mot), "eleve", ines.toString(), "creneau", slot(mot, slot), "version", "1");
    }

    private void books(UUID personne, UUID mot, int slot) {
        assertThat(book(personne, mot, slot)).hasStatus(303);
    }

    private List<UUID> told() {
        return jdbc.sql("""
                        select p.personne_id from notifications.depot_personne p
                          join notifications.depot d on d.id = p.depot_id where d.sorte = 'rendez-vous-change'
                        """).query((rs, _) -> rs.getObject(1, UUID.class)).list();
    }

    private UUID proposed(Part part) {
        var now = clock.instant();
        var first = now.plus(Duration.ofDays(7));
        return cahier.publish(
                new Redaction(
                                List.of(Public.ofClasse(curie, cm1, Qui.RESPONSABLES)),
                                false,
                                "Rencontrons-nous " + UUID.randomUUID(),
                                TexteRiche.of("Choisissez."),
                                now)
                        .of(GenreRendezVous.CODE, Demande.RIEN),
                new Auteur(comptes.ofPersonne(esteve).orElseThrow(), esteve),
                now,
                mot -> carnet.propose(
                        mot,
                        curie,
                        "Classe de CM1",
                        part,
                        now.plus(Duration.ofDays(5)),
                        IntStream.range(0, 8)
                                .mapToObj(i -> new Tranche(
                                        first.plus(Duration.ofMinutes(15L * i)),
                                        first.plus(Duration.ofMinutes(15L * i + 15))))
                                .toList()));
    }

    private void correct(UUID mot, String texte) {
        var now = clock.instant();
        var titre = jdbc.sql("select titre from liaison.version where mot_id = :m")
                .param("m", mot)
                .query(String.class)
                .single();
        cahier.correct(
                mot,
                1,
                new Propos(titre, TexteRiche.of(texte)),
                new Auteur(comptes.ofPersonne(esteve).orElseThrow(), esteve),
                now,
                now,
                Redite.RIEN);
    }

    private int taken(UUID mot) {
        return jdbc.sql("select count(*) from liaison.reservation where mot_id = :m and finie_le is null")
                .param("m", mot)
                .query(Integer.class)
                .single();
    }

    private List<Creneau> slots(UUID mot) {
        return lecture.of(mot).orElseThrow().creneaux();
    }

    private String slot(UUID mot, int slot) {
        return slots(mot).get(slot).id().toString();
    }

    private UUID prise(UUID mot, int slot) {
        return Objects.requireNonNull(slots(mot).get(slot).prise()).id();
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

    private static String path(UUID mot) {
        return "/liaison/mots/" + mot + "/rendez-vous";
    }
}
