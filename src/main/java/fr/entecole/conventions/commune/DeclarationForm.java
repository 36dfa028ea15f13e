package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Codes;
import fr.entecole.conventions.Declaration;
import fr.entecole.conventions.Declaration.Genre;
import fr.entecole.socle.web.Erreurs;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The commune’s declaration, as typed.
record DeclarationForm(
        String genre,
        String denomination,
        String forme,
        String siret,
        String adresse,
        String signataire,
        String qualite,
        String contact,
        String courriel,
        List<UUID> ecole) {

    static final int LONGEST = 200;

    DeclarationForm(
            @Nullable String genre,
            @Nullable String denomination,
            @Nullable String forme,
            @Nullable String siret,
            @Nullable String adresse,
            @Nullable String signataire,
            @Nullable String qualite,
            @Nullable String contact,
            @Nullable String courriel,
            @Nullable List<UUID> ecole) {
        this.genre = typed(genre);
        this.denomination = typed(denomination);
        this.forme = typed(forme);
        this.siret = typed(siret);
        this.adresse = typed(adresse);
        this.signataire = typed(signataire);
        this.qualite = typed(qualite);
        this.contact = typed(contact);
        this.courriel = typed(courriel);
        this.ecole = ecole == null ? List.of() : List.copyOf(ecole);
    }

    static DeclarationForm of(Declaration dite, List<UUID> ecoles) {
        return new DeclarationForm(
                dite.genre().name(),
                dite.denomination(),
                dite.forme(),
                dite.siret(),
                dite.adresse(),
                dite.signataire(),
                dite.qualite(),
                dite.contact(),
                dite.courriel(),
                ecoles);
    }

    /// @param beaucoup schools beyond which the IEN establishes the list; 0: no such rule
    Erreurs erreurs(int beaucoup) {
        var erreurs = new Erreurs();
        if (ecole.isEmpty()) {
            erreurs.add("ecole", t("Choisissez au moins une école."));
        } else if (beaucoup > 0 && ecole.size() > beaucoup) {
            erreurs.add(
                    "ecole",
                    t(
                            "Au-delà de {0, plural, one {une école} other {# écoles}}, la liste s’établit avec l’inspection (IEN)\u00a0: écrivez-lui, elle l’enverra pour vous.",
                            beaucoup));
        }
        var kind = Genre.parse(genre);
        if (kind.isEmpty()) {
            erreurs.add("genre", t("Choisissez qui signe."));
        }
        needed(erreurs, "denomination", denomination, t("Écrivez le nom de la collectivité."));
        if (kind.filter(g -> g == Genre.RPI).isPresent()) {
            needed(erreurs, "forme", forme, t("Écrivez la forme juridique du regroupement."));
        }
        if (!Codes.siret(digits())) {
            erreurs.add(
                    "siret",
                    t(
                            "Ce numéro SIRET n’est pas juste\u00a0: il a 14 chiffres, dont une clé. Relisez-le sur un courrier de l’INSEE."));
        }
        needed(erreurs, "adresse", adresse, t("Écrivez l’adresse, avec le code postal."));
        needed(erreurs, "signataire", signataire, t("Écrivez le prénom et le nom de qui signera."));
        needed(erreurs, "qualite", qualite, t("Écrivez sa qualité, comme Maire."));
        needed(erreurs, "contact", contact, t("Écrivez le nom de la personne à joindre."));
        if (!courriel.matches("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+") || courriel.length() > LONGEST) {
            erreurs.add("courriel", t("Écrivez une adresse de courriel, comme mairie@exemple.fr."));
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

    /// Of one without errors.
    Declaration declaration() {
        var kind = Genre.parse(genre).orElseThrow();
        return new Declaration(
                kind,
                denomination,
                kind == Genre.RPI ? forme : "",
                digits(),
                adresse,
                signataire,
                qualite,
                contact,
                courriel);
    }

    private String digits() {
        return siret.replaceAll("[\\s\u00a0]", "");
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
