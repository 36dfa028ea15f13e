package fr.entecole.messagerie;

import java.time.LocalDate;

/// What someone says of days on which they do not read.
public record Absence(LocalDate du, LocalDate au, String texte) {}
