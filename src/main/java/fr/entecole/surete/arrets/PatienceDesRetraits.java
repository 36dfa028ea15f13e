package fr.entecole.surete.arrets;

import fr.entecole.surete.ReglagesSurete;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// How long a page goes on with a withdrawal: what is left is done without it.
@Component
class PatienceDesRetraits {

    private final ReglagesSurete reglages;

    PatienceDesRetraits(ReglagesSurete reglages) {
        this.reglages = reglages;
    }

    Predicate<Integer> begin() {
        long until = System.nanoTime() + reglages.patience().toNanos();
        return _ -> System.nanoTime() - until < 0;
    }
}
