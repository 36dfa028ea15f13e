package fr.entecole.annuaire.saisies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.web.Erreurs;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Someone of a school's team whom no feed carries, as typed. All of it is given back when something is to be
/// corrected.
///
/// @param autre not empty when it is said that this is another person than the one of the same name
record MembreForm(String civilite, String prenom, String nom, String fonction, String autre) {

    static final MembreForm EMPTY = new MembreForm("", "", "", "", "");

    static final List<String> FONCTIONS = Saisies.FONCTIONS;
    private static final int LONGEST = 100;
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\h.'’-]*");

    MembreForm(
            @Nullable String civilite,
            @Nullable String prenom,
            @Nullable String nom,
            @Nullable String fonction,
            @Nullable String autre) {
        this.civilite = typed(civilite);
        this.prenom = typed(prenom);
        this.nom = typed(nom);
        this.fonction = typed(fonction);
        this.autre = typed(autre);
    }

    Erreurs erreurs() {
        var erreurs = new Erreurs();
        name(erreurs, "prenom", prenom, t("Écrivez le prénom, en {0} caractères au plus.", LONGEST));
        name(erreurs, "nom", nom, t("Écrivez le nom, en {0} caractères au plus.", LONGEST));
        if (!FONCTIONS.contains(fonction)) {
            erreurs.add("fonction", t("Choisissez ce que cette personne fait dans l’école."));
        }
        return erreurs;
    }

    private static void name(Erreurs erreurs, String field, String typed, String missing) {
        if (!LETTER.matcher(typed).find() || typed.length() > LONGEST) {
            erreurs.add(field, missing);
        } else if (DIGIT.matcher(typed).find()) {
            erreurs.add(field, t("Un nom s’écrit sans chiffre."));
        } else if (!NAME.matcher(typed).matches()) {
            erreurs.add(
                    field, t("Un nom s’écrit avec des lettres, des espaces, des apostrophes et des traits d’union."));
        }
    }

    /// Whether someone of this team bears the same name, without accents, capitals or hyphens counting.
    boolean named(String other) {
        return Noms.plain(prenom + " " + nom).equals(Noms.plain(other));
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
