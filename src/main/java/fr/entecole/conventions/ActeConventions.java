package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is recorded of conventions: the head of a school reads what opens or ends it, the region the rest.
public enum ActeConventions implements Acte {
    CONVENTION_DECLAREE(Portee.ECOLES, _ -> t("Convention déclarée par la commune")),
    CONVENTION_TRANSMISE(Portee.ECOLES, _ -> t("Convention transmise à la région académique")),
    CONVENTION_RENVOYEE(Portee.ECOLES, _ -> t("Convention renvoyée à la commune")),
    CONVENTION_SIGNEE(Portee.ECOLES, _ -> t("Convention signée")),
    ACTE_DEPOSE(Portee.ECOLES, _ -> t("Acte de la commune déposé")),
    DOCUMENT_REMPLACE(Portee.ECOLES, _ -> t("Document signé remplacé")),
    AVENANT_RECU(Portee.ECOLES, _ -> t("Avenant reçu")),
    AVENANT_SIGNE(Portee.ECOLES, _ -> t("Avenant signé")),
    CESSATION_NOTEE(Portee.ECOLES, _ -> t("Étape vers la fin d’une convention")),
    DEROGATION_ACCORDEE(Portee.ECOLES, _ -> t("Ouverture accordée sans convention")),
    ECOLE_REPRISE(Portee.ECOLES, _ -> t("Convention\u00a0: une école est reprise par une autre, ou ferme")),
    REPRISE_RETIREE(Portee.REGION, _ -> t("Conventions\u00a0: reprise d’une école retirée")),
    COMMUNE_SUCCEDEE(Portee.REGION, _ -> t("Conventions\u00a0: une commune succède à une autre")),
    SUCCESSION_RETIREE(Portee.REGION, _ -> t("Conventions\u00a0: succession d’une commune retirée")),
    LISTE_ETABLIE(Portee.ECOLES, _ -> t("Liste des écoles d’une grande commune établie par l’inspection")),
    PARAMETRES_PUBLIES(Portee.REGION, _ -> t("Conventions\u00a0: une année a été publiée")),
    TABLEAU_EMPORTE(Portee.REGION, _ -> t("Tableau des conventions emporté")),
    COMMUNES_RELANCEES(Portee.REGION, _ -> t("Communes relancées pour leur convention")),
    TITRES_EMIS(Portee.REGION, _ -> t("Titres de perception émis")),
    TITRE_ANNULE(Portee.REGION, _ -> t("Titre de perception annulé")),
    TITRE_CONTESTE(Portee.REGION, _ -> t("Titre de perception contesté")),
    CONTESTATION_REPONDUE(Portee.REGION, _ -> t("Réponse à la contestation d’un titre")),
    PAIEMENTS_LUS(Portee.REGION, _ -> t("Paiements importés")),
    REFERENT_DEMANDE(Portee.REGION, _ -> t("Commune\u00a0: une personne demande à agir pour elle")),
    REFERENT_ACCORDE(Portee.REGION, _ -> t("Commune\u00a0: demande accordée")),
    REFERENT_REFUSE(Portee.REGION, _ -> t("Commune\u00a0: demande refusée")),
    PERSONNE_INVITEE(Portee.REGION, _ -> t("Commune\u00a0: personne invitée par le référent")),
    PERSONNE_RETIREE(Portee.REGION, _ -> t("Commune\u00a0: personne retirée par le référent")),
    SIGNATAIRE_HABILITE(Portee.REGION, _ -> t("Conventions\u00a0: une personne signe pour la région")),
    SIGNATAIRE_RETIRE(Portee.REGION, _ -> t("Conventions\u00a0: une personne ne signe plus pour la région")),
    TITRES_EMPORTES(Portee.REGION, _ -> t("Titres de perception emportés"));

    private final Definition definition;

    ActeConventions(Portee portee, UnaryOperator<String> phrase) {
        this.definition = new Definition(Famille.ECOLES, portee, Objet.chose("convention"), phrase);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Component
    static class ActesDesConventions implements ActesDeclares {

        @Override
        public List<? extends Acte> actes() {
            return List.of(values());
        }
    }
}
