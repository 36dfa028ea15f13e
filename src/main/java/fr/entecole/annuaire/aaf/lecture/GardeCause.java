package fr.entecole.annuaire.aaf.lecture;

import fr.entecole.annuaire.aaf.LotRefuse;
import org.jspecify.annotations.Nullable;

/// Finds the refusal that a library wrapped on its way up.
final class GardeCause {

    private GardeCause() {}

    static @Nullable LotRefuse refusalIn(@Nullable Throwable e) {
        for (var t = e; t != null; t = t.getCause()) {
            if (t instanceof LotRefuse refus) {
                return refus;
            }
        }
        return null;
    }
}
