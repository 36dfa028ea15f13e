package fr.entecole.conventions.personnes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Profil;
import fr.entecole.socle.web.Erreurs;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Someone of a commune, as typed.
///
/// @param commune name, SIRET or INSEE code, where nobody is signed in
/// @param remplace id of whom they follow; empty: nobody
record PersonneForm(
        String commune, String profil, String prenom, String nom, String fonction, String courriel, String remplace) {

    static final PersonneForm EMPTY = new PersonneForm("", "", "", "", "", "", "");

    private static final int LONGEST = 100;
    private static final Pattern NOM = Pattern.compile("\\p{L}[\\p{L}\\p{M} '’.\\-]*");
    private static final Pattern COURRIEL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+");

    PersonneForm(
            @Nullable String commune,
            @Nullable String profil,
            @Nullable String prenom,
            @Nullable String nom,
            @Nullable String fonction,
            @Nullable String courriel,
            @Nullable String remplace) {
        this.commune = typed(commune);
        this.profil = typed(profil);
        this.prenom = typed(prenom);
        this.nom = typed(nom);
        this.fonction = typed(fonction);
        this.courriel = typed(courriel);
        this.remplace = typed(remplace);
    }

    /// @param profils what they may be
    Erreurs erreurs(List<Profil> profils) {
        var erreurs = new Erreurs();
        if (profilOf(profils).isEmpty()) {
            erreurs.add("profil", t("Choisissez ce que fera cette personne."));
        }
        name(erreurs, "prenom", prenom, t("Écrivez le prénom, en lettres."));
        name(erreurs, "nom", nom, t("Écrivez le nom, en lettres."));
        if (!COURRIEL.matcher(courriel).matches() || courriel.length() > LONGEST) {
            erreurs.add("courriel", t("Écrivez une adresse de courriel, comme mairie@exemple.fr."));
        }
        return erreurs;
    }

    private static void name(Erreurs erreurs, String champ, String valeur, String phrase) {
        if (!NOM.matcher(valeur).matches() || valeur.length() > LONGEST) {
            erreurs.add(champ, phrase);
        }
    }

    /// Where nobody signed in says who they are in the town hall.
    Erreurs function(Erreurs erreurs) {
        return fonction.isEmpty() || fonction.length() > LONGEST
                ? erreurs.add("fonction", t("Écrivez votre fonction à la mairie."))
                : erreurs;
    }

    Optional<Profil> profilOf(List<Profil> profils) {
        return profils.stream().filter(p -> p.name().equals(profil)).findFirst();
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
