package fr.entecole.journal;

import java.util.List;

/// The acts of one module, as a bean beside (best: inside) the enum that declares them.
@FunctionalInterface
public interface ActesDeclares {

    List<? extends Acte> actes();
}
