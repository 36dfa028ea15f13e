package fr.entecole.annuaire.saisies;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/// When people came in for the first time. The directory knows no account: the accounts tell it, by a bean.
@NamedInterface("saisies")
public interface Venues {

    /// @return those of these people who have come
    Map<UUID, LocalDate> of(Collection<UUID> personnes);

    /// @return those of these guardians for whom a teacher has asked the head to give an access again, since when
    Map<UUID, LocalDate> askedAgain(Collection<UUID> personnes);
}
