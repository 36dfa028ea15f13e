package fr.entecole.violations;

import fr.entecole.violations.ronde.Pas;

/// A root that knows what is nested under it, which knows it in turn.
public record Ronde(Pas pas) {}
