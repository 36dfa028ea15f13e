package fr.entecole.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.redaction.TexteRiche;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What the page on which a mot is written promises, and keeps.
@MondeTest
class EcritureWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    CahierDeLiaison cahier;

    @Autowired
    Comptes comptes;

    @Autowired
    Clock clock;

    Visites visites;
    UUID curie;
    UUID esteve;
    UUID castans;
    Public familles;
    Public ecole;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        familles = Public.ofClasse(curie, reperes.classe("11", "514"), Qui.RESPONSABLES);
        ecole = Public.ofEcole(curie, Qui.RESPONSABLES);
    }

    /// Whose the form is, for the day when the stay ends before it is sent: in the address, since it carries files.
    @Test
    void tellsAnAuthorHowToBeClearerBeforePublishing() {
        var answer = visites.post(
                esteve, "/liaison/mots", "geste", "relire", "titre", "ESS", "texte", "Une ESS est organisée mardi.");
        assertThat(answer).hasStatusOk();
        assertThat(Visites.words(answer))
                .contains("Pour que tout le monde comprenne", "« est organisée »", "une réunion pour organiser")
                .contains("Une ESS est organisée mardi.");
    }

    @Test
    void saysInItsFormWhoseItIs() {
        assertThat(visites.page(esteve, "/liaison/nouveau"))
                .containsPattern("action=\"/liaison/mots\\?_auteur=[\\w-]{43}\\.[\\w-]{43}\"");
    }

    @Test
    void publishesAtNoOtherInstantThanTheOneThatThePageSaid() {
        var jour = LocalDate.now(clock).plusDays(8).toString();
        var said = write(esteve, "Au jour dit", "jour", jour, "revu", "");
        assertThat(said).hasStatus(422);
        assertThat(Visites.words(said)).contains("Ce mot sera remis", "relisez, puis publiez");
        var revu = Visites.words(said).replaceAll("(?s).*name=\"revu\" value=\"(\\d+)\".*", "$1");
        assertThat(write(esteve, "Au jour dit", "jour", jour, "revu", revu)).hasStatus(303);
    }

    @Test
    void saysOfAnotherDayWhenItIsDeliveredAndWhyNotThen() {
        var answer = before("jour", "2026-12-28");
        assertThat(answer).hasStatusOk();
        assertThat(Visites.words(answer)).contains("Noël", "remis lundi 4 janvier", "Publier, remis lundi 4 janvier");
        var past = before("jour", "2020-01-01");
        assertThat(past).hasStatusOk();
        assertThat(Visites.words(past)).contains("Ce jour est passé").doesNotContain("remis");
    }

    @Test
    void refusesADayOutOfBoundsAsSoonAsItIsReviewed() {
        var far = write(esteve, "Trop loin", "jour", "2031-01-01", "geste", "chercher");
        assertThat(far).hasStatus(422);
        assertThat(Visites.words(far)).contains("Ce jour est trop loin", "value=\"Trop loin\"");
    }

    @Test
    void letsNobodyButTheHeadDoWithoutTheHours() {
        assertThat(write(esteve, "Urgent", "geste", "urgent", "motif", "Canicule"))
                .hasStatus(404);
        assertThat(visites.page(esteve, "/liaison/nouveau")).doesNotContain("Prévenir tout de suite");
        var mute = write(castans, "Urgent", "geste", "urgent");
        assertThat(mute).hasStatus(422);
        assertThat(Visites.words(mute)).contains("Dites pourquoi ce mot ne peut pas attendre");
        assertThat(write(castans, "Urgent", "geste", "urgent", "motif", "Canicule"))
                .hasStatus(303);
        assertThat(jdbc.sql("""
                                select d.urgence from notifications.depot d join liaison.version v on v.mot_id = d.chose
                                 where v.titre = 'Urgent'
                                """).query(String.class).single()).isEqualTo("Canicule");
    }

    @Test
    void offersTheHeadTheWholeSchoolBeforeAnyFold() {
        var page = visites.page(castans, "/liaison/nouveau");
        assertThat(page.indexOf(ecole.code())).isPositive().isLessThan(page.indexOf("Choisir d’autres familles"));
    }

    @Test
    void keepsWhatAKindHasOfItsOwnWhileAnotherIsShown() {
        var other = write(esteve, "Sortie", "genre", "SORTIE", "sortie-lieu", "Narbonne", "vers", "INFORMATION");
        assertThat(other).hasStatusOk();
        assertThat(Visites.words(other)).contains("garde.SORTIE.sortie-lieu", "est gardé", "value=\"Sortie\"");
        var back = write(
                esteve, "Sortie", "genre", "INFORMATION", "garde.SORTIE.sortie-lieu", "Narbonne", "vers", "SORTIE");
        assertThat(Visites.words(back))
                .contains("name=\"sortie-lieu\" type=\"text\" value=\"Narbonne\"")
                .doesNotContain("garde.SORTIE");
    }

    @Test
    void keepsTheTextOfACorrectionWhoseMotWasTakenBackMeanwhile() {
        var mot = publish(esteve, "Repris", clock.instant().plus(Duration.ofHours(9)), familles);
        assertThat(visites.post(esteve, path(mot) + "/retrait")).hasStatus(303);
        var late = visites.post(
                esteve, path(mot) + "/correction", "titre", "Repris", "texte", "Tapé longtemps.", "texte-version", "1");
        assertThat(late).hasStatus(422);
        assertThat(Visites.words(late)).contains("a été repris pendant que vous écriviez", "Tapé longtemps.");
    }

    @Test
    void changesBeforeTheDeliveryWithoutATrace() {
        var mot = publish(esteve, "Avant", clock.instant().plus(Duration.ofHours(9)), familles);
        assertThat(visites.page(esteve, path(mot) + "/correction"))
                .contains("tout ce que vous changez ici", "Remettre à partir du", "Aussi pour les élèves")
                .doesNotContain("Prévenir de nouveau");
        var jour = LocalDate.now(clock).plusDays(8);
        assertThat(visites.post(
                        esteve,
                        path(mot) + "/correction",
                        "titre",
                        "Avant, mieux",
                        "texte",
                        "Autrement.",
                        "texte-version",
                        "1",
                        "pour",
                        familles.code(),
                        "eleves",
                        "true",
                        "jour",
                        jour.toString()))
                .hasStatus(303);
        assertThat(visites.page(esteve, path(mot)))
                .contains("Avant, mieux", "Les élèves le lisent aussi", "Pas encore remis")
                .doesNotContain("Corrigé, remis");
        assertThat(jdbc.sql("select visible_le::date from liaison.mot where id = :mot")
                        .param("mot", mot)
                        .query(LocalDate.class)
                        .single())
                .isAfterOrEqualTo(jour);
    }

    @Test
    void showsATeacherWhatTheHeadWritesToTheWholeSchool() {
        var mot = publish(castans, "À toute l’école", clock.instant(), ecole);
        assertThat(visites.page(esteve, "/liaison")).contains("À toute l’école");
        assertThat(visites.page(esteve, path(mot))).contains("À toute l’école").doesNotContain("Samira Benali");
        assertThat(visites.get(visites.personnel("11", "300116"), path(mot))).hasStatus(404);
    }

    private MvcTestResult write(UUID personne, String titre, String... more) {
        var fields = new ArrayList<>(List.of("titre", titre, "texte", "Bonjour.", "pour", familles.code()));
        fields.addAll(List.of(more));
        return visites.post(personne, "/liaison/mots", fields.toArray(String[]::new));
    }

    private MvcTestResult before(String... more) {
        var fields = new ArrayList<>(List.of("pour", familles.code()));
        fields.addAll(List.of(more));
        return visites.post(esteve, "/liaison/mots/avant", fields.toArray(String[]::new));
    }

    private UUID publish(UUID personne, String titre, Instant visible, Public pour) {
        return cahier.publish(
                new Redaction(List.of(pour), false, titre, TexteRiche.of("Il en faut."), visible),
                new Auteur(comptes.ofPersonne(personne).orElseThrow(), personne),
                clock.instant());
    }

    private static String path(UUID mot) {
        return "/liaison/mots/" + mot;
    }
}
