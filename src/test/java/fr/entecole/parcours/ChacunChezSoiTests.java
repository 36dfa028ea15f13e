package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.parcours.Navigateur.Taille;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Each profile of the named world comes in by one click, finds its own home, and leaves.
@MondeTest
@Tag("parcours")
class ChacunChezSoiTests {

    @LocalServerPort
    int port;

    static Stream<Arguments> people() {
        return Stream.of(
                        new String[] {"Claire Estève", "Jeanne Bastide"},
                        new String[] {"Mathieu Faure", "CE1-CE2"},
                        new String[] {"Samira Benali", "École maternelle Alphonse Daudet"},
                        new String[] {"Yvan Galy", "Vous ne suivez aucun enfant ici"},
                        new String[] {"Inès Benali", "Ma classe"},
                        new String[] {"Lou Marty", "Ma classe"},
                        new String[] {"Younes Benali", "Ma classe"},
                        new String[] {"Hélène Castans", "Mme Vidalou"},
                        new String[] {"Nadège Puech", "École élémentaire Frédéric Mistral"},
                        new String[] {"Florence Vidal", "Haute-Garonne"},
                        new String[] {"Thérèse Aubrac", "École maternelle Alphonse Daudet"},
                        new String[] {"Paul Séguier", "Aucune classe ne vous est encore rattachée"},
                        new String[] {"Pascale Calas", "Rien ne vous attend"},
                        new String[] {"Agnès Lebrun", "Rien ne vous attend"})
                .flatMap(p -> Stream.of(Taille.values()).map(t -> Arguments.of(p[0], p[1], t)));
    }

    @ParameterizedTest(name = "{0} at home, {2}")
    @MethodSource("people")
    void findsTheirOwnHomeAndLeaves(String name, String words, Taille taille) {
        try (var window = Navigateur.open(port, taille).enterAs(name)) {
            assertThat(window.page().locator("main").innerText().replace('\u00a0', ' '))
                    .contains(words);
            window.look("accueil-" + Slug.of(name));
        }
    }
}
