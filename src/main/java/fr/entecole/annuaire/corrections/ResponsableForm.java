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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A guardian whom the feed does not give a pupil, as typed.
///
/// @param personne who of those that are called so already; `AUTRE`: none of them
record ResponsableForm(
        String civilite,
        String prenom,
        String nom,
        String lien,
        String mobile,
        String courriel,
        String motif,
        String jusque,
        String personne) {

    static final ResponsableForm EMPTY = new ResponsableForm("", "", "", "", "", "", "", "", "");

    /// Somebody else than whoever is called so already.
    static final String AUTRE = "AUTRE";

    private static final List<String> CODES = List.of("10", "20", "37", "38", "39", "42", "50", "51", "90");

    ResponsableForm(
            @Nullable String civilite,
            @Nullable String prenom,
            @Nullable String nom,
            @Nullable String lien,
            @Nullable String mobile,
            @Nullable String courriel,
            @Nullable String motif,
            @Nullable String jusque,
            @Nullable String personne) {
        this.civilite = typed(civilite);
        this.prenom = typed(prenom);
        this.nom = typed(nom);
        this.lien = typed(lien);
        this.mobile = typed(mobile);
        this.courriel = typed(courriel);
        this.motif = typed(motif);
        this.jusque = typed(jusque);
        this.personne = typed(personne);
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

    /// Whether it is said who of those that are called so this is, or that it is none of them.
    boolean decided(List<Option> known) {
        return personne.equals(AUTRE) || chosen(known).isPresent();
    }

    Optional<UUID> chosen(List<Option> known) {
        return known.stream()
                .map(Option::valeur)
                .filter(personne::equals)
                .map(UUID::fromString)
                .findFirst();
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
