package fr.entecole.maison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.Routes;
import java.io.IOException;
import java.nio.file.Files;
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
    void answersOnlyThoseForWhomTheThingIs() throws IOException {
        var epreuve = new EpreuveDesRoutes(new Monde(context));
        var faults = epreuve.faults(Routes.ofTheHouse(context), Exemples.ofTheHouse());
        var page = epreuve.matrice()
                .write(
                        "situations",
                        "Every route that names something, everyone",
                        "Called with ids that exist: own class, own school, another school, last year, kept out,"
                                + " suspended, a class's device, a child at home, signed out; last, as those of the"
                                + " school whose sending is frozen. Who is answered is said by each module's"
                                + " example.");
        assertThat(faults).isEmpty();
        assertThat(Files.readString(page))
                .contains(
                        Passant.ANCIEN_ENSEIGNANT.mots(),
                        Passant.APPAREIL_DE_CLASSE.mots(),
                        Passant.ENSEIGNANTE.mots() + ", frozen",
                        "class=\"refused\">423");
    }
}
