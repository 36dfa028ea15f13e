package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Lien;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles;
import fr.entecole.socle.Dates;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Option;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A guardian whom the feed does not give a pupil, as typed.
record ResponsableForm(
        String civilite,
        String prenom,
        String nom,
        String lien,
        String mobile,
        String courriel,
        String motif,
        String jusque) {

    static final ResponsableForm EMPTY = new ResponsableForm("", "", "", "", "", "", "", "");

    private static final List<String> CODES = List.of("10", "20", "37", "38", "39", "42", "50", "51", "90");

    ResponsableForm(
            @Nullable String civilite,
            @Nullable String prenom,
            @Nullable String nom,
            @Nullable String lien,
            @Nullable String mobile,
            @Nullable String courriel,
            @Nullable String motif,
            @Nullable String jusque) {
        this.civilite = typed(civilite);
        this.prenom = typed(prenom);
        this.nom = typed(nom);
        this.lien = typed(lien);
        this.mobile = typed(mobile);
        this.courriel = typed(courriel);
        this.motif = typed(motif);
        this.jusque = typed(jusque);
    }

    static List<Option> liens() {
        return Option.all(CODES, String::strip, Lien::words);
    }

    Erreurs erreurs(LocalDate today) {
        var erreurs = new CorrectionForm(
                        Map.of(
                                Champ.PRENOM,
                                prenom,
                                Champ.NOM,
                                nom,
                                Champ.TELEPHONE_MOBILE,
                                mobile,
                                Champ.COURRIEL,
                                courriel),
                        motif)
                .identite(today);
        if (!CODES.contains(lien)) {
            erreurs.add("lien", t("Choisissez ce que cette personne est pour l’enfant."));
        }
        if (!jusque.isEmpty()
                && jusqueAu().filter(jour -> !jour.isBefore(today)).isEmpty()) {
            erreurs.add("jusque", t("Le dernier jour est aujourd’hui ou plus tard ; laissez vide s’il n’y en a pas."));
        }
        return CorrectionForm.reason(erreurs, motif);
    }

    Optional<LocalDate> jusqueAu() {
        return Dates.typed(jusque);
    }

    /// Of one without errors.
    SaisiesDesFamilles.Responsable responsable() {
        return new SaisiesDesFamilles.Responsable(
                civilite.equals("Mme") || civilite.equals("M.") ? civilite : null,
                nom,
                null,
                prenom,
                List.of(),
                null,
                null,
                null,
                null,
                mobile.isEmpty() ? null : mobile,
                null,
                courriel.isEmpty() ? null : courriel);
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
