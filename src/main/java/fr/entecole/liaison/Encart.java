package fr.entecole.liaison;

import java.util.Map;

/// A part of a page that a kind draws, by a template of its own.
///
/// @param gabarit `liaison/sorties/_faits`
/// @param parametres its parameters besides `page`
public record Encart(String gabarit, Map<String, Object> parametres) {

    public Encart {
        parametres = Map.copyOf(parametres);
    }
}
