package fr.entecole.annuaire.noms;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Postal addresses as people write them, from a feed's capitals: `15 RUE DU CHATEAU D'EAU` → "15 rue du Château
/// d’Eau". What was typed in mixed case is left as typed, and a proper name keeps what the feed has left of it.
public final class Adresses {

    private static final Set<String> SMALL =
            Stream.of("""
                    rue avenue av boulevard bd chemin che place pl impasse imp allee allée route rte
                    quai cours square lotissement lot residence résidence batiment bâtiment
                    appartement appt etage étage lieu dit hameau bis ter chez de du des d la le les l
                    et à a aux au sur sous
                    """.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());

    /// Words of a street whose accents cannot be others. A proper name keeps what the feed has left of it.
    private static final Map<String, String> ACCENTS =
            Stream.of("""
                    allée allées résidence résidences bâtiment étage château châteaux église écoles
                    école hôtel hôpital théâtre république liberté égalité fraternité maréchal
                    général médecin abbé évêché évêque pré prés forêt forêts chêne chênes genêt
                    genêts mûrier mûriers pêcher pêchers méditerranée pyrénées corbières cévennes
                    hérault presbytère cimetière rivière lumières européenne libération résistance
                    déportés fédérés numéro côte côtes île îles périphérique poète poètes célestins
                    pénitents lycée collège musée métairie
                    """.strip().split("\\s+")).collect(Collectors.toUnmodifiableMap(Adresses::bare, word -> word));
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");

    private Adresses() {}

    /// Line by line, the town last, and the country where it is another.
    ///
    /// @param connue a town whose spelling is known, such as the school's; null when there is none
    public static List<String> lignes(
            List<String> voies,
            @Nullable String codePostal,
            @Nullable String ville,
            @Nullable String pays,
            @Nullable String connue) {
        var town = Stream.of(codePostal, ville == null ? null : ville(ville, connue))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        var abroad = pays == null || pays.equalsIgnoreCase("FRANCE") ? "" : Noms.commune(pays);
        return Stream.concat(voies.stream().map(Adresses::voie), Stream.of(town, abroad))
                .filter(line -> !line.isBlank())
                .toList();
    }

    /// A town by the rules of the official code; as it is known, where it is the one that is known.
    public static String ville(String feed, @Nullable String connue) {
        return connue != null && Noms.plain(feed).equals(Noms.plain(connue)) ? connue : Noms.ville(feed);
    }

    /// A number and a street, a building, a floor.
    public static String voie(String line) {
        var shown = line.replace('\'', '’');
        return shown.equals(shown.toUpperCase(Locale.FRENCH))
                ? WORD.matcher(shown.toLowerCase(Locale.FRENCH)).replaceAll(match -> {
                    var word = ACCENTS.getOrDefault(match.group(), match.group());
                    return SMALL.contains(word)
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.FRENCH) + word.substring(1);
                })
                : shown;
    }

    private static String bare(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
