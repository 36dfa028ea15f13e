package fr.entecole.socle.contrats;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// What people have obtained of their data, which rooms obey: a bean, of who keeps it. What is put aside (RGPD,
/// article 18) is kept and used no more than it must be: all four hold of it. ADR 0090.
public interface Reserves {

    /// Whether one of these people is not to be counted (article 21). From memory: asked at each page.
    boolean uncounted(Collection<UUID> personnes);

    /// Whether a search by name shows this person to those alone who direct their school. From memory.
    boolean unfound(UUID personne);

    /// Whether nothing leaves the ENT towards this person, but what guards their account or their child. From memory.
    boolean silent(UUID personne);

    /// Those whose data are put aside while they are verified: nothing of theirs is forgotten meanwhile.
    Set<UUID> limited();

    /// Reads again what is remembered: each node does so twice a minute.
    void refresh();
}
