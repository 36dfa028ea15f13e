package fr.entecole.annuaire.aaf.lecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The values of one record as they come, each once, within what a record may hold.
final class Recueil {

    /// All attributes together: a body (child welfare) may answer for thousands of children.
    private static final int VALEURS_MAX = 10_000;
    private static final int ATTRIBUTS_MAX = 1000;
    private static final int SIGNES_MAX = 1_000_000;
    /// From here on looking through a list costs more than a set.
    private static final int PEU = 16;

    private final Map<String, List<String>> attributs = new LinkedHashMap<>(64);
    private final Map<String, Set<String>> nombreux = new HashMap<>();
    private int valeurs;
    private int signes;

    Map<String, List<String>> attributs() {
        return attributs;
    }

    List<String> list(String attribut) {
        return attributs.computeIfAbsent(attribut, _ -> new ArrayList<>(1));
    }

    /// @param liste of the attribute
    void add(String attribut, List<String> liste, String valeur) {
        valeurs++;
        signes += valeur.length();
        boolean nouvelle = liste.size() < PEU
                ? !liste.contains(valeur)
                : nombreux.computeIfAbsent(attribut, _ -> new HashSet<>(liste)).add(valeur);
        if (nouvelle && !valeur.isEmpty()) {
            liste.add(valeur);
        }
    }

    boolean isBeyond() {
        return valeurs > VALEURS_MAX || attributs.size() > ATTRIBUTS_MAX || signes > SIGNES_MAX;
    }
}
