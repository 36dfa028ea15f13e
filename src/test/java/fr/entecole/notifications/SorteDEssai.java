package fr.entecole.notifications;

import java.util.List;
import org.springframework.stereotype.Component;

/// News of no module.
public enum SorteDEssai implements Sorte {
    MOT_DESSAI {
        @Override
        public String phrase() {
            return "Un mot d’essai";
        }
    },
    ALERTE_DESSAI {
        @Override
        public String phrase() {
            return "Une alerte d’essai";
        }

        @Override
        public Cadence cadence() {
            return Cadence.TOUT_DE_SUITE;
        }
    };

    @Component
    static class Declares implements SortesDeclarees {

        @Override
        public List<? extends Sorte> sortes() {
            return List.of(values());
        }
    }
}
