package fr.entecole.annuaire.saisies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.web.Erreurs;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Someone of a school's team whom no feed carries, as typed. All of it is given back when something is to be
/// corrected.
record MembreForm(String civilite, String prenom, String nom, String fonction) {

    static final MembreForm EMPTY = new MembreForm("", "", "", "");

    static final List<String> FONCTIONS = List.of("AESH", "ATSEM", "Service civique", "Remplacement", "Intervention");
    private static final int LONGEST = 100;

    MembreForm(@Nullable String civilite, @Nullable String prenom, @Nullable String nom, @Nullable String fonction) {
        this.civilite = typed(civilite);
        this.prenom = typed(prenom);
        this.nom = typed(nom);
        this.fonction = typed(fonction);
    }

    Erreurs erreurs() {
        var erreurs = new Erreurs();
        if (prenom.isEmpty() || prenom.length() > LONGEST) {
            erreurs.add("prenom", t("Écrivez le prénom, en {0} caractères au plus.", LONGEST));
        }
        if (nom.isEmpty() || nom.length() > LONGEST) {
            erreurs.add("nom", t("Écrivez le nom, en {0} caractères au plus.", LONGEST));
        }
        if (!FONCTIONS.contains(fonction)) {
            erreurs.add("fonction", t("Choisissez ce que cette personne fait dans l’école."));
        }
        return erreurs;
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
