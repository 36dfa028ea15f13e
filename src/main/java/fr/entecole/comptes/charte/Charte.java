package fr.entecole.comptes.charte;

import fr.entecole.socle.langue.Langue;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// One version of one text, as it was published and as it stays.
///
/// @param effetLe the day from which sign-ins ask for it
/// @param empreinte SHA-256 of the text, in hexadecimal
record Charte(UUID id, Texte texte, int version, LocalDate effetLe, String corps, String empreinte) {

    CorpsDeCharte lu() {
        return CorpsDeCharte.parse(corps);
    }

    /// In its reader's language; empty where that is French, or has not all of it. What is answered for is the French.
    Optional<CorpsDeCharte> traduite() {
        return lu().in(Langue.courante());
    }
}
