package fr.entecole.annuaire;

import java.util.UUID;

/// Someone was entered by hand, in the transaction of who entered them: their account is born with them.
public record PersonneSaisie(UUID personneId) {}
