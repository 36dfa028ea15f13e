package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Codes;
import fr.entecole.annuaire.noms.Niveau;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A pupil whom the feed does not have yet, as typed.
record EleveForm(
        String prenom, String nom, String jour, String mois, String annee, String ine, String niveau, String classe) {

    private static final Pattern FIGURES = Pattern.compile("[0-9]{1,4}");

    static final EleveForm EMPTY = new EleveForm("", "", "", "", "", "", "", "");

    EleveForm(
            @Nullable String prenom,
            @Nullable String nom,
            @Nullable String jour,
            @Nullable String mois,
            @Nullable String annee,
            @Nullable String ine,
            @Nullable String niveau,
            @Nullable String classe) {
        this.prenom = typed(prenom);
        this.nom = typed(nom);
        this.jour = typed(jour);
        this.mois = typed(mois);
        this.annee = typed(annee);
        this.ine = typed(ine).toUpperCase(Locale.ROOT);
        this.niveau = typed(niveau);
        this.classe = typed(classe);
    }

    Erreurs erreurs(LocalDate today) {
        var erreurs = new CorrectionForm(Map.of(Champ.PRENOM, prenom, Champ.NOM, nom), "").identite(today);
        if (naissance().filter(born -> CorrectionForm.isAPupils(born, today)).isEmpty()) {
            erreurs.add("jour", born());
        }
        if (!ine.isEmpty() && !Codes.ine(ine)) {
            erreurs.add("ine", t("L’INE compte neuf chiffres et deux lettres : laissez vide s’il n’est pas connu."));
        }
        return erreurs;
    }

    private String born() {
        if (Stream.of(jour, mois, annee).anyMatch(part -> !FIGURES.matcher(part).matches())) {
            return t("Écrivez le jour, le mois et l’année en chiffres : 4, 5 et 2018.");
        }
        return naissance().isEmpty()
                ? t("Ce jour n’existe pas : relisez le jour et le mois.")
                : CorrectionForm.aPupils();
    }

    Optional<LocalDate> naissance() {
        return Dates.typed(jour, mois, annee);
    }

    /// Of one without errors.
    SaisiesDesFamilles.Eleve eleve() {
        return new SaisiesDesFamilles.Eleve(
                nom,
                null,
                prenom,
                naissance().orElseThrow(),
                ine.isEmpty() ? null : ine,
                Niveau.typed(niveau).orElse(null));
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
