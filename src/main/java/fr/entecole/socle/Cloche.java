package fr.entecole.socle;

import org.jspecify.annotations.Nullable;

/// How many news someone has not read, for the bell of the header. A bean, asked once a page: it answers from memory.
public interface Cloche {

    /// @return null when that is not known just now
    @Nullable
    Integer nonLues(Utilisateur utilisateur);
}
