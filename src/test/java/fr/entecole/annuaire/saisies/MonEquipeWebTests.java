package fr.entecole.annuaire.saisies;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Mme Castans's team on one page: who does what, who has come, whose class it is, and each gesture.
@MondeTest
class MonEquipeWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    Visites visites;
    UUID head;
    UUID oustry;
    UUID cm;
    String team;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        head = visites.personnel("11", "300101");
        oustry = visites.personnel("11", "300106");
        cm = reperes.classe("11", "515");
        team = "/annuaire/ecoles/" + reperes.ecole("0110358E") + "/equipe";
    }

    @Test
    void isOneTouchFromTheHome() {
        assertThat(visites.page(head, "/")).contains(team, "Mon équipe");
    }

    @Test
    void sortsPeopleByWhatTheyDoWithTheirClassesAndWhoHasCome() {
        jdbc.sql("update comptes.compte set active_le = timestamptz '2026-11-12 10:00+01' where personne_id = :p")
                .param("p", visites.personnel("11", "300102"))
                .update();
        var page = visites.page(head, team);
        assertThat(page)
                .contains("La direction", "Les enseignants", "Les AESH", "Claire Estève", "Pascale Calas", "CM1")
                .contains(
                        "première visite le 12 novembre 2026",
                        "aucune visite",
                        "CM1 Mme Estève",
                        "Redonner un accès",
                        "Détacher");
        assertThat(page.indexOf("La direction")).isLessThan(page.indexOf("Les enseignants"));
        assertThat(page.indexOf("Les enseignants")).isLessThan(page.indexOf("Les AESH"));
        assertThat(visites.statements(head, team)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void givesAClassAndTakesItBackFromTheSamePage() {
        assertThat(visites.post(head, team + "/" + oustry + "/classes", "classe", cm.toString()))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(team + "?fait=rattachee");
        assertThat(teaches()).isTrue();
        assertThat(visites.page(head, team + "?fait=rattachee")).contains("C’est fait");
        assertThat(visites.post(head, team + "/" + oustry + "/classes/" + cm + "/retrait"))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(team + "?fait=detachee");
        assertThat(teaches()).isFalse();
    }

    @Test
    void givesNoClassToAnAssistantNorByAStranger() {
        var aesh = visites.byHand("Calas");
        assertThat(visites.post(head, team + "/" + aesh + "/classes", "classe", cm.toString()))
                .hasStatus(404);
        for (var other : new UUID[] {
            visites.personnel("11", "300102"), visites.personnel("11", "300115"), visites.responsable("700101")
        }) {
            assertThat(visites.post(other, team + "/" + oustry + "/classes", "classe", cm.toString()))
                    .hasStatus(404);
            assertThat(visites.get(other, team)).hasStatus(404);
        }
        assertThat(teaches()).isFalse();
    }

    @Test
    void saysThatItIsDoneAfterAnArrivalAndADeparture() {
        var answer = visites.post(head, team, "prenom", "Rose", "nom", "Lafleur", "fonction", "Remplacement");
        assertThat(answer).hasStatus(303).redirectedUrl().isEqualTo(team + "?fait=ajout");
        assertThat(visites.page(head, team + "?fait=ajout"))
                .contains("C’est fait", "Les remplacements", "Rose Lafleur");
        assertThat(visites.post(head, team + "/" + visites.byHand("Lafleur") + "/fin"))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(team + "?fait=fin");
        assertThat(visites.page(head, team + "?fait=fin"))
                .contains("n’entre plus")
                .doesNotContain("Lafleur");
    }

    @Test
    void saysNothingContradictoryOfADoubtfulGuardian() {
        var signals = "/annuaire/ecoles/" + reperes.ecole("0110358E") + "/signalements";
        assertThat(visites.page(head, signals)).contains("Nuñez", "Doublon probable");
        assertThat(visites.page(head, "/"))
                .doesNotContain("L’annuaire ne signale rien à corriger")
                .contains("à corriger dans ONDE");
    }

    @Test
    void takesNoNumberForAName() {
        var answer = visites.post(head, team, "prenom", "123", "nom", "Lafleur2", "fonction", "AESH");
        assertThat(answer).hasStatus(422);
        assertThat(Visites.words(answer)).contains("Écrivez le prénom", "Un nom s’écrit sans chiffre");
    }

    @Test
    void takesNoSignForAName() {
        for (var odd : new String[] {"<b>x", "Rose & Co", "Rose;", "Rose\"", "Ro/se"}) {
            var answer = visites.post(head, team, "prenom", odd, "nom", "Lafleur", "fonction", "AESH");
            assertThat(answer).as(odd).hasStatus(422);
            assertThat(Visites.words(answer)).as(odd).contains("Un nom s’écrit avec des lettres");
        }
        var answer = visites.post(head, team, "prenom", "Zoé-Ŝ. d’O", "nom", "N'Guyen de la Tour", "fonction", "AESH");
        assertThat(answer).hasStatus(303);
        assertThat(visites.post(head, team + "/" + visites.byHand("N'Guyen de la Tour") + "/fin"))
                .hasStatus(303);
    }

    @Test
    void asksWhetherSomeoneOfTheSameNameIsAnother() {
        String[] again = {"prenom", "pascale", "nom", "CALAS", "fonction", "ATSEM"};
        var answer = visites.post(head, team, again);
        assertThat(answer).hasStatus(422);
        assertThat(Visites.words(answer))
                .contains("est déjà dans l’équipe", "cochez cette case", "C’est une autre personne, du même nom");
        var other422 = visites.post(head, team, "prenom", "pascale", "nom", "CALAS", "fonction", "", "autre", "true");
        assertThat(other422).hasStatus(422);
        assertThat(Visites.words(other422))
                .as("what was ticked stays ticked")
                .contains("C’est une autre personne, du même nom", "value=\"true\" checked");
        assertThat(visites.page(head, team)).doesNotContain("C’est une autre personne");
        assertThat(visites.post(head, team, "prenom", "pascale", "nom", "CALAS", "fonction", "ATSEM", "autre", "true"))
                .hasStatus(303);
        var other = jdbc.sql("select id from annuaire.personnel where nom = 'CALAS' and prenom = 'pascale'")
                .query(UUID.class)
                .single();
        assertThat(visites.post(head, team + "/" + other + "/fin")).hasStatus(303);
    }

    @Test
    void saysWhichClassIsStillToBeChosen() {
        var answer = visites.post(head, team + "/" + oustry + "/classes");
        assertThat(answer).hasStatus(303);
        var back = java.util.Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        assertThat(visites.page(head, back))
                .contains("Choisissez d’abord la classe", "href=\"#classe-" + oustry + "\"");
    }

    private boolean teaches() {
        return jdbc.sql("select exists (select 1 from annuaire.enseigne where personnel_id = :p and classe_id = :c)")
                .param("p", oustry)
                .param("c", cm)
                .query(Boolean.class)
                .single();
    }
}
