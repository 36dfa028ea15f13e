package fr.entecole.notifications;

import java.util.List;

/// The kinds of news of one module, as a bean beside (best: inside) the enum that declares them.
@FunctionalInterface
public interface SortesDeclarees {

    List<? extends Sorte> sortes();
}
