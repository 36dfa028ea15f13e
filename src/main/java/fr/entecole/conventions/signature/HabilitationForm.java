package fr.entecole.conventions.signature;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who signs for the region, as typed.
record HabilitationForm(String prenom, String nom, String qualite, String acte, String du, String au) {

    static final HabilitationForm EMPTY = new HabilitationForm(null, null, null, null, null, null);

    private static final int LONGEST = 200;

    HabilitationForm(
            @Nullable String prenom,
            @Nullable String nom,
            @Nullable String qualite,
            @Nullable String acte,
            @Nullable String du,
            @Nullable String au) {
        this.prenom = typed(prenom);
        this.nom = typed(nom);
        this.qualite = typed(qualite);
        this.acte = typed(acte);
        this.du = typed(du);
        this.au = typed(au);
    }

    Erreurs erreurs(LocalDate today) {
        var erreurs = new Erreurs();
        if (prenom.isEmpty() || nom.isEmpty()) {
            erreurs.add(prenom.isEmpty() ? "prenom" : "nom", t("Écrivez le prénom et le nom, comme dans l’ENT."));
        }
        needed(erreurs, "qualite", qualite, t("Écrivez en quelle qualité cette personne signe."));
        needed(erreurs, "acte", acte, t("Écrivez l’acte qui lui délègue la signature, avec sa date."));
        var from = Dates.typed(du);
        var to = Dates.typed(au);
        if (from.isEmpty()) {
            erreurs.add("du", t("Choisissez le premier jour."));
        }
        if (to.isEmpty()
                || to.get().isBefore(today)
                || from.filter(d -> d.isAfter(to.get())).isPresent()) {
            erreurs.add("au", t("Choisissez le dernier jour\u00a0: il n’est pas passé, ni avant le premier."));
        }
        return erreurs;
    }

    private static void needed(Erreurs erreurs, String champ, String valeur, String phrase) {
        if (valeur.isEmpty()) {
            erreurs.add(champ, phrase);
        } else if (valeur.length() > LONGEST) {
            erreurs.add(champ, t("C’est trop long\u00a0: {0} caractères au plus.", LONGEST));
        }
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
