package fr.entecole.portail;

import fr.entecole.annuaire.aaf.LotAvance;
import fr.entecole.direct.Direct;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// An import that goes on is seen on the open pages of those who administer the region.
@Component
class ImportsEnDirect {

    private final Direct direct;

    ImportsEnDirect(Direct direct) {
        this.direct = direct;
    }

    @EventListener
    void on(LotAvance avance) {
        direct.tell(avance.personnes(), "imports");
    }
}
