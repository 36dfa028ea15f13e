package fr.entecole.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.HorlogeDeLaMaison;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.redaction.Brouillons;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
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
    Nouvelles nouvelles;

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

    /// « Ce sera le 4e envoi de la journée » : a note to the class, one to the school, one to a child of it, and what
    /// another room tells the same families.
    @Test
    void saysTheHowManiethThingOfTheirDayItWillBe() {
        var quand =
                LocalDateTime.of(2027, 3, 9, 16, 30).atZone(Calendrier.PARIS).toInstant();
        var jour = "2027-03-09";
        assertThat(Visites.words(before("jour", jour))).contains("Ce sera le premier envoi de la journée.");
        publish(esteve, "Un", quand, familles);
        publish(castans, "Deux", quand, ecole);
        publish(esteve, "Un autre jour", quand.plus(Duration.ofDays(1)), familles);
        publish(castans, "D’une autre classe", quand, autreClasse());
        assertThat(Visites.words(before("jour", jour))).contains("Ce sera le 3e envoi de la journée.");
        nouvelles.deposit(
                esteve,
                new Nouvelle(
                        SorteLiaison.RELANCE, UUID.randomUUID(), List.of(familles), "/cahierdetextes", "Du travail"),
                quand);
        assertThat(Visites.words(before("jour", jour))).contains("Ce sera le 4e envoi de la journée.");
        publish(
                esteve,
                "Pour une famille",
                quand,
                Public.ofEleves(curie, List.of(visites.eleve("500101")), Qui.RESPONSABLES));
        assertThat(Visites.words(before("jour", jour))).contains("Ce sera le 5e envoi de la journée pour une famille.");
        var taken = publish(esteve, "Repris aussitôt", quand, familles);
        assertThat(visites.post(esteve, path(taken) + "/retrait")).hasStatus(303);
        assertThat(Visites.words(before("jour", jour))).contains("Ce sera le 5e envoi de la journée pour une famille.");
    }

    /// What is written at 23:00 on the last Friday before the holidays says on the page, before it is published, that
    /// it reaches families when these are over, and is delivered then.
    @Test
    void saysOnTheLastFridayNightThatFamiliesHaveItAfterTheHolidays() {
        var horloge = (HorlogeDeLaMaison) clock;
        horloge.move(
                LocalDateTime.of(2026, 12, 18, 23, 0).atZone(Calendrier.PARIS).toInstant());
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        try {
            assertThat(visites.page(esteve, "/liaison/nouveau"))
                    .contains("Publier, remis lundi 4 janvier à 7 h")
                    .doesNotContain("Tout de suite");
            var revu = Visites.hidden(visites.page(esteve, "/liaison/nouveau"), "revu");
            assertThat(write(esteve, "Avant Noël", "revu", revu)).hasStatus(303);
            var mot = jdbc.sql("select mot_id from liaison.version where titre = 'Avant Noël'")
                    .query((rs, _) -> rs.getObject(1, UUID.class))
                    .single();
            assertThat(visites.page(esteve, path(mot))).contains("Sera remis lundi 4 janvier à 7 h");
            assertThat(visites.get(visites.responsable("700101"), path(mot))).hasStatus(404);
            assertThat(jdbc.sql("select visible_le from liaison.mot where id = :m")
                            .param("m", mot)
                            .query((rs, _) ->
                                    rs.getObject(1, OffsetDateTime.class).toInstant())
                            .single())
                    .isEqualTo(LocalDateTime.of(2027, 1, 4, 7, 0)
                            .atZone(Calendrier.PARIS)
                            .toInstant());
        } finally {
            horloge.putBack();
            new EnTantQue(context).forgetWhatThisNodeRemembers();
        }
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
        assertThat(Visites.words(other))
                .contains("garde.SORTIE.sortie-lieu", "revenez-y par le menu", "value=\"Sortie\"");
        var back = write(
                esteve, "Sortie", "genre", "INFORMATION", "garde.SORTIE.sortie-lieu", "Narbonne", "vers", "SORTIE");
        assertThat(Visites.words(back))
                .contains("name=\"sortie-lieu\" type=\"text\" value=\"Narbonne\"")
                .doesNotContain("garde.SORTIE");
    }

    /// Fields that the page fills in by itself are nobody's.
    @Test
    void saysThatSomethingIsKeptOnlyWhereSomethingWasFilledIn() {
        for (var from : List.of("information", "sortie", "rendezvous", "formulaire", "image", "reglement")) {
            var page = visites.page(esteve, "/liaison/nouveau?genre=" + from);
            for (var to : List.of("INFORMATION", "SORTIE", "RENDEZVOUS")) {
                var fields = new ArrayList<>(List.of("vers", to));
                Pattern.compile("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"[^>]*>")
                        .matcher(page)
                        .results()
                        .forEach(m -> {
                            var value = m.group().replaceAll("(?s).* value=\"([^\"]*)\".*|.*", "$1");
                            boolean off = m.group().contains("type=\"checkbox\"")
                                            && !m.group().contains(" checked")
                                    || m.group().contains("type=\"radio\"")
                                            && !m.group().contains(" checked");
                            if (!off
                                    && !m.group(1).equals("_csrf")
                                    && !m.group(1).equals("fichiers")) {
                                fields.addAll(List.of(m.group(1), proposed(page, m.group(1), value)));
                            }
                        });
                var other = visites.post(esteve, "/liaison/mots", fields.toArray(String[]::new));
                assertThat(other).hasStatusOk();
                assertThat(Visites.words(other)).as(from + " " + fields).doesNotContain("revenez-y par le menu");
            }
        }
    }

    private static String proposed(String page, String nom, String value) {
        var list = Pattern.compile("(?s)<select[^>]* name=\"" + nom + "\".*?</select>")
                .matcher(page);
        return list.find() ? list.group().replaceAll("(?s).*<option value=\"([^\"]*)\" selected.*", "$1") : value;
    }

    @Test
    void saysOnTheListThatAMotIsBegunToItsAuthorAlone() {
        assertThat(visites.page(esteve, "/liaison")).doesNotContain("Vous avez un mot commencé");
        context.getBean(Brouillons.class)
                .keep(utilisateur(esteve), "liaison.nouveau", 0, "", Map.of("titre", "Presque", "texte", "À finir"));
        assertThat(visites.page(esteve, "/liaison")).contains("Vous avez un mot commencé, aujourd’hui", "le reprendre");
        assertThat(visites.page(castans, "/liaison")).doesNotContain("Vous avez un mot commencé");
        context.getBean(Brouillons.class).drop(utilisateur(esteve), "liaison.nouveau");
    }

    private Utilisateur utilisateur(UUID personne) {
        return context.getBean(Utilisateurs.class)
                .of(comptes.ofPersonne(personne).orElseThrow(), null)
                .orElseThrow();
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

    private Public autreClasse() {
        return Public.ofClasse(curie, reperes.classe("11", "513"), Qui.RESPONSABLES);
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
