package fr.entecole.socle.contrats;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// What people have asked of their data, which rooms obey: a bean, of who keeps it.
public interface Reserves {

    /// Whether one of these people is not to be counted (RGPD, article 21). From memory: asked at each page.
    boolean uncounted(Collection<UUID> personnes);

    /// Those whose data are put aside while they are verified (article 18): nothing of theirs is forgotten meanwhile.
    Set<UUID> limited();
}
