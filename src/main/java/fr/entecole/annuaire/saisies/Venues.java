package fr.entecole.annuaire.saisies;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/// When people came in for the first time. The directory knows no account: the accounts tell it, by a bean.
@NamedInterface("saisies")
public interface Venues {

    /// @return those of these people who have come
    Map<UUID, LocalDate> of(Collection<UUID> personnes);

    /// The same of guardians, with what a teacher has asked the head of them.
    Map<UUID, Venue> ofResponsables(Collection<UUID> personnes);

    /// @param redemandee since when the head is asked to give an access again, null when they are not
    record Venue(LocalDate le, @Nullable LocalDate redemandee) {}
}
