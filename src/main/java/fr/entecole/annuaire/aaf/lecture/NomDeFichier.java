package fr.entecole.annuaire.aaf.lecture;

import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.Sorte;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the name of a member says: `<prefix>_<Complet|Delta>_<yyyymmdd>_<Kind>_<nnnn>.xml`, where all but the kind may
/// be missing (reference §2).
///
/// @param sorte null for the kinds of the 2D dialect
/// @param numero -1 when the name has none
public record NomDeFichier(
        String chemin,
        @Nullable Sorte sorte,
        int numero,
        @Nullable Genre genre,
        @Nullable LocalDate date) {

    private static final Pattern MEMBRE = Pattern.compile(
            "(?:(.*)_)?(EtabEducNat|Eleve|PersRelEleve|PersEducNat|MatiereEducNat|MefEducNat)(?:_([0-9]{0,9}))?\\.(?i:xml)");
    /// An archive's own name may go on with the time: `ENT1DVA.20240915143000.tgz` (reference §2).
    private static final Pattern ARCHIVE = Pattern.compile("ENT[12]D(?:VA)?\\.(20[0-9]{2})([0-9]{2})([0-9]{2})[0-9]*");
    private static final Pattern JOUR = Pattern.compile("(?<![0-9])([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])");

    /// @return empty for a member that is no file of a feed: a checksum, metadata, what a system leaves behind
    static Optional<NomDeFichier> parse(String chemin) {
        var nom = chemin.substring(chemin.lastIndexOf('/') + 1);
        var trouve = MEMBRE.matcher(nom);
        if (!trouve.matches() || nom.startsWith("._")) {
            return Optional.empty();
        }
        var prefixe = trouve.group(1) == null ? "" : trouve.group(1);
        var chiffres = trouve.group(3) == null ? "" : trouve.group(3);
        return Optional.of(new NomDeFichier(
                chemin,
                Sorte.parse(trouve.group(2)).orElse(null),
                chiffres.isEmpty() ? -1 : Integer.parseInt(chiffres),
                genreIn(prefixe),
                dateIn(prefixe)));
    }

    /// A name that says both degrees says nothing.
    static boolean secondDegre(String nom) {
        var haut = nom.toUpperCase(java.util.Locale.ROOT);
        return haut.contains("ENT2D") && !haut.contains("ENT1D");
    }

    /// @return the kind that a name tells, null when it tells none or both
    static @Nullable Genre genreIn(String nom) {
        var bas = nom.toLowerCase(java.util.Locale.ROOT);
        boolean complet = bas.contains("complet");
        boolean delta = bas.contains("delta");
        return complet == delta ? null : complet ? Genre.COMPLET : Genre.DELTA;
    }

    /// @return the day that a name tells, null when it tells none or several; a date that is not eight digits is none
    static @Nullable LocalDate dateIn(String nom) {
        Set<LocalDate> jours = new HashSet<>();
        var trouve = JOUR.matcher(ARCHIVE.matcher(nom).replaceFirst("$1$2$3"));
        while (trouve.find()) {
            try {
                var annee = Integer.parseInt(trouve.group(1));
                if (annee >= 2000 && annee < 2100) {
                    jours.add(
                            LocalDate.of(annee, Integer.parseInt(trouve.group(2)), Integer.parseInt(trouve.group(3))));
                }
            } catch (DateTimeException e) {
                continue; // eight digits that are no day say nothing
            }
        }
        return jours.size() == 1 ? jours.iterator().next() : null;
    }
}
