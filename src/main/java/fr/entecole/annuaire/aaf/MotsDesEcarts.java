package fr.entecole.annuaire.aaf;

import static fr.entecole.socle.Phrases.t;

import java.util.Collection;
import java.util.stream.Collectors;

/// What a batch does to someone, in words.
public final class MotsDesEcarts {

    private MotsDesEcarts() {}

    public static String nature(String nature) {
        return switch (nature) {
            case "ELEVE" -> t("Élèves");
            case "RESPONSABLE" -> t("Responsables");
            case "PERSONNEL" -> t("Personnels");
            case "CLASSE" -> t("Classes");
            default -> t("Écoles et services");
        };
    }

    /// @param raison of who leaves; of a refused record, the sentence itself
    public static String verdict(String verdict, String raison) {
        return switch (verdict) {
            case "created" -> t("Arrivée");
            case "changed" -> t("Fiche mise à jour");
            case "moved" -> t("Changement d’école");
            case "left" -> t("Départ vers une autre école");
            case "revived" -> t("Retour");
            case "archived" -> t("Fin");
            case "lien" -> t("Changement de responsables");
            case "held" -> t("Départ retenu, à décider");
            case "refused" -> t("Fiche refusée : {0}", MotsDesChamps.inWords(raison));
            default -> departure(raison);
        };
    }

    private static String departure(String raison) {
        return switch (raison) {
            case "absent" -> t("Départ : absent de l’annuaire complet");
            case "supprime" -> t("Départ : retiré par la mise à jour");
            case "sans-enfant" -> t("Départ : plus d’enfant présent");
            default -> t("Départ");
        };
    }

    /// The fields that changed, as ONDE calls them.
    public static String champs(Collection<String> attributs) {
        return attributs.stream().map(MotsDesEcarts::champ).distinct().collect(Collectors.joining(", "));
    }

    private static String champ(String attribut) {
        return switch (attribut) {
            case "ENTEleveAutoriteParentale" -> t("Responsables");
            case "ENTPersonFonctions" -> t("Fonctions");
            case "ENTPersonAdresse", "ENTPersonVille", "ENTPersonPays" -> t("Adresse");
            case "ENTEleveNivFormation", "ENTEleveCycle", "ENTEleveCodeNivFormation" -> t("Niveau");
            default -> {
                var mots = MotsDesChamps.of(attribut);
                yield mots.equals(attribut) ? t("Autre champ") : mots;
            }
        };
    }
}
