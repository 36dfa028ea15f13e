package fr.entecole.portail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.socle.Cles;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.OngletsOfferts;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The tabs that modules offer, put together.
@EntTest
class MenuTests {

    private static final UUID ECOLE = UUID.randomUUID();
    private static final Onglet CANTINE = new Onglet("cantine", 15, "Cantine", "/cantine", "soleil");

    @Autowired
    Menu menu;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void givesNobodyMoreThanFitsOnAPhone() {
        for (var profil : Profil.values()) {
            assertThat(menu.all(utilisateur(profil)))
                    .as("tabs of %s: a module offers one too many (OngletsOfferts)", profil)
                    .hasSizeLessThanOrEqualTo(Menu.PLACES);
        }
    }

    @Test
    void sortsThemAndLeavesOutWhatHasNoPlace() {
        OngletsOfferts room = _ -> List.of(CANTINE);
        OngletsOfferts many = _ -> Stream.of(6, 2, 3, 4, 5)
                .map(i -> new Onglet("n" + i, i * 10, "N", "/" + i, "soleil"))
                .toList();
        assertThat(new Menu(List.of(many, room, _ -> List.of(new Onglet("chez", 10, "Chez moi", "/", "maison"))))
                        .onglets(utilisateur(Profil.ENSEIGNANT)))
                .extracting(Onglet::nom)
                .containsExactly("chez", "cantine", "n2", "n3", "n4");
    }

    @Test
    void addsTheHomeToTheFirstTabOfAProfileAndOtherwiseShowsNone() {
        assertThat(new Menu(List.of(_ -> List.of(CANTINE))).onglets(utilisateur(Profil.PARENT)))
                .extracting(Onglet::adresse)
                .containsExactly("/", "/cantine");
        assertThat(menu.onglets(utilisateur(Profil.CONTRIBUTEUR))).isEmpty();
    }

    /// A page that says to belong to a tab which nobody has belongs nowhere.
    @Test
    void offersEveryTabUnderWhichAPageSaysToStand() {
        Set<String> offered = new HashSet<>();
        for (var profil : Profil.values()) {
            menu.all(utilisateur(profil)).map(Onglet::nom).forEach(offered::add);
        }
        assertThat(routes.getHandlerMethods().values().stream().flatMap(MenuTests::said))
                .isNotEmpty()
                .allSatisfy(nom -> assertThat(offered).contains(nom));
    }

    private static Stream<String> said(HandlerMethod route) {
        return Stream.of(
                        route.getMethodAnnotation(SousOnglet.class),
                        route.getBeanType().getAnnotation(SousOnglet.class))
                .filter(found -> found != null)
                .flatMap(found -> Arrays.stream(found.value()));
    }

    private static Utilisateur utilisateur(Profil profil) {
        return new Utilisateur(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(),
                profil,
                "Camille",
                "Essai",
                Set.of(ECOLE),
                null,
                null,
                null,
                null,
                "École Marie Curie",
                null,
                List.of(),
                Cles.AUCUNE);
    }
}
