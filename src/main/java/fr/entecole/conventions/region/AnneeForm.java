package fr.entecole.conventions.region;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.regles.Fenetre;
import fr.entecole.conventions.regles.Montant;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.conventions.regles.Redaction;
import fr.entecole.conventions.regles.Signataire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the region says of a school year, as typed.
record AnneeForm(
        String prix,
        String fin,
        String preavis,
        String fenetreDu,
        String fenetreAu,
        String tolerance,
        String tribunal,
        String beaucoup,
        String profils,
        String partie,
        String signataire,
        String qualite,
        String delegant,
        String lieu,
        String texte) {

    private static final int LONGEST = 300;
    private static final int TEXTE = 60_000;

    AnneeForm(
            @Nullable String prix,
            @Nullable String fin,
            @Nullable String preavis,
            @Nullable String fenetreDu,
            @Nullable String fenetreAu,
            @Nullable String tolerance,
            @Nullable String tribunal,
            @Nullable String beaucoup,
            @Nullable String profils,
            @Nullable String partie,
            @Nullable String signataire,
            @Nullable String qualite,
            @Nullable String delegant,
            @Nullable String lieu,
            @Nullable String texte) {
        this.prix = typed(prix);
        this.fin = typed(fin);
        this.preavis = typed(preavis);
        this.fenetreDu = typed(fenetreDu);
        this.fenetreAu = typed(fenetreAu);
        this.tolerance = typed(tolerance);
        this.tribunal = typed(tribunal);
        this.beaucoup = typed(beaucoup);
        this.profils = typed(profils);
        this.partie = typed(partie);
        this.signataire = typed(signataire);
        this.qualite = typed(qualite);
        this.delegant = typed(delegant);
        this.lieu = typed(lieu);
        this.texte = typed(texte);
    }

    static AnneeForm of(Parametres p) {
        var fenetre = p.fenetre();
        var tolerance = p.tolerance();
        return new AnneeForm(
                p.prixParEcole().nombre(),
                p.fin().toString(),
                String.valueOf(p.preavis()),
                fenetre == null ? "" : fenetre.du().toString(),
                fenetre == null ? "" : fenetre.au().toString(),
                tolerance == null ? "" : tolerance.toString(),
                p.tribunal(),
                String.valueOf(p.beaucoup()),
                p.profils(),
                p.partie(),
                p.signataire().nom(),
                p.signataire().qualite(),
                p.signataire().delegant(),
                p.signataire().lieu(),
                p.texte());
    }

    Erreurs erreurs(int annee, Map<String, String> mots) {
        var erreurs = new Erreurs();
        if (Montant.typed(prix).filter(Montant::positive).isEmpty()) {
            erreurs.add("prix", t("Écrivez un prix en euros, comme 40 ou 40,50."));
        }
        if (Dates.typed(fin)
                .filter(d -> d.getYear() >= annee && d.getYear() <= annee + 2)
                .isEmpty()) {
            erreurs.add(
                    "fin", t("Choisissez le dernier jour de la convention, pendant l’année scolaire ou juste après."));
        }
        whole(erreurs, "preavis", preavis, t("Écrivez un nombre de mois, 0 s’il n’y a pas de préavis."));
        whole(erreurs, "beaucoup", beaucoup, t("Écrivez un nombre d’écoles, 0 s’il n’y a pas de limite."));
        var from = Dates.typed(fenetreDu);
        var to = Dates.typed(fenetreAu);
        if (fenetreDu.isEmpty() != fenetreAu.isEmpty()
                || (!fenetreDu.isEmpty()
                        && (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())))) {
            erreurs.add("fenetreAu", t("Choisissez deux jours dans l’ordre, ou laissez les deux vides."));
        }
        if (!tolerance.isEmpty() && Dates.typed(tolerance).isEmpty()) {
            erreurs.add("tolerance", t("Choisissez un jour, ou laissez vide."));
        }
        needed(erreurs, "profils", profils, t("Écrivez les profils que l’article 2 nomme."));
        needed(erreurs, "partie", partie, t("Écrivez comment le texte nomme la région."));
        needed(erreurs, "signataire", signataire, t("Écrivez le prénom et le nom de qui signe pour la région."));
        needed(erreurs, "qualite", qualite, t("Écrivez sa qualité."));
        needed(erreurs, "lieu", lieu, t("Écrivez où se fait la signature."));
        for (var more : Map.of("tribunal", tribunal, "delegant", delegant).entrySet()) {
            if (more.getValue().length() > LONGEST) {
                erreurs.add(more.getKey(), t("C’est trop long\u00a0: {0} caractères au plus.", LONGEST));
            }
        }
        if (texte.isEmpty() || texte.length() > TEXTE || !texte.contains("[ecoles]") && !texte.contains("[annexe]")) {
            erreurs.add("texte", t("Écrivez le texte, avec [ecoles] ou [annexe] là où se place la liste."));
        } else if (erreurs.isEmpty()) {
            var unknown = Redaction.unknown(parametres(annee, mots));
            if (!unknown.isEmpty()) {
                erreurs.add(
                        "texte",
                        t(
                                "Ces variables n’existent pas\u00a0: {0}. Corrigez-les dans le texte.",
                                String.join(", ", unknown)));
            }
        }
        return erreurs;
    }

    private static void whole(Erreurs erreurs, String champ, String valeur, String phrase) {
        if (!valeur.matches("\\d{1,2}")) {
            erreurs.add(champ, phrase);
        }
    }

    private static void needed(Erreurs erreurs, String champ, String valeur, String phrase) {
        if (valeur.isEmpty()) {
            erreurs.add(champ, phrase);
        } else if (valeur.length() > LONGEST) {
            erreurs.add(champ, t("C’est trop long\u00a0: {0} caractères au plus.", LONGEST));
        }
    }

    /// Of one without errors.
    ///
    /// @param mots words of the text, kept from what the form began with
    Parametres parametres(int annee, Map<String, String> mots) {
        return new Parametres(
                annee,
                Montant.typed(prix).orElseThrow().centimes(),
                Dates.typed(fin).orElseThrow(),
                Integer.parseInt(preavis),
                fenetreDu.isEmpty()
                        ? null
                        : new Fenetre(
                                Dates.typed(fenetreDu).orElseThrow(),
                                Dates.typed(fenetreAu).orElseThrow()),
                Dates.typed(tolerance).orElse(null),
                tribunal,
                Integer.parseInt(beaucoup),
                profils,
                partie,
                new Signataire(signataire, qualite, delegant, lieu),
                mots,
                texte);
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
