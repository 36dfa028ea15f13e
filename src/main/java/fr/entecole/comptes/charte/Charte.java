package fr.entecole.comptes.charte;

import java.time.LocalDate;
import java.util.UUID;

/// One version of one text, as it was published and as it stays.
///
/// @param effetLe the day from which sign-ins ask for it
/// @param empreinte SHA-256 of the text, in hexadecimal
record Charte(UUID id, Texte texte, int version, LocalDate effetLe, String corps, String empreinte) {

    CorpsDeCharte lu() {
        return CorpsDeCharte.parse(corps);
    }
}
