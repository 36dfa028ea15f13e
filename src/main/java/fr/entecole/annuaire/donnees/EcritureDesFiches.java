package fr.entecole.annuaire.donnees;

import fr.entecole.annuaire.noms.Noms;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The values of a record as people write them, from a feed's capitals: names, towns, addresses, words of a
/// nomenclature. What was typed in mixed case is left as typed.
final class EcritureDesFiches {

    private static final Set<String> OF_A_STREET = Set.of(
            "rue",
            "avenue",
            "av",
            "boulevard",
            "bd",
            "chemin",
            "che",
            "place",
            "pl",
            "impasse",
            "imp",
            "allee",
            "allée",
            "route",
            "rte",
            "quai",
            "cours",
            "square",
            "lotissement",
            "lot",
            "residence",
            "résidence",
            "batiment",
            "bâtiment",
            "appartement",
            "appt",
            "etage",
            "étage",
            "lieu",
            "dit",
            "hameau",
            "bis",
            "ter",
            "chez",
            "de",
            "du",
            "des",
            "d",
            "la",
            "le",
            "les",
            "l",
            "et",
            "à",
            "a",
            "aux",
            "au",
            "sur",
            "sous");
    /// Words of a street whose accents cannot be others. A proper name keeps what the feed has left of it.
    private static final Map<String, String> ACCENTS = Stream.of(
                    "allée allées résidence résidences bâtiment étage château châteaux église écoles école hôtel"
                            + " hôpital théâtre république liberté égalité fraternité maréchal général médecin abbé évêché"
                            + " évêque pré prés forêt forêts chêne chênes genêt genêts mûrier mûriers pêcher pêchers"
                            + " méditerranée pyrénées corbières cévennes hérault presbytère cimetière rivière lumières"
                            + " européenne libération résistance déportés fédérés numéro côte côtes île îles périphérique"
                            + " poète poètes célestins pénitents lycée collège musée métairie")
            .flatMap(words -> Stream.of(words.split(" ")))
            .collect(Collectors.toUnmodifiableMap(EcritureDesFiches::bare, word -> word));
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");
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
            case "ville" -> Noms.ville(words);
            case "pays" -> Noms.commune(words);
            case "adresse" -> isShouted(words) ? street(words) : words;
            case "type_classe", "libelle", "specialites", "specialite_libelle" ->
                words.length() > 5 && isShouted(words) ? sentence(words) : words;
            case "image" -> ANIMAUX.getOrDefault(words, words);
            default -> words;
        };
    }

    private static String street(String shouted) {
        return WORD.matcher(shouted.toLowerCase(Locale.FRENCH).replace('\'', '’'))
                .replaceAll(match -> {
                    var word = ACCENTS.getOrDefault(match.group(), match.group());
                    return OF_A_STREET.contains(word)
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.FRENCH) + word.substring(1);
                });
    }

    /// The code of a nomenclature before the words, if there is one, stays: `G0000$Sans specialite`.
    private static String sentence(String shouted) {
        int first = shouted.indexOf('$') + 1;
        return shouted.substring(0, Math.min(first + 1, shouted.length()))
                + shouted.substring(Math.min(first + 1, shouted.length())).toLowerCase(Locale.FRENCH);
    }

    private static String bare(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static boolean isShouted(String words) {
        return words.equals(words.toUpperCase(Locale.FRENCH));
    }
}
