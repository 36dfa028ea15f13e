package fr.entecole.violations.murs.grenier;

import fr.entecole.violations.murs.cave.secret.Tresor;

/// Reaches into another module's cellar: what `ModularityTests` must see.
public class Curieux {

    public Tresor found() {
        return new Tresor();
    }
}
