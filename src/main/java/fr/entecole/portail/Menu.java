package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Navigation;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.OngletsOfferts;
import fr.entecole.socle.Utilisateur;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The tabs that the modules offer to a person, in their order. A profile with one place has no tabs; with several, the
/// home is one of them.
@Component
class Menu implements Navigation {

    /// What a phone shows in one row (DESIGN §5).
    static final int PLACES = 5;

    private final List<OngletsOfferts> offerts;

    Menu(List<OngletsOfferts> offerts) {
        this.offerts = offerts;
    }

    @Override
    public List<Onglet> onglets(Utilisateur utilisateur) {
        return all(utilisateur).limit(PLACES).toList();
    }

    /// Those for which there is no place too.
    Stream<Onglet> all(Utilisateur utilisateur) {
        var found = offerts.stream()
                .flatMap(module -> module.onglets(utilisateur).stream())
                .sorted(Comparator.comparingInt(Onglet::ordre))
                .toList();
        boolean lost = !found.isEmpty()
                && found.stream().noneMatch(onglet -> onglet.adresse().equals("/"));
        return lost
                ? Stream.concat(Stream.of(new Onglet("accueil", 0, t("Accueil"), "/", "maison")), found.stream())
                : found.stream();
    }
}
