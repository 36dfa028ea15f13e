package fr.entecole.annuaire.perimetres;

import fr.entecole.socle.Decor;
import org.springframework.stereotype.Component;

/// The assistance of the named world follows its académie.
@Component
class DecorPerimetres implements Decor {

    private final Perimetres perimetres;

    DecorPerimetres(Perimetres perimetres) {
        this.perimetres = perimetres;
    }

    @Override
    public int ordre() {
        return 11;
    }

    @Override
    public void install(Monde monde) {
        perimetres.give(
                monde.personne("Julien Cros"), "ACADEMIE:11", monde.jour().minusDays(80), null);
    }
}
