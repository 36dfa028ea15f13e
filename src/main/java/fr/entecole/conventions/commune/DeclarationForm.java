package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Commune;
import fr.entecole.annuaire.noms.Codes;
import fr.entecole.conventions.Declaration;
import fr.entecole.conventions.Declaration.Genre;
import fr.entecole.socle.web.Erreurs;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The commune’s declaration, as typed.
public record DeclarationForm(
        String genre,
        String denomination,
        String forme,
        String siret,
        String adresse,
        String signataire,
        String qualite,
        String contact,
        String courriel,
        String payeurs,
        List<UUID> ecole) {

    static final int LONGEST = 200;

    public DeclarationForm(
            @Nullable String genre,
            @Nullable String denomination,
            @Nullable String forme,
            @Nullable String siret,
            @Nullable String adresse,
            @Nullable String signataire,
            @Nullable String qualite,
            @Nullable String contact,
            @Nullable String courriel,
            @Nullable String payeurs,
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
        this.payeurs = typed(payeurs);
        this.ecole = ecole == null ? List.of() : List.copyOf(ecole);
    }

    /// What a commune begins with: its public name and number, nobody’s name.
    public static DeclarationForm first(Commune commune, List<UUID> ecoles) {
        return new DeclarationForm(
                Genre.COMMUNE.name(),
                t("Commune de {0}", commune.nom()),
                "",
                commune.siret(),
                "",
                "",
                t("Maire"),
                "",
                "",
                "",
                ecoles);
    }

    /// The same with the list of the IEN, which the commune does not change.
    public DeclarationForm listed(List<UUID> liste) {
        return liste.isEmpty()
                ? this
                : new DeclarationForm(
                        genre,
                        denomination,
                        forme,
                        siret,
                        adresse,
                        signataire,
                        qualite,
                        contact,
                        courriel,
                        payeurs,
                        liste);
    }

    /// The same, for a commune that pays its part of an RPI.
    DeclarationForm inRpi(String juridique) {
        return new DeclarationForm(
                Genre.RPI.name(),
                denomination,
                juridique,
                siret,
                adresse,
                signataire,
                qualite,
                contact,
                courriel,
                "",
                ecole);
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
                "",
                ecoles);
    }

    /// @param beaucoup schools beyond which the IEN establishes the list; 0: no such rule
    public Erreurs erreurs(int beaucoup) {
        var erreurs = new Erreurs();
        if (ecole.isEmpty()) {
            erreurs.add("ecole", t("Choisissez au moins une école."));
        } else if (beaucoup > 0 && ecole.size() > beaucoup) {
            erreurs.add(
                    "ecole",
                    t(
                            "Au-delà de {0, plural, one {une école} other {# écoles}}, la liste est établie par l’inspection (IEN)\u00a0: demandez-la-lui, puis revenez ici.",
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
    public Declaration declaration() {
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

    /// The other communes of an RPI that pay, as typed.
    public List<String> autresPayeurs() {
        return Genre.parse(genre).filter(g -> g == Genre.RPI).isEmpty()
                ? List.of()
                : Arrays.stream(payeurs.split("[,;\\n]"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private String digits() {
        return siret.replaceAll("[\\s\u00a0]", "");
    }

    private static String typed(@Nullable String field) {
        return Objects.requireNonNullElse(field, "").strip();
    }
}
