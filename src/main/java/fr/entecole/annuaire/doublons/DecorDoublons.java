package fr.entecole.annuaire.doublons;

import fr.entecole.socle.Decor;
import org.springframework.stereotype.Component;

/// A night has passed over the named world.
@Component
class DecorDoublons implements Decor {

    private final Ressemblances ressemblances;

    DecorDoublons(Ressemblances ressemblances) {
        this.ressemblances = ressemblances;
    }

    @Override
    public int ordre() {
        return 911;
    }

    @Override
    public void install(Monde monde) {
        ressemblances.look();
    }
}
