package fr.entecole.comptes.charte;

import fr.entecole.socle.Decor;
import fr.entecole.socle.Decor.Monde;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The named people have answered their charter, but for one who shows how it is asked.
@Component
class DecorCharte implements Decor {

    private static final Set<String> DUE = Set.of("Marion Calvet");

    private final AccordsDeDemonstration accords;

    DecorCharte(AccordsDeDemonstration accords) {
        this.accords = accords;
    }

    @Override
    public int ordre() {
        return 22;
    }

    @Override
    public void install(Monde monde) {
        monde.distribution().stream()
                .filter(personnage -> !DUE.contains(personnage.nom()))
                .forEach(personnage -> accords.accept(personnage.compteId()));
    }
}
