package fr.entecole.journal;

import static fr.entecole.socle.Phrases.t;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The journal's actions in plain words. A module that records a new action adds its sentence here; until then the
/// page says the action as it is written. No sentence tells the content of a thing, and those about restrictions name
/// nobody.
public final class Actes {

    /// What a reader chooses among.
    public enum Famille {
        ENTREES(t("Entrées et échecs")),
        CODES(t("Codes")),
        ROLES(t("Rôles et classes")),
        RESTRICTIONS(t("Restrictions")),
        IMPORTS(t("Imports")),
        ECOLES(t("Écoles")),
        DONNEES(t("Données et journal"));

        private final String libelle;

        Famille(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }

        public Set<String> actions() {
            return ACTES.entrySet().stream()
                    .filter(acte -> acte.getValue().famille() == this)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /// @param phrase with `{0}` where the name of whom or what it is about stands
    private record Acte(Famille famille, String phrase) {}

    private static final Map<String, Acte> ACTES = Map.ofEntries(
            acte("connexion", Famille.ENTREES, t("Entrée dans l’ENT")),
            acte("deconnexion", Famille.ENTREES, t("Sortie de l’ENT")),
            acte("connexion-refusee", Famille.ENTREES, t("Entrée refusée à {0}")),
            acte("mot-de-passe-choisi", Famille.ENTREES, t("Mot de passe choisi par {0}")),
            acte("lien-administrateur", Famille.CODES, t("Lien de première connexion créé pour {0}")),
            acte("code-remis", Famille.CODES, t("Feuille imprimée pour {0}")),
            acte("code-redonne", Famille.CODES, t("Accès redonné à {0}")),
            acte("code-utilise", Famille.CODES, t("Code utilisé par {0}")),
            acte("code-refuse", Famille.CODES, t("Code refusé")),
            acte("restriction-posee", Famille.RESTRICTIONS, t("Restriction posée")),
            acte("restriction-levee", Famille.RESTRICTIONS, t("Restriction levée")),
            acte("decision-lue", Famille.RESTRICTIONS, t("Lecture de la preuve d’une restriction")),
            acte("classe-demandee", Famille.ROLES, t("Classe demandée par son enseignant")),
            acte("demande-retiree", Famille.ROLES, t("Demande de classe retirée")),
            acte("personnel-ajoute", Famille.ROLES, t("Personne ajoutée à l’école")),
            acte("personnel-retire", Famille.ROLES, t("Personne retirée de l’école")),
            acte("agent-ajoute", Famille.ROLES, t("Agent ajouté")),
            acte("agent-modifie", Famille.ROLES, t("Agent modifié")),
            acte("compte-rejoint", Famille.ROLES, t("Deux rôles réunis en un compte")),
            acte("charte-acceptee", Famille.DONNEES, t("Charte acceptée")),
            acte("charte-entendue", Famille.DONNEES, t("Charte entendue")),
            acte("charte-refusee", Famille.DONNEES, t("Charte refusée")),
            acte("charte-publiee", Famille.DONNEES, t("Nouvelle version de la charte")),
            acte("classe-ouverte", Famille.ENTREES, t("Entrée de la classe ouverte aux petits")),
            acte("classe-fermee", Famille.ENTREES, t("Entrée de la classe refermée")),
            acte("ecole-ouverte", Famille.ECOLES, t("Ouverture : {0}")),
            acte("ecole-fermee", Famille.ECOLES, t("Fermeture : {0}")),
            acte("import-aaf", Famille.IMPORTS, t("Import de l’annuaire")),
            acte("journal-consulte", Famille.DONNEES, t("Lecture de ce journal")),
            acte("personne-cherchee", Famille.DONNEES, t("Recherche d’une personne dans toute la région")),
            acte("fiche-lue", Famille.DONNEES, t("Lecture d’une fiche par la région")),
            acte("donnees-telechargees", Famille.DONNEES, t("Copie de ses propres données")));

    private static final Map<String, String> RAISONS = Map.of(
            "mot-de-passe", t("le mot de passe ne va pas"),
            "inconnu", t("cet identifiant n’existe pas"),
            "petite-classe", t("à cet âge, on entre par la page de sa classe"),
            "suspendu", t("ce compte est suspendu"),
            "ecole-fermee", t("son école n’est pas ouverte"));

    private Actes() {}

    /// @param raison why, when the fact says so
    /// @param objet name of whom or what it is about, null when nobody knows it any more
    public static String phrase(String action, @Nullable String raison, @Nullable String objet) {
        var acte = ACTES.get(action);
        if (acte == null) {
            return t("Autre acte : {0}", action.replace('-', ' '));
        }
        if (action.equals("connexion-refusee") && "inconnu".equals(raison)) {
            return t("Entrée refusée : {0}", Objects.requireNonNull(RAISONS.get(raison)));
        }
        var phrase = acte.phrase().contains("{0}")
                ? t(acte.phrase(), objet == null ? t("une personne qui n’est plus là") : objet)
                : acte.phrase();
        var why = raison == null ? null : RAISONS.get(raison);
        return why == null ? phrase : t("{0} : {1}", phrase, why);
    }

    public static boolean known(String action) {
        return ACTES.containsKey(action);
    }

    private static Map.Entry<String, Acte> acte(String action, Famille famille, String phrase) {
        return Map.entry(action, new Acte(famille, phrase));
    }
}
