package fr.entecole.annuaire.donnees;

import fr.entecole.annuaire.noms.Adresses;
import fr.entecole.annuaire.noms.Noms;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/// The values of a record as people write them, from a feed's capitals: names, towns, addresses, words of a
/// nomenclature. What was typed in mixed case is left as typed.
final class EcritureDesFiches {

    private static final Map<String, String> ANIMAUX = Map.of("herisson", "hérisson", "elephant", "éléphant");

    private EcritureDesFiches() {}

    /// @param mot the value's key in [MotsDesPersonnes]: `eleve.nom`
    static Object shown(String mot, Object valeur) {
        return switch (valeur) {
            case Collection<?> several ->
                several.stream().map(v -> v == null ? "" : shown(mot, v)).toList();
            case String words -> written(mot.substring(mot.indexOf('.') + 1), words);
            default -> valeur;
        };
    }

    private static String written(String column, String words) {
        return switch (column) {
            case "prenom", "autres_prenoms", "nom", "nom_naissance" -> Noms.personne(words);
            case "ville" -> Adresses.ville(words, null);
            case "pays" -> Noms.commune(words);
            case "adresse" -> Adresses.voie(words);
            case "type_classe", "libelle", "specialites", "specialite_libelle" ->
                words.length() > 5 && isShouted(words) ? sentence(words) : words;
            case "image" -> ANIMAUX.getOrDefault(words, words);
            default -> words;
        };
    }

    /// The code of a nomenclature before the words, if there is one, stays: `G0000$Sans specialite`.
    private static String sentence(String shouted) {
        int first = shouted.indexOf('$') + 1;
        return shouted.substring(0, Math.min(first + 1, shouted.length()))
                + shouted.substring(Math.min(first + 1, shouted.length())).toLowerCase(Locale.FRENCH);
    }

    private static boolean isShouted(String words) {
        return words.equals(words.toUpperCase(Locale.FRENCH));
    }
}
