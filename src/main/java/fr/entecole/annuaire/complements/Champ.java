package fr.entecole.annuaire.complements;

import static fr.entecole.socle.Phrases.t;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a column may hold. Its headings are those of ONDE, of BE1D and of the tables that other digital workspaces give
/// (reference aaf-onde §11); one heading means the pupil in one file and the child in another.
enum Champ {
    NOM,
    USAGE,
    PRENOM,
    NAISSANCE,
    INE,
    NIVEAU,
    CLASSE,
    CIVILITE,
    LIEN,
    FONCTION,
    DIRECTEUR,
    COURRIEL,
    TELEPHONE,
    TRAVAIL,
    MOBILE,
    ADRESSE,
    CODE_POSTAL,
    VILLE,
    PAYS,
    ENFANT_NOM,
    ENFANT_USAGE,
    ENFANT_PRENOM,
    ENFANT_CLASSE,
    UAI,
    RIEN;

    private static final Set<Champ> OF_THE_CHILD = Set.of(ENFANT_NOM, ENFANT_USAGE, ENFANT_PRENOM, ENFANT_CLASSE);

    private static final Map<Champ, List<String>> ANYWHERE = new EnumMap<>(Map.ofEntries(
            Map.entry(NOM, List.of("nom", "nomdefamille", "nomresponsable", "nomdenaissance")),
            Map.entry(USAGE, List.of("nomusage", "nomdusage", "nomusageresponsable", "nomdusageresponsable")),
            Map.entry(PRENOM, List.of("prenom", "prenomresponsable")),
            Map.entry(
                    NAISSANCE,
                    List.of(
                            "datedenaissance",
                            "date_naiss",
                            "datenaissance",
                            "neele",
                            "ne(e)le",
                            "nele",
                            "naissance",
                            "datedenaissanceeleve")),
            Map.entry(INE, List.of("ine", "ineeleve")),
            Map.entry(NIVEAU, List.of("niveau")),
            Map.entry(CLASSE, List.of("classe", "classes", "class", "libelleclasse", "classeouregroupement")),
            Map.entry(CIVILITE, List.of("civilite", "civiliteresponsable")),
            Map.entry(
                    LIEN,
                    List.of(
                            "lien",
                            "liendeparente",
                            "lienaveclenfant",
                            "lienavecleleve",
                            "lienresponsable",
                            "parente",
                            "lienfamilial")),
            Map.entry(FONCTION, List.of("fonction")),
            Map.entry(DIRECTEUR, List.of("directeur")),
            Map.entry(COURRIEL, List.of("courriel", "email", "mail", "adressemail", "courrielresponsable")),
            Map.entry(TELEPHONE, List.of("telephone", "telephonedomicile")),
            Map.entry(TRAVAIL, List.of("telephonetravail")),
            Map.entry(MOBILE, List.of("telephoneportable", "portable", "mobile", "telephonemobile")),
            Map.entry(ADRESSE, List.of("adresse", "adresse1", "adresseresponsable")),
            Map.entry(CODE_POSTAL, List.of("cp", "cp1", "codepostal", "cpresponsable")),
            Map.entry(VILLE, List.of("ville", "commune", "commune1", "communeresponsable")),
            Map.entry(PAYS, List.of("pays", "pays1", "paysresponsable")),
            Map.entry(UAI, List.of("uai", "rne", "codeuai", "coderne", "uaiecole", "etablissement")),
            Map.entry(
                    RIEN,
                    List.of(
                            "adresse2",
                            "cp2",
                            "commune2",
                            "pays2",
                            "cycle",
                            "identifiantclasse",
                            "dateinscription",
                            "deuxiemeprenom",
                            "troisiemeprenom",
                            "communenaissance",
                            "deptnaissance",
                            "paysnaissance",
                            "etat",
                            "intervenant",
                            "attestationfournie",
                            "autorisationassociation",
                            "autorisationsassociations",
                            "autorisationphoto",
                            "autorisationsphotos",
                            "decisiondepassage",
                            "dispositif",
                            "dispositif(s)",
                            "regroupement",
                            "regroupement(s)",
                            "sexe",
                            "raison",
                            "pcs",
                            "communicationadresses",
                            "numerodeposte"))));

    private static final Map<Champ, List<String>> OF_A_PUPIL = Map.of(
            NOM,
            List.of("nomeleve", "nomdefamilleeleve"),
            USAGE,
            List.of("nomdusageeleve"),
            PRENOM,
            List.of("prenomeleve"));

