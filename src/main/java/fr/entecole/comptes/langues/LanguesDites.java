package fr.entecole.comptes.langues;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// What people have said in another room: « je lis plus facilement en… ».
public interface LanguesDites {

    /// One statement, whatever the number.
    ///
    /// @param personnes of the directory
    /// @return the code of a language, of those who have said one
    Map<UUID, String> of(Collection<UUID> personnes);
}
