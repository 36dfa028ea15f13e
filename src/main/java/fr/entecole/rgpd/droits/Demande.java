package fr.entecole.rgpd.droits;

import fr.entecole.rgpd.Droit;
import fr.entecole.rgpd.Issue;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A right that somebody exercises.
///
/// @param nom of who wrote, where no account did
/// @param prolonge why the answer was put off; empty where it was not
/// @param preuve what shows that it was done; for the officers
public record Demande(
        UUID id,
        @Nullable UUID personne,
        String nom,
        Droit droit,
        String texte,
        LocalDate recuLe,
        LocalDate duLe,
        String prolonge,
        @Nullable UUID prisPar,
        @Nullable Issue issue,
        String reponse,
        String preuve,
        @Nullable LocalDate reponduLe) {

    public boolean late(LocalDate today) {
        return issue == null && duLe.isBefore(today);
    }

    public boolean mayPutOff(LocalDate today) {
        return issue == null && prolonge.isEmpty() && !late(today);
    }
}
