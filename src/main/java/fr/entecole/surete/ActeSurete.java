package fr.entecole.surete;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is recorded of accounts that are stopped and of what is held: whose account, never what it has sent.
public enum ActeSurete implements Acte {
    COMPTE_ARRETE(
            Famille.ENTREES, Portee.ECOLES, Objet.COMPTE, compte -> t("Envois du compte de {0} mis en pause", compte)),
    ENVOIS_RETIRES(
            Famille.PUBLICATIONS,
            Portee.ECOLES,
            Objet.COMPTE,
            compte -> t("Envois du compte de {0} retirés à leurs lecteurs", compte)),
    COMPTE_ROUVERT(
            Famille.ENTREES, Portee.ECOLES, Objet.COMPTE, compte -> t("Envois du compte de {0} rouverts", compte)),
    ENVOIS_GELES(
            Famille.PUBLICATIONS, Portee.ECOLES, Objet.chose("gel"), _ -> t("Envois de tout un profil mis en pause")),
    ENVOIS_DEGELES(
            Famille.PUBLICATIONS,
            Portee.ECOLES,
            Objet.chose("gel"),
            _ -> t("Envois de tout un profil rouverts, en partie ou en tout")),
    ENVOI_RETENU(
            Famille.PUBLICATIONS,
            Portee.ECOLES,
            Objet.chose("sursis"),
            _ -> t("Envoi à beaucoup de personnes mis en attente")),
    ENVOI_LIBERE(Famille.PUBLICATIONS, Portee.ECOLES, Objet.chose("sursis"), _ -> t("Envoi en attente libéré")),
    ENVOI_REFUSE(Famille.PUBLICATIONS, Portee.ECOLES, Objet.chose("sursis"), _ -> t("Envoi en attente refusé")),
    ENVOI_ANNULE(
            Famille.PUBLICATIONS,
            Portee.ECOLES,
            Objet.chose("sursis"),
            _ -> t("Envoi en attente repris par son auteur")),
    SEUIL_CHANGE(Famille.DONNEES, Portee.REGION, Objet.chose("seuil"), _ -> t("Seuil des envois changé")),
    REQUISITION_DEMANDEE(
            Famille.DONNEES,
            Portee.REGION,
            Objet.chose("requisition"),
            _ -> t("Lecture d’envois privés demandée, sur réquisition")),
    REQUISITION_ACCORDEE(
            Famille.DONNEES,
            Portee.REGION,
            Objet.chose("requisition"),
            _ -> t("Lecture d’envois privés accordée par une seconde personne")),
    REQUISITION_REFUSEE(
            Famille.DONNEES, Portee.REGION, Objet.chose("requisition"), _ -> t("Lecture d’envois privés refusée")),
    REQUISITION_LUE(
            Famille.DONNEES, Portee.REGION, Objet.chose("requisition"), _ -> t("Envois privés lus, sur réquisition"));

    private final Definition definition;

    ActeSurete(Famille famille, Portee portee, Objet objet, UnaryOperator<String> phrase) {
        this.definition = new Definition(famille, portee, objet, phrase);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Component
    static class Declares implements ActesDeclares {

        @Override
        public List<? extends Acte> actes() {
            return List.of(values());
        }
    }
}
