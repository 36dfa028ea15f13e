package fr.entecole.violations.murs.cave;

import fr.entecole.violations.murs.cave.secret.Tresor;

public class Porte {

    public Tresor behind() {
        return new Tresor();
    }
}
