package fr.entecole.liaison.ecriture;

import fr.entecole.liaison.Champs;
import fr.entecole.redaction.Brouillon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The fields that a kind has of its own, kept while the page shows another kind: under `garde.SORTIE.sortie-jour`
/// until it is shown again.
final class Reprise {

    private static final String GARDE = "garde.";
    private static final String CHOIX = "choix.";
    private static final Set<String> DE_TOUS = Set.of(
            "_csrf",
            "titre",
            "texte",
            "texte-version",
            "pour",
            "eleves",
            "jour",
            "cherche",
            "vus",
            "geste",
            "genre",
            "vers",
            "revu",
            "motif",
            "averti",
            "attendu",
            "repondants",
            "avant",
            "depots",
            "fichiers");

    private Reprise() {}

    /// What a draft had, by the names of its fields, as a form would have sent it.
    static Champs of(Brouillon brouillon) {
        Map<String, List<String>> valeurs = new HashMap<>();
        brouillon.champs().forEach((nom, valeur) -> {
            if (nom.startsWith(CHOIX)) {
                var choisi = nom.substring(CHOIX.length());
                valeurs.put(
                        choisi,
                        brouillon.choix(choisi).stream()
                                .map(one -> one.replace('\u2028', '\n'))
                                .toList());
            } else {
                valeurs.put(nom, List.of(valeur));
            }
        });
        return new Champs(valeurs);
    }

    static List<UUID> depots(Champs champs) {
        return champs.all("depots").stream()
                .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .toList();
    }

    /// What the kind that is shown reads: what was sent, and what was kept of it.
    static Champs shown(Champs champs, String genre) {
        var valeurs = new HashMap<>(champs.valeurs());
        var garde = GARDE + genre + ".";
        champs.valeurs().forEach((nom, those) -> {
            if (nom.startsWith(garde)) {
                valeurs.put(nom.substring(garde.length()), those);
            }
        });
        return new Champs(valeurs);
    }

    /// What the page keeps of the other kinds.
    ///
    /// @param sent kind of the form that was sent
    /// @param shown kind that comes next
    static List<Garde> kept(Champs champs, String sent, String shown) {
        var kept = new ArrayList<Garde>();
        champs.valeurs().forEach((nom, those) -> {
            boolean garde = nom.startsWith(GARDE);
            boolean others = garde && !nom.startsWith(GARDE + shown + ".") && !nom.startsWith(GARDE + sent + ".");
            boolean own = !garde && !sent.equals(shown) && !DE_TOUS.contains(nom) && !nom.startsWith("_");
            if (others || own) {
                those.stream()
                        .filter(valeur -> !valeur.isEmpty())
                        .forEach(valeur -> kept.add(new Garde(garde ? nom : GARDE + sent + "." + nom, valeur)));
            }
        });
        return kept;
    }

    /// Kinds of which something is kept.
    static Set<String> genres(List<Garde> kept) {
        return kept.stream().map(Garde::genre).collect(Collectors.toSet());
    }

    /// @param nom `garde.SORTIE.sortie-jour`
    record Garde(String nom, String valeur) {

        String genre() {
            return part(1);
        }

        String champ() {
            return part(2);
        }

        private String part(int rang) {
            var parts = nom.split("\\.", 3);
            return rang < parts.length ? parts[rang] : "";
        }
    }
}
