package fr.entecole.notifications;

import fr.entecole.direct.Direct;
import java.util.List;
import org.springframework.stereotype.Component;

/// Those whose bell has just rung see it on the pages that they have open. Pages of small children show no bell, and
/// listen to nothing.
@Component
class PagesOuvertes implements Voie {

    static final String AVIS = "avis";

    private final Direct direct;

    PagesOuvertes(Direct direct) {
        this.direct = direct;
    }

    @Override
    public void tell(Depot depot, List<Arrivee> arrivees) {
        direct.tell(arrivees.stream().map(Arrivee::personneId).toList(), AVIS);
    }
}
