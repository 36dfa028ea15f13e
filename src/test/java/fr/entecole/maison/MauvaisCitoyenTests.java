package fr.entecole.maison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.Routes;
import fr.entecole.Routes.Route;
import fr.entecole.essai.sansgene.SansGene;
import fr.entecole.socle.DonneesPersonnelles.Reste;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The house's tests, shown a module that keeps none of its laws: each sees it, and says what to do.
@MondeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MauvaisCitoyenTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    List<Route> routes;
    Monde monde;

    @BeforeAll
    void settlesIn() {
        jdbc.sql(SansGene.SCHEMA).update();
        monde = new Monde(context);
        routes = Routes.of(context).stream()
                .filter(route -> route.isOf("fr.entecole.essai.sansgene"))
                .toList();
    }

    @BeforeEach
    void withoutAnyMot() {
        jdbc.sql("delete from sansgene.mot").update();
    }

    @Test
    void isAskedForAnExample() {
        assertThat(new EpreuveDesRoutes(monde).faults(routes, List.of()))
                .singleElement()
                .asString()
                .contains("routes with ids and no example", "write a class that implements ExempleDeModule")
                .contains("POST /sansgene/classes/{classe}/mots", "GET /sansgene/mots/{mot}");
    }

    @Test
    void isSeenOpeningToWhomTheThingIsNotFor() {
        var faults = new EpreuveDesRoutes(monde).faults(routes, List.of(new SansGene()));
        assertThat(faults)
                .as("writes to any class")
                .contains(
                        answers("POST /sansgene/classes/{classe}/mots", 303, Passant.COLLEGUE),
                        answers("POST /sansgene/classes/{classe}/mots", 303, Passant.ANCIEN_ENSEIGNANT),
                        answers("POST /sansgene/classes/{classe}/mots", 303, Passant.DIRECTION_AILLEURS),
                        "POST /sansgene/classes/{classe}/mots changes sansgene.mot for the teacher of another class of the school: decide who may before anything is written");
        assertThat(faults)
                .as("lets the other guardian read")
                .contains(
                        answers("GET /sansgene/eleves/{eleve}/mots", 200, Passant.RESPONSABLE_ECARTE),
                        answers("GET /sansgene/eleves/{eleve}/mots", 200, Passant.ANCIEN_RESPONSABLE))
                .doesNotContain(answers("GET /sansgene/eleves/{eleve}/mots", 200, Passant.AUTRE_FAMILLE));
        assertThat(faults)
                .as("says that something is there")
                .contains(
                        answers("GET /sansgene/mots/{mot}", 403, Passant.MAIRE),
                        answers("GET /sansgene/mots/{mot}", 200, Passant.FAMILLE_AILLEURS));
        assertThat(faults)
                .noneMatch(fault -> fault.contains(Passant.SANS_SESSION.mots())
                        || fault.contains(Passant.ENSEIGNANT_SUSPENDU.mots()));
    }

    @Test
    void isSeenTellingNobodyAndForgettingNobody() {
        var sansGene = new SansGene();
        sansGene.show(monde, new Exemple("SansGene"));
        var faults = forgetting(Passant.ENSEIGNANTE, sansGene);
        assertThat(faults)
                .contains(
                        "sansgene holds something about the teacher of the class (mot.auteur, mot.vu) and gives them nothing: return it from DonneesPersonnelles.export",
                        "sansgene.mot.auteur still holds the id of the teacher of the class, who has been forgotten: take it away in DonneesPersonnelles.erase, or say in keeps() what it stays for and until when",
                        "sansgene.mot.vu still holds the id of the teacher of the class, who has been forgotten: take it away in DonneesPersonnelles.erase, or say in keeps() what it stays for and until when");
        assertThat(forgetting(Passant.ELEVE, sansGene))
                .as("in an array")
                .anyMatch(fault -> fault.startsWith("sansgene.mot.lecteurs still holds the id of the child"));
    }

    @Test
    void isSeenKeepingForEver() {
        var sansGene = new SansGene(List.of(
                new Reste("mot.auteur", "ecrit_le", Duration.ofDays(30), "Qui a écrit"),
                new Reste("mot.vu", "ecrit_le", Duration.ofDays(30), "Qui a vu"),
                new Reste("mot.lu", "ecrit_le", Duration.ZERO, "")));
        sansGene.show(monde, new Exemple("SansGene"));
        assertThat(forgetting(Passant.ENSEIGNANTE, sansGene))
                .containsExactly(
                        "sansgene.mot.auteur still holds the id of the teacher of the class after the term that keeps() gives it: take it away in DonneesPersonnelles.purge",
                        "sansgene.mot.vu still holds the id of the teacher of the class after the term that keeps() gives it: take it away in DonneesPersonnelles.purge");
        assertThat(new EpreuveDeLOubli(monde, List.of(sansGene)).undeclared())
                .containsExactly(
                        "sansgene says that it keeps sansgene.mot.lu from ecrit_le on, and there is no such column",
                        "sansgene keeps sansgene.mot.lu and does not say how long, or what for: Reste has both");
    }

    @Test
    void isAskedToWriteBeforeItForgets() {
        assertThat(new EpreuveDeLOubli(monde, List.of(new SansGene())).unwritten(List.of(new SansGene())))
                .containsExactly(
                        "module sansgene has tables where no example writes (sansgene.mot): write something about someone there, in show() of a class that implements ExempleDeModule in src/test/java/fr/entecole/sansgene",
                        "module sansgene names nobody of the world of the tests: write something about one of them in show(), or say in withoutPeople() why no row names anyone");
    }

    private List<String> forgetting(Passant passant, SansGene sansGene) {
        var personne = monde.personne(passant);
        return new EpreuveDeLOubli(monde, List.of(sansGene))
                .faults(passant.mots(), personne, Set.of(personne, monde.compte(passant)), sansGene::erase);
    }

    private static String answers(String route, int status, Passant passant) {
        return "%s answers %d to %s: find the thing through what this person may see, so that it is not there for them (404); if they may, say why in SansGene: also(Passant.%s, \"…\")"
                .formatted(route, status, passant.mots(), passant);
    }
}
