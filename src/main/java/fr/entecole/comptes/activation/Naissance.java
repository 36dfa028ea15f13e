package fr.entecole.comptes.activation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// A birth date as typed in three fields.
public record Naissance(String jour, String mois, String annee) {

    public boolean isEmpty() {
        return (jour + mois + annee).isBlank();
    }

    Optional<LocalDate> date() {
        try {
            int year = Integer.parseInt(annee.strip());
            return Optional.of(LocalDate.of(
                    year < 100 ? 2000 + year : year, Integer.parseInt(mois.strip()), Integer.parseInt(jour.strip())));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