    private static final Map<Champ, List<String>> OF_A_CHILD = Map.of(
            ENFANT_USAGE,
            List.of("nomusageenfant", "nomdusageenfant", "nomdusageeleve"),
            ENFANT_NOM,
            List.of(
                    "nomfamilleenfant",
                    "nomdefamilleenfant",
                    "nomenfant",
                    "nomdefamilleeleve",
                    "nomdeleleve",
                    "nomeleve"),
            ENFANT_PRENOM,
            List.of("prenomenfant", "prenomeleve", "prenomdeleleve"),
            ENFANT_CLASSE,
            List.of(
                    "classesenfants",
                    "classeenfant",
                    "classeseleves",
                    "classesdeleleve",
                    "classeseleve",
                    "classedeleleve"));

    /// A heading without what does not count: accents, capitals, blanks, stars, apostrophes.
    static String cle(String entete) {
        return Normalizer.normalize(entete, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\s\\p{Zs}*'’\\ufeff]", "")
                .toLowerCase(Locale.ROOT);
    }

    static Optional<Champ> of(Genre genre, String cle) {
        var own = genre == Genre.ELEVES
                ? find(OF_A_PUPIL, cle)
                : genre == Genre.RESPONSABLES ? find(OF_A_CHILD, cle) : Optional.<Champ>empty();
        var found = own.or(() -> find(ANYWHERE, cle));
        var unnumbered = cle.replaceFirst("[0-9]+$", "");
        return found.isPresent() || unnumbered.equals(cle) ? found : of(genre, unnumbered);
    }

    /// Whether some file calls a column so.
    static boolean known(String cle) {
        return Arrays.stream(Genre.values()).anyMatch(genre -> of(genre, cle).isPresent());
    }

    private static Optional<Champ> find(Map<Champ, List<String>> headings, String cle) {
        return headings.entrySet().stream()
                .filter(heading -> heading.getValue().contains(cle))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Those that one may choose for a column.
    static List<Champ> of(Genre genre) {
        var none = switch (genre) {
            case ELEVES ->
                Set.of(
                        CIVILITE,
                        LIEN,
                        FONCTION,
                        DIRECTEUR,
                        COURRIEL,
                        TELEPHONE,
                        TRAVAIL,
                        MOBILE,
                        ADRESSE,
                        CODE_POSTAL,
                        VILLE,
                        PAYS);
            case RESPONSABLES -> Set.of(NAISSANCE, INE, NIVEAU, CLASSE, FONCTION, DIRECTEUR);
            case ENSEIGNANTS ->
                Set.of(
                        INE,
                        NIVEAU,
                        NAISSANCE,
                        LIEN,
                        TELEPHONE,
                        TRAVAIL,
                        MOBILE,
                        ADRESSE,
                        CODE_POSTAL,
                        VILLE,
                        PAYS,
                        FONCTION);
            case PERSONNELS ->
                Set.of(
                        INE,
                        NIVEAU,
                        NAISSANCE,
                        LIEN,
                        TELEPHONE,
                        TRAVAIL,
                        MOBILE,
                        ADRESSE,
                        CODE_POSTAL,
                        VILLE,
                        PAYS,
                        CLASSE,
                        DIRECTEUR);
        };
        return Arrays.stream(values())
                .filter(champ -> !none.contains(champ))
                .filter(champ -> genre == Genre.RESPONSABLES || !champ.ofTheChild())
                .toList();
    }

    boolean ofTheChild() {
        return OF_THE_CHILD.contains(this);
    }

    String mots() {
        return switch (this) {
            case NOM -> t("Nom de famille");
            case USAGE -> t("Nom d’usage");
            case PRENOM -> t("Prénom");
            case NAISSANCE -> t("Date de naissance");
            case INE -> t("INE");
            case NIVEAU -> t("Niveau");
            case CLASSE -> t("Classe");
            case CIVILITE -> t("Civilité");
            case LIEN -> t("Lien avec l’enfant (mère, père, tuteur…)");
            case FONCTION -> t("Fonction");
            case DIRECTEUR -> t("Direction de l’école (oui ou non)");
            case COURRIEL -> t("Courriel");
            case TELEPHONE -> t("Téléphone du domicile");
            case TRAVAIL -> t("Téléphone du travail");
            case MOBILE -> t("Téléphone portable");
            case ADRESSE -> t("Adresse");
            case CODE_POSTAL -> t("Code postal");
            case VILLE -> t("Commune");
            case PAYS -> t("Pays");
            case ENFANT_NOM -> t("Nom de famille de l’enfant");
            case ENFANT_USAGE -> t("Nom d’usage de l’enfant");
            case ENFANT_PRENOM -> t("Prénom de l’enfant");
            case ENFANT_CLASSE -> t("Classe de l’enfant");
            case UAI -> t("Code UAI de l’école");
            case RIEN -> t("Ne pas lire cette colonne");
        };
    }
}
