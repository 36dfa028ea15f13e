package fr.entecole.comptes.activation;

import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.Optional;

/// A birth date as typed in three fields.
public record Naissance(String jour, String mois, String annee) {

    public boolean isEmpty() {
        return (jour + mois + annee).isBlank();
    }

    Optional<LocalDate> date() {
        return Dates.typed(jour, mois, annee);
    }
}
