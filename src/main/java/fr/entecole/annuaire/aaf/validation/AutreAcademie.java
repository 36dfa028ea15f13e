package fr.entecole.annuaire.aaf.validation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.aaf.LotRefuse;
import fr.entecole.annuaire.aaf.lecture.Enregistrement;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps another académie's feed out: ids are unique inside one académie only, so applying it would overwrite people.
/// Every sign counts: the names of the delivery and of its files, what a file's header announces, and of a structure
/// ENTServAcAcademie and its code, else the département at the head of its UAI.
public record AutreAcademie(String academie, AafReglages reglages) {

    private static final String AUTRE = "autre";
    /// Names that files bear besides those of the settings.
    private static final Set<String> AILLEURS = Set.of(
            "AIX MARSEILLE",
            "AMIENS",
            "BESANCON",
            "BORDEAUX",
            "CAEN",
            "CLERMONT FERRAND",
            "CORSE",
            "CRETEIL",
            "DIJON",
            "GRENOBLE",
            "GUADELOUPE",
            "GUYANE",
            "LA REUNION",
            "LILLE",
            "LIMOGES",
            "LYON",
            "MARTINIQUE",
            "MAYOTTE",
            "NANCY METZ",
            "NANTES",
            "NICE",
            "NORMANDIE",
            "ORLEANS TOURS",
            "PARIS",
            "POITIERS",
            "REIMS",
            "RENNES",
            "ROUEN",
            "STRASBOURG",
            "VERSAILLES");
    private static final Pattern CODE = Pattern.compile("(?<![A-Z0-9])ENT([0-9]{2})(?![A-Z0-9])");
    private static final Pattern UAI = Pattern.compile("(?<![A-Z0-9])[0-9]{7}[A-Z](?![A-Z0-9])");

    /// @param nom of the delivery, or of a file with its folders
    public void checkName(String nom) {
        var dites = named(nom);
        if (!dites.isEmpty() && !dites.contains(academie)) {
            throw new LotRefuse(t(
                    "Le nom {0} dit une autre académie que celle qui est demandée ({1}, {2}) : donnez l’envoi de cette"
                            + " académie, ou changez l’académie demandée.",
                    nom, academie, reglages.nameOf(academie)));
        }
    }

    private Set<String> named(String nom) {
        Set<String> dites = new HashSet<>();
        var mots = words(nom);
        reglages.academies().forEach((libelle, code) -> {
            if (has(mots, words(libelle))) {
                dites.add(code);
            }
        });
        AILLEURS.stream().filter(ailleurs -> has(mots, ailleurs)).forEach(_ -> dites.add(AUTRE));
        var haut = plain(nom);
        CODE.matcher(haut).results().forEach(r -> dites.add(r.group(1)));
        UAI.matcher(haut)
                .results()
                .map(r -> byUai(r.group()))
                .filter(c -> c != null)
                .forEach(dites::add);
        return dites;
    }

    private static boolean has(String mots, String libelle) {
        return (" " + mots + " ").contains(" " + libelle + " ");
    }

    private static String words(String nom) {
        return plain(nom).replaceAll("[^A-Z]+", " ").strip();
    }

    private static String plain(String nom) {
        return Normalizer.normalize(nom, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
    }

    /// @param code as a header writes it, `013`
    public void checkAnnounced(String fichier, String code) {
        if (!isOurs(code)) {
            throw new LotRefuse(t(
                    "Le fichier {0} annonce l’académie de code {1}, pas celle qui est demandée ({2}, {3}) : donnez"
                            + " l’envoi de cette académie, ou changez l’académie demandée.",
                    fichier, code, academie, reglages.nameOf(academie)));
        }
    }

    private boolean isOurs(String code) {
        return Integer.parseInt(code) == Integer.parseInt(academie);
    }

    void check(String fichier, Enregistrement structure) {
        var nom = structure.first("ENTServAcAcademie");
        var chiffres = structure.first("ENTServAcCodeAcademie");
        var dite = nom == null ? null : byName(nom);
        if (chiffres != null && chiffres.matches("[0-9]{1,4}") && (dite == null || dite.equals(academie))) {
            dite = isOurs(chiffres) ? academie : chiffres;
        }
        var code = dite == null ? byUai(structure.first("ENTStructureUAI")) : dite;
        if (code != null && !code.equals(academie)) {
            throw new LotRefuse(t(
                    "L’école ou le service {0} du fichier {1} est d’une autre académie ({2}) que celle qui est demandée ({3},"
                            + " {4}) : donnez l’envoi de cette académie, ou changez l’académie demandée.",
                    structure.id(), fichier, nom == null ? code : nom, academie, reglages.nameOf(academie)));
        }
    }

    private String byName(String nom) {
        return reglages.academies()
                .getOrDefault(plain(nom).replaceFirst("^ACADEMIE (DE |D')?", "").strip(), AUTRE);
    }

    private @Nullable String byUai(@Nullable String uai) {
        if (uai == null || !Verifications.upper(uai).matches("[0-9]{7}[A-Z]")) {
            return null;
        }
        // A pseudo-UAI (reference §12.1) has a bad key and a département that is none: it tells nothing.
        var code = reglages.academieOfDepartement(uai.substring(0, 3));
        return code == null && Verifications.uai(Verifications.upper(uai)) ? AUTRE : code;
    }
}
