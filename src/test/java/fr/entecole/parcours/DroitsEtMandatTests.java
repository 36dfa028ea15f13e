package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.parcours.Navigateur.Taille;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A father exercises a right, which the officer answers; a parent élu speaks for the others until the last day of her
/// term. By the keyboard alone.
@MondeTest
@Tag("parcours")
class DroitsEtMandatTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Reperes reperes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    List<TravauxOfferts> travaux;

    @Test
    void answersARightWithWhatProvesIt() {
        try (var father = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Karim Benali")) {
            father.go("/mes-donnees/droits").lookAtBoth("droits-miens");
            new Clavier(father)
                    .check("droit", "OPPOSITION")
                    .type("texte", "Ma famille a été menacée : je demande à ne plus être trouvé par mon nom.")
                    .enter("Envoyer ma demande", "**fait=demande");
            father.lookAtBoth("droits-parti");
        }
        try (var officer = Navigateur.open(port).as(Taille.BUREAU).enterAs("Agnès Lebrun")) {
            var keys = new Clavier(officer);
            assertThat(officer.words()).contains("droits exercés attendent une réponse");
            officer.lookAtBoth("dpo-accueil");
            keys.enter("Répondre", "**/rgpd/droits");
            assertThat(officer.words())
                    .as("what the named world shows")
                    .contains("Marc Ferrier", "Un ancien parent de Lespignan", "Julie Ferrier");
            officer.lookAtBoth("dpo-file");
            officer.go("/rgpd/droits/"
                    + jdbc.sql("select id from rgpd.droit where texte like 'Ma famille%'")
                            .query((rs, _) -> rs.getString(1))
                            .single());
            officer.lookAtBoth("dpo-demande");
            keys.enter("Je m’en occupe", "**fait=prise");
            keys.enter("Ne plus la montrer", "**fait=reserve");
            officer.lookAtBoth("dpo-reserve");
            keys.check("issue", "FAIT")
                    .type("reponse", "C’est fait : les recherches ne vous montrent plus, sauf à la direction.")
                    .type("preuve", "Réglage de ce jour.");
            officer.lookAtBoth("dpo-reponse");
            keys.enter("Répondre", "**fait=reponse");
            officer.lookAtBoth("dpo-repondu");
            officer.go("/rgpd/violations");
            assertThat(officer.words()).contains("Une liste d’élèves envoyée à une mauvaise adresse");
            officer.lookAtBoth("dpo-violations");
        }
        try (var father = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Karim Benali")) {
            father.go("/mes-donnees/droits");
            assertThat(father.words())
                    .contains("C’est fait", "Absence des recherches par nom")
                    .doesNotContain("Réglage");
            father.lookAtBoth("droits-repondu");
        }
    }

    @Test
    void endsATermOnItsLastDayByItself() {
        var aides = "/comptes/ecoles/" + reperes.ecole("0110358E") + "/aides";
        var today = LocalDate.now(clock);
        try (var head = Navigateur.open(port).as(Taille.BUREAU).enterAs("Hélène Castans")) {
            var keys = new Clavier(head);
            head.go(aides).lookAtBoth("mandat-aides");
            keys.enter("Ajouter un parent élu", "**/parent-elu");
            keys.type("cherche", "calv").enter("Chercher");
            keys.choose("personne", "Marion Calvet")
                    .day("du", today.toString())
                    .day("au", today.plusMonths(10).toString());
            head.lookAtBoth("mandat-nouveau");
            keys.enter("Confier", "**fait=donnee");
            assertThat(head.words()).contains("C’est confié", "Marion Calvet");
            head.lookAtBoth("mandat-donne");
        }
        try (var mother = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Samira Benali")) {
            mother.go("/mon-compte/delegations");
            assertThat(mother.words()).contains("Les parents élus", "Marion Calvet");
            mother.lookAtBoth("mandat-lu");

            jdbc.sql(
                            "update comptes.delegation set du = :du, au = :hier where genre = 'PARENT_ELU' and finie_le is null")
                    .param("du", today.minusMonths(10))
                    .param("hier", today.minusDays(1))
                    .update();
            mother.go("/mon-compte/delegations");
            assertThat(mother.words()).doesNotContain("Marion Calvet");
            mother.lookAtBoth("mandat-fini");
        }
        midnight();
        try (var head = Navigateur.open(port).as(Taille.BUREAU).enterAs("Hélène Castans")) {
            head.go(aides);
            assertThat(head.words()).doesNotContain("Marion Calvet");
            head.go("/journal");
            assertThat(head.words()).as("and the journal says so").contains("parent élu");
            head.lookAtBoth("mandat-journal");
        }
    }

    private void midnight() {
        travaux.stream()
                .flatMap(offerts -> offerts.travaux().stream())
                .filter(travail -> travail.nom().startsWith("comptes.delegations"))
                .forEach(Travail::run);
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }
}
