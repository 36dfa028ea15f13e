package fr.entecole.annuaire.ecoles;

import fr.entecole.annuaire.noms.Noms;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How the public *annuaire de l’éducation* (data.education.gouv.fr, Licence Ouverte 2.0) spells a school, its commune
/// and its circonscription: with the accents and capitals that feeds have lost.
public final class NomsPublics {

    private static final Pattern KIND =
            Pattern.compile("^[eé]cole (primaire|maternelle|[eé]l[eé]mentaire)\\b\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CIRCONSCRIPTION =
            Pattern.compile("^Circonscription (?:d[’']inspection )?du 1er degr[eé] (?=de |d[’']|du |des )");
    private static final Pattern LETTER = Pattern.compile(".*\\p{Ll}.*");

    private NomsPublics() {}

    /// @return empty for a name that says no more than the feed's: none of its own, or in capitals too
    public static Optional<String> ecole(String nom) {
        var plain = nom.strip().replace('\'', '’');
        var kind = KIND.matcher(plain);
        if (!kind.find()) {
            return Optional.empty();
        }
        var own = plain.substring(kind.end()).strip();
        var word = kind.group(1).toLowerCase(Locale.FRENCH);
        return LETTER.matcher(own).matches()
                ? Optional.of("École " + (word.endsWith("mentaire") ? "élémentaire" : word) + " " + own)
                : Optional.empty();
    }

    public static Optional<String> circonscription(String nom) {
        var found = CIRCONSCRIPTION.matcher(nom.strip());
        return found.find()
                ? Optional.of(
                        "Circonscription " + nom.strip().substring(found.end()).replace('\'', '’'))
                : Optional.empty();
    }

    public static Optional<String> commune(String nom) {
        return LETTER.matcher(nom).matches() ? Optional.of(Noms.commune(nom.strip())) : Optional.empty();
    }

    /// The columns that are read, by the names of the public file; the order of the others does not matter.
    record Colonnes(int uai, int nom, int insee, int commune, int codeCirconscription, int circonscription) {

        static Optional<Colonnes> of(String heading) {
            var names = List.of(heading.replace("\ufeff", "").replace("\"", "").split(";", -1));
            var found = new Colonnes(
                    names.indexOf("Identifiant_de_l_etablissement"),
                    names.indexOf("Nom_etablissement"),
                    names.indexOf("Code_commune"),
                    names.indexOf("Nom_commune"),
                    names.indexOf("code_circonscription"),
                    names.indexOf("nom_circonscription"));
            return List.of(
                                    found.uai,
                                    found.nom,
                                    found.insee,
                                    found.commune,
                                    found.codeCirconscription,
                                    found.circonscription)
                            .contains(-1)
                    ? Optional.empty()
                    : Optional.of(found);
        }
    }
}
