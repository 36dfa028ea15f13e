package fr.entecole.socle;

import java.time.LocalDate;
import java.time.Month;

/// A school year, named by the civil year of its rentrée: 2026 is 2026-2027. It runs from 1 September to 31 August
/// (code de l'éducation, L521-1 gives the exact days; a class of the feed is a class of one year).
public record AnneeScolaire(int rentree) {

    public static AnneeScolaire of(LocalDate jour) {
        return new AnneeScolaire(
                jour.getMonthValue() >= Month.SEPTEMBER.getValue() ? jour.getYear() : jour.getYear() - 1);
    }

    public LocalDate debut() {
        return LocalDate.of(rentree, Month.SEPTEMBER, 1);
    }

    @Override
    public String toString() {
        return rentree + "-" + (rentree + 1);
    }
}
