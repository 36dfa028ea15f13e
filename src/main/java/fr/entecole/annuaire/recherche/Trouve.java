package fr.entecole.annuaire.recherche;

import fr.entecole.annuaire.Nature;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody whom a search by name found, as the page shows them.
///
/// @param detail class, children or school, in words
/// @param naissance of a pupil, shown beside a homonym
/// @param adresse the page to open, null where there is none
/// @param telephones a guardian's, or the school's
/// @param acces where an access is given again, null where it is not the searcher's to give
/// @param parLaDirection whether the head alone gives it, to a guardian who has come: it is asked of them
record Trouve(
        UUID id,
        Nature nature,
        String nom,
        String detail,
        @Nullable LocalDate naissance,
        @Nullable String adresse,
        List<String> telephones,
        @Nullable String acces,
        boolean parLaDirection) {

    Trouve byTheHead() {
        return new Trouve(id, nature, nom, detail, naissance, adresse, telephones, acces, true);
    }
}
