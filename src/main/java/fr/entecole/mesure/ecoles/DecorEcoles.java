package fr.entecole.mesure.ecoles;

import fr.entecole.socle.Decor;
import org.springframework.stereotype.Component;

/// A night has passed over the named world.
@Component
class DecorEcoles implements Decor {

    private final FamillesJointes familles;

    DecorEcoles(FamillesJointes familles) {
        this.familles = familles;
    }

    @Override
    public int ordre() {
        return 910;
    }

    @Override
    public void install(Monde monde) {
        familles.count();
    }
}
