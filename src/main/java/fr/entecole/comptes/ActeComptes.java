package fr.entecole.comptes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the door records in the journal. `CONNEXION_REFUSEE` and `CODE_REFUSE` without an object are what logins and
/// codes that nobody has tried, by the minute (`Decompte`).
public enum ActeComptes implements Acte {
    CONNEXION(Famille.ENTREES, Portee.ECOLES, Objet.COMPTE, _ -> t("Entrée dans l’ENT")),
    DECONNEXION(Famille.ENTREES, Portee.ECOLES, Objet.COMPTE, _ -> t("Sortie de l’ENT")),
    CONNEXION_REFUSEE(Famille.ENTREES, Portee.ECOLES, Objet.COMPTE, qui -> t("Entrée refusée à {0}", qui)),
    MOT_DE_PASSE_CHOISI(Famille.ENTREES, Portee.ECOLES, Objet.COMPTE, qui -> t("Mot de passe choisi par {0}", qui)),
    CLASSE_OUVERTE(
            Famille.ENTREES, Portee.ECOLES, Objet.chose("classe"), _ -> t("Entrée de la classe ouverte aux petits")),
    CLASSE_FERMEE(Famille.ENTREES, Portee.ECOLES, Objet.chose("classe"), _ -> t("Entrée de la classe refermée")),
    PAGE_ENFANT_OUVERTE(
            Famille.ENTREES, Portee.ECOLES, Objet.COMPTE, qui -> t("Page ouverte à la maison pour {0}", qui)),
    PAGE_ENFANT_RENDUE(
            Famille.ENTREES,
            Portee.ECOLES,
            Objet.COMPTE,
            qui -> t("Page d’un parent retrouvée, après celle ouverte à la maison pour {0}", qui)),
    LIEN_ADMINISTRATEUR(
            Famille.CODES, Portee.REGION, Objet.COMPTE, qui -> t("Lien de première connexion créé pour {0}", qui)),
    LIEN_OUBLI(
            Famille.CODES, Portee.ECOLES, Objet.COMPTE, qui -> t("Lien pour un autre mot de passe envoyé à {0}", qui)),
    CODE_REMIS(Famille.CODES, Portee.ECOLES, Objet.COMPTE, qui -> t("Feuille imprimée pour {0}", qui)),
    CODE_REDONNE(Famille.CODES, Portee.ECOLES, Objet.COMPTE, qui -> t("Accès redonné à {0}", qui)),
    ACCES_DEMANDE(
            Famille.CODES, Portee.ECOLES, Objet.COMPTE, qui -> t("Nouvel accès demandé à la direction pour {0}", qui)),
    CODE_UTILISE(Famille.CODES, Portee.ECOLES, Objet.COMPTE, qui -> t("Code utilisé par {0}", qui)),
    CODE_REFUSE(Famille.CODES, Portee.ECOLES, Objet.COMPTE, qui -> t("Code refusé à {0}", qui)),
    FACTEUR_AJOUTE(Famille.ENTREES, Portee.ECOLES, Objet.COMPTE, qui -> t("Seconde preuve ajoutée par {0}", qui)),
    FACTEUR_RETIRE(Famille.ENTREES, Portee.ECOLES, Objet.COMPTE, qui -> t("Seconde preuve retirée par {0}", qui)),
    FACTEURS_OTES(
            Famille.CODES,
            Portee.ECOLES,
            Objet.COMPTE,
            qui -> t("Appareil perdu : secondes preuves retirées du compte de {0}", qui)),
    CODES_SECOURS_FAITS(Famille.ENTREES, Portee.ECOLES, Objet.COMPTE, qui -> t("Codes de secours faits par {0}", qui)),
    CODE_SECOURS_UTILISE(
            Famille.ENTREES, Portee.ECOLES, Objet.COMPTE, qui -> t("Code de secours utilisé par {0}", qui)),
    DEPANNAGE_DEMANDE(
            Famille.CODES, Portee.ECOLES, Objet.COMPTE, qui -> t("Appareil perdu de {0} : dépannage demandé", qui)),
    DEPANNAGE_REFUSE(
            Famille.CODES, Portee.ECOLES, Objet.COMPTE, qui -> t("Appareil perdu de {0} : dépannage refusé", qui)),
    SEANCES_FERMEES(Famille.ENTREES, Portee.ECOLES, Objet.COMPTE, qui -> t("Appareils fermés à distance par {0}", qui)),
    COMPTE_REJOINT(Famille.ROLES, Portee.ECOLES, Objet.COMPTE, _ -> t("Deux rôles réunis en un compte")),
    COMPTE_SEPARE(Famille.ROLES, Portee.ECOLES, Objet.COMPTE, _ -> t("Deux rôles séparés en deux comptes")),
    DELEGATION_DONNEE(Famille.ROLES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Confié à {0}", qui)),
    DELEGATION_FINIE(Famille.ROLES, Portee.ECOLES, Objet.PERSONNE, qui -> t("N’est plus confié à {0}", qui)),
    NOM_CHOISI(Famille.ROLES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Nom lu par les familles choisi par {0}", qui)),
    NOM_REMIS(Famille.ROLES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Nom de l’annuaire remis à {0}", qui));

    private final Definition definition;

    ActeComptes(Famille famille, Portee portee, Objet objet, UnaryOperator<String> phrase) {
        this.definition = new Definition(famille, portee, objet, phrase);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Override
    public String phrase(String objet, @Nullable String raison) {
        if (!"inconnu".equals(raison)) {
            return Acte.super.phrase(objet, raison);
        }
        return this == CODE_REFUSE
                ? t("Code refusé : personne n’a ce code")
                : t("Entrée refusée : cet identifiant n’existe pas");
    }

    @Override
    public Optional<String> raison(String code) {
        return Optional.ofNullable(
                switch (code) {
                    case "mot-de-passe" -> t("le mot de passe ne va pas");
                    case "second-facteur" -> t("la seconde preuve ne va pas");
                    case "confirmation" -> t("ce qui était demandé de nouveau ne va pas");
                    case "images" -> t("ses images secrètes ne vont pas");
                    case "petite-classe" -> t("à cet âge, on entre par la page de sa classe");
                    case "suspendu" -> t("ce compte est suspendu");
                    case "ecole-fermee" -> t("son école n’est pas ouverte");
                    case "date" -> t("la date de naissance ne va pas");
                    case "dates" -> t("cinq dates de naissance n’allaient pas");
                    case "utilise" -> t("il a déjà servi");
                    case "expire" -> t("sa date est passée");
                    case "interim" -> t("la direction par intérim");
                    case "guichet" -> t("le guichet des accès");
                    case "parent-elu" -> t("un mandat de parent élu");
                    case "redonne" -> t("un autre l’a remplacé");
                    default -> null;
                });
    }

    @Override
    public boolean ordinaire() {
        return switch (this) {
            case CONNEXION, DECONNEXION, PAGE_ENFANT_OUVERTE, PAGE_ENFANT_RENDUE -> true;
            default -> false;
        };
    }

    @Override
    public boolean tentative() {
        return this == CONNEXION_REFUSEE || this == CODE_REFUSE;
    }

    @Component
    static class Declares implements ActesDeclares {

        @Override
        public List<? extends Acte> actes() {
            return List.of(values());
        }
    }
}
