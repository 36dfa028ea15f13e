package fr.entecole.annuaire.declarations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the directory records in the journal.
public enum ActeAnnuaire implements Acte {
    CLASSE_DEMANDEE(Famille.ROLES, Portee.ECOLES, Objet.chose("classe"), _ -> t("Classe demandée par son enseignant")),
    DEMANDE_RETIREE(Famille.ROLES, Portee.ECOLES, Objet.chose("classe"), _ -> t("Demande de classe retirée")),
    CLASSE_RATTACHEE(Famille.ROLES, Portee.ECOLES, Objet.chose("classe"), _ -> t("Classe confiée à un enseignant")),
    CLASSE_DETACHEE(Famille.ROLES, Portee.ECOLES, Objet.chose("classe"), _ -> t("Classe retirée à un enseignant")),
    CLASSE_REFUSEE(Famille.ROLES, Portee.ECOLES, Objet.chose("classe"), _ -> t("Demande de classe refusée")),
    REMPLACEMENT_NOMME(Famille.ROLES, Portee.ECOLES, Objet.chose("classe"), _ -> t("Classe confiée à un remplacement")),
    REMPLACEMENT_FINI(Famille.ROLES, Portee.ECOLES, Objet.chose("classe"), _ -> t("Remplacement fini avant son terme")),
    PERSONNEL_AJOUTE(Famille.ROLES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Ajout à l’équipe : {0}", qui)),
    PERSONNEL_RETIRE(Famille.ROLES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Fin dans l’équipe : {0}", qui)),
    AGENT_AJOUTE(Famille.ROLES, Portee.REGION, Objet.PERSONNE, qui -> t("Agent ajouté : {0}", qui)),
    AGENT_MODIFIE(Famille.ROLES, Portee.REGION, Objet.PERSONNE, qui -> t("Agent modifié : {0}", qui)),
    AGENT_RETIRE(Famille.ROLES, Portee.REGION, Objet.PERSONNE, qui -> t("Agent retiré : {0}", qui)),
    RESTRICTION_POSEE(Famille.RESTRICTIONS, Portee.ECOLES, Objet.RESTRICTION, _ -> t("Restriction posée")),
    RESTRICTION_LEVEE(Famille.RESTRICTIONS, Portee.ECOLES, Objet.RESTRICTION, _ -> t("Restriction levée")),
    RESPONSABLE_RETENU(
            Famille.RESTRICTIONS,
            Portee.ECOLES,
            Objet.RESTRICTION,
            _ -> t("Nouveau responsable retenu : la direction décide")),
    RETENUE_ECARTEE(
            Famille.RESTRICTIONS, Portee.ECOLES, Objet.RESTRICTION, _ -> t("Responsable retenu : il reste à l’écart")),
    RETENUE_ADMISE(Famille.RESTRICTIONS, Portee.ECOLES, Objet.RESTRICTION, _ -> t("Responsable retenu : accès donné")),
    REMISE_MONTREE(
            Famille.RESTRICTIONS,
            Portee.ECOLES,
            Objet.RESTRICTION,
            _ -> t("Mention « voir la direction » montrée à la classe")),
    REMISE_CACHEE(
            Famille.RESTRICTIONS, Portee.ECOLES, Objet.RESTRICTION, _ -> t("Mention « voir la direction » retirée")),
    REMISE_MONTREE_AUX_AESH(
            Famille.RESTRICTIONS,
            Portee.ECOLES,
            Objet.RESTRICTION,
            _ -> t("Mention « voir la direction » montrée aux AESH de l’école")),
    REMISE_CACHEE_AUX_AESH(
            Famille.RESTRICTIONS,
            Portee.ECOLES,
            Objet.RESTRICTION,
            _ -> t("Mention « voir la direction » retirée aux AESH")),
    DECISION_LUE(
            Famille.RESTRICTIONS, Portee.ECOLES, Objet.RESTRICTION, _ -> t("Lecture de la preuve d’une restriction")),
    DECISION_JOINTE(Famille.RESTRICTIONS, Portee.ECOLES, Objet.RESTRICTION, _ -> t("Papier d’une restriction ajouté")),
    DECISION_REMPLACEE(
            Famille.RESTRICTIONS, Portee.ECOLES, Objet.RESTRICTION, _ -> t("Papier d’une restriction remplacé")),
    ECOLE_OUVERTE(Famille.ECOLES, Portee.ECOLES, Objet.ECOLE, ecole -> t("Ouverture : {0}", ecole)),
    ECOLE_FERMEE(Famille.ECOLES, Portee.ECOLES, Objet.ECOLE, ecole -> t("Fermeture : {0}", ecole)),
    IMPORT_AAF(Famille.IMPORTS, Portee.REGION, Objet.chose("lot"), _ -> t("Import de l’annuaire")),
    IMPORT_RETIRE(Famille.IMPORTS, Portee.REGION, Objet.chose("lot"), _ -> t("Import de l’annuaire repris")),
    IMPORT_DEPOSE(Famille.IMPORTS, Portee.REGION, Objet.chose("depot"), _ -> t("Annuaire déposé")),
    IMPORT_ACCEPTE(Famille.IMPORTS, Portee.REGION, Objet.chose("lot"), _ -> t("Import retenu, puis accepté")),
    IMPORT_ECARTE(Famille.IMPORTS, Portee.REGION, Objet.chose("lot"), _ -> t("Import retenu, puis écarté")),
    ECARTS_EMPORTES(
            Famille.IMPORTS, Portee.REGION, Objet.chose("lot"), _ -> t("Tableau des écarts d’un import téléchargé")),
    ANNUAIRE_OFFICIEL(
            Famille.IMPORTS, Portee.REGION, Objet.chose("annuaire"), _ -> t("Annuaire public des écoles reçu")),
    ELEVE_AJOUTE(Famille.ROLES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Élève ajouté à la main : {0}", qui)),
    ELEVE_PARTI(
            Famille.ROLES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Départ d’un élève ajouté par l’école : {0}", qui)),
    DEPART_ANNULE(
            Famille.ROLES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Départ d’un élève annulé par l’école : {0}", qui)),
    RESPONSABLE_AJOUTE(
            Famille.ROLES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Responsable ajouté à la main : {0}", qui)),
    LIEN_FINI(Famille.ROLES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Fin d’un lien ajouté à la main : {0}", qui)),
    FICHE_CORRIGEE(Famille.ROLES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Fiche corrigée par l’école : {0}", qui)),
    FICHES_REUNIES(Famille.ROLES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Deux fiches réunies : {0}", qui)),
    REUNION_ANNULEE(
            Famille.ROLES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Réunion de deux fiches annulée : {0}", qui)),
    COMPLEMENT_APPLIQUE(
            Famille.IMPORTS,
            Portee.ECOLES,
            Objet.chose("complement"),
            _ -> t("Annuaire complété par un fichier de l’école")),
    PERSONNE_CHERCHEE(
            Famille.DONNEES, Portee.REGION, Objet.COMPTE, _ -> t("Recherche d’une personne dans toute la région")),
    FICHE_LUE(Famille.DONNEES, Portee.ECOLES, Objet.PERSONNE, _ -> t("Lecture d’une fiche par la région"));

    private final Definition definition;

    ActeAnnuaire(Famille famille, Portee portee, Objet objet, UnaryOperator<String> phrase) {
        this.definition = new Definition(famille, portee, objet, phrase);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    /// Of an agent: the fields that were changed, by their names; why somebody was taken out.
    @Override
    public Optional<String> raison(String code) {
        return switch (this) {
            case AGENT_MODIFIE ->
                Optional.of(Stream.of(code.split(","))
                        .map(ActeAnnuaire::champ)
                        .filter(mots -> !mots.isEmpty())
                        .collect(Collectors.joining(", ")));
            case AGENT_RETIRE -> Optional.of(RaisonDuRetrait.words(code));
            default -> Optional.empty();
        };
    }

    @Override
    public String phrase(String objet, @Nullable String raison) {
        return Optional.ofNullable(raison)
                .flatMap(this::raison)
                .map(why -> t("{0} ({1})", definition.phrase().apply(objet), why))
                .orElseGet(() -> definition.phrase().apply(objet));
    }

    private static String champ(String code) {
        return switch (code) {
            case "profil" -> t("ce que fait la personne");
            case "civilite" -> t("civilité");
            case "prenom" -> t("prénom");
            case "nom" -> t("nom");
            case "courriel" -> t("courriel");
            case "commune" -> t("commune");
            case "circonscription" -> t("circonscription");
            case "fin" -> t("dernier jour");
            default -> "";
        };
    }

    @Component
    static class Declares implements ActesDeclares {

        @Override
        public List<? extends Acte> actes() {
            return List.of(values());
        }
    }
}
