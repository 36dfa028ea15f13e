package fr.entecole.violations.ronde;

import fr.entecole.violations.Ronde;

public record Pas(Ronde ronde) {}
