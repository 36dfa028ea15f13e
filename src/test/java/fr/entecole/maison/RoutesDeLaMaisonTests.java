package fr.entecole.maison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.Routes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Every route that names something answers those for whom it is, and nobody else: with ids that exist, as another
/// class, another school, last year, a guardian kept out, a suspended person, a class's device, and signed out.
@MondeTest
class RoutesDeLaMaisonTests {

    @Autowired
    ApplicationContext context;

    @Test
    void answersOnlyThoseForWhomTheThingIs() {
        var faults = new EpreuveDesRoutes(new Monde(context)).faults(Routes.ofTheHouse(context), Exemples.ofTheHouse());
        assertThat(faults).isEmpty();
    }
}
