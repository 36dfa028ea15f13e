package fr.entecole.presences;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.sessions.Sessions;
import fr.entecole.socle.AnneeScolaire;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What a tablet sends when the line comes back, and the key under which it kept it.
@MondeTest
class HorsConnexionWebTests {

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

    @Autowired
    MockMvcTester mvc;

    Visites visites;
    EnTantQue as;
    UUID curie;
    UUID cm1;
    UUID esteve;
    UUID castans;
    UUID ines;
    UUID timeo;
    DemiJournee demi;

    @BeforeEach
    void aHalfDayThatNobodyHasCalled() {
        visites = new Visites(context);
        as = new EnTantQue(context);
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        ines = visites.eleve("500101");
        timeo = visites.eleve("500110");
        var today = LocalDate.now(clock);
        demi = calendriers.of(curie).demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1)).stream()
                .filter(d -> feuille(d).numero() == 0)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private Feuille feuille(DemiJournee demi) {
        return cahier.feuille(new Appele(curie, cm1, demi));
    }

    private MvcTestResult send(UUID who, int version, String... fields) {
        var all = new ArrayList<>(List.of(
                "jour", demi.jour().toString(), "moment", demi.moment().name(), "version", String.valueOf(version)));
        all.addAll(List.of(fields));
        return visites.post(
                who, "/presences/ecoles/" + curie + "/classes/" + cm1 + "/appel", all.toArray(String[]::new));
    }

    @Test
    void givesTheKeyOfASessionToWhoCallsAndToNobodyElse() {
        for (var stranger : List.of(ines, visites.responsable("700103"), visites.agent("Puech"))) {
            assertThat(visites.get(stranger, "/presences/garde")).hasStatus(404);
        }
        var first = visites.page(esteve, "/presences/garde");
        assertThat(first).contains("\"cle\"", "\"nom\"", "\"jeton\"");
        assertThat(visites.page(castans, "/presences/garde")).isNotEqualTo(first);
    }

    private static String field(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    private String again(UUID who, String name) {
        return field(visites.page(who, "/presences/garde?ancien=" + name), "ancienne");
    }

    private void end(UUID who, Duration since) {
        jdbc.sql("update comptes.session set vue_le = :vue, expire_le = :fin where compte_id = :compte")
                .param("vue", clock.instant().minus(since).atOffset(ZoneOffset.UTC))
                .param("fin", clock.instant().minusSeconds(1).atOffset(ZoneOffset.UTC))
                .param("compte", as.account(who))
                .update();
        as.forgetWhatThisNodeRemembers();
    }

    /// A cut that is longer than a stay: the key is not lost with it, nor given to whoever comes next.
    @Test
    void givesTheKeyOfAStayThatEndedByItselfBackToTheSamePersonForSixHours() {
        var kept = visites.page(esteve, "/presences/garde");
        var nom = field(kept, "nom");
        end(esteve, Duration.ofMinutes(350));
        assertThat(again(castans, nom)).as("somebody else").isEmpty();
        assertThat(again(esteve, "autre")).as("another name").isEmpty();
        assertThat(again(esteve, nom)).isEqualTo(field(kept, "cle"));
        end(esteve, Duration.ofMinutes(361));
        assertThat(again(esteve, nom)).as("six hours").isEmpty();
    }

    @Test
    void givesNoKeyBackOfAStayThatWasLeftOrStopped() {
        var cookie = as.personne(esteve);
        var left = field(
                Visites.words(mvc.get().uri("/presences/garde").cookie(cookie).exchange()), "nom");
        assertThat(left).isNotEmpty();
        assertThat(again(esteve, left)).as("as long as it runs").isNotEmpty();
        assertThat(mvc.post()
                        .uri("/deconnexion")
                        .cookie(cookie)
                        .with(formulaire())
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(again(esteve, left)).as("signed out").isEmpty();

        var stopped = field(visites.page(esteve, "/presences/garde"), "nom");
        context.getBean(Sessions.class).endAll(List.of(as.account(esteve))); // « Ce n’était pas moi », a new password
        assertThat(again(esteve, stopped)).as("stopped").isEmpty();
    }

    @Test
    void writesOnceWhatIsSentAgainEvenAfterSomebodyElseHasCorrectedIt() {
        var envoi = UUID.randomUUID().toString();
        var sent = new String[] {"envoi", envoi, "age", "600", "e-" + ines, "absent", "e-" + timeo, "present"};
        assertThat(send(esteve, 0, sent)).hasStatus(303);
        assertThat(send(castans, 1, "e-" + ines, "present")).hasStatus(303);
        assertThat(send(esteve, 0, sent).getResponse().getRedirectedUrl()).endsWith("fait=inchange");
        assertThat(feuille(demi).numero()).isEqualTo(2);
        assertThat(feuille(demi).dits()).containsEntry(ines, Dit.PRESENT);
    }

    @Test
    void putsTwoTabletsThatWereOfflineSideBySide() {
        assertThat(send(castans, 0, "envoi", UUID.randomUUID().toString(), "age", "900", "e-" + ines, "absent"))
                .hasStatus(303);
        var second = send(esteve, 0, "envoi", UUID.randomUUID().toString(), "age", "300", "e-" + ines, "present");
        assertThat(second).hasStatus(422);
        assertThat(Visites.words(second)).contains("dit « absent », vous disiez « présent »");
        assertThat(feuille(demi).numero()).isEqualTo(1);
        assertThat(feuille(demi).dits()).containsEntry(ines, Dit.ABSENT);
    }

    /// The device says how long ago, never what time it is: an hour off, it says the same.
    @Test
    void saysWhenItWasEnteredByTheServersClock() {
        assertThat(send(esteve, 0, "envoi", UUID.randomUUID().toString(), "age", "5400", "e-" + ines, "present"))
                .hasStatus(303);
        var version = feuille(demi).versions().getFirst();
        assertThat(version.saisiLe()).isNotNull();
        assertThat(Duration.between(version.saisiLe(), version.faitLe())).isEqualTo(Duration.ofSeconds(5400));
        assertThat(visites.page(
                        esteve,
                        "/presences/ecoles/" + curie + "/classes/" + cm1 + "/appel?jour=" + demi.jour() + "&moment="
                                + demi.moment()))
                .contains("Saisi hors connexion");
    }

    @Test
    void takesNoWordOfADeviceThatMakesNoSense() {
        assertThat(send(esteve, 0, "envoi", "autre", "age", "12", "e-" + ines, "present"))
                .hasStatus(303);
        assertThat(send(esteve, 1, "envoi", UUID.randomUUID().toString(), "age", "99999", "e-" + ines, "absent"))
                .hasStatus(303);
        assertThat(feuille(demi).versions()).allMatch(v -> v.saisiLe() == null);
    }

    /// A body that answers for a child has no account: it is named where one looks whom to call, with its number.
    @Test
    void saysWhomToCallWithABodyAmongThem() {
        var page = "/presences/ecoles/" + curie + "/classes/" + cm1 + "/appeler";
        assertThat(visites.page(esteve, page)).contains("Benali Inès", "Samira Benali", "Karim Benali");
        assertThat(visites.page(esteve, page)).as("kept out").doesNotContain("Yvan Galy");
        assertThat(visites.statements(esteve, page)).hasSizeLessThanOrEqualTo(5);
        for (var stranger : List.of(visites.personnel("11", "300105"), ines, visites.responsable("700103"))) {
            assertThat(visites.get(stranger, page)).hasStatus(404);
        }
        var roux = jdbc.sql("""
                        select p.id, e.ecole_id, e.classe_id from annuaire.personnel p
                          join annuaire.enseigne e on e.personnel_id = p.id
                         where upper(p.nom) = 'ROUX' limit 1
                        """)
                .query((rs, _) -> List.of(
                        rs.getObject("id", UUID.class),
                        rs.getObject("ecole_id", UUID.class),
                        rs.getObject("classe_id", UUID.class)))
                .single();
        assertThat(visites.page(
                        roux.getFirst(),
                        "/presences/ecoles/" + roux.get(1) + "/classes/" + roux.getLast() + "/appeler"))
                .contains("Haddad Nora", "organisme, à prévenir par téléphone");
    }

    @Test
    void givesTheSchoolsNumberToWhomItTells() {
        var number = jdbc.sql("select telephone from annuaire.structure where id = :e")
                .param("e", curie)
                .query(String.class)
                .single();
        assertThat(send(esteve, 0, "e-" + ines, "absent")).hasStatus3xxRedirection();
        assertThat(titles())
                .allMatch(t -> t.contains("appelez l’école au ") && digits(t).equals(digits(number)));
        jdbc.sql("update annuaire.structure set telephone = null where id = :e")
                .param("e", curie)
                .update();
        assertThat(send(esteve, 1, "e-" + ines, "absent", "e-" + timeo, "absent"))
                .hasStatus3xxRedirection();
        assertThat(titles()).anyMatch(t -> !t.contains("appelez"));
        jdbc.sql("update annuaire.structure set telephone = :t where id = :e")
                .param("e", curie)
                .param("t", number)
                .update();
    }

    private static String digits(String text) {
        var all = text.replaceAll("\\D", "");
        return all.substring(all.length() - 9);
    }

    private List<String> titles() {
        return jdbc.sql("""
                        select d.titre from notifications.depot d join presences.ligne l on l.id = d.chose
                         where d.sorte = 'absence-a-expliquer' and l.jour = :j and l.moment = :m
                        """)
                .param("j", demi.jour())
                .param("m", demi.moment().name())
                .query(String.class)
                .list();
    }
}
