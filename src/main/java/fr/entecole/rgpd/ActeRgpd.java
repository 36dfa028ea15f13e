package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What people do with their rights.
public enum ActeRgpd implements Acte {
    DONNEES_TELECHARGEES(Famille.DONNEES, Portee.ECOLES, Objet.COMPTE, _ -> t("Copie de ses propres données")),
    CORRECTION_DEMANDEE(Famille.DONNEES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Correction demandée pour {0}", qui)),
    CORRECTION_REPONDUE(
            Famille.DONNEES,
            Portee.ECOLES,
            Objet.PERSONNE,
            qui -> t("Réponse à une demande de correction pour {0}", qui)),
    DROIT_EXERCE(Famille.DONNEES, Portee.REGION, Objet.chose("droit"), _ -> t("Droit exercé sur des données")),
    DROIT_PROLONGE(
            Famille.DONNEES, Portee.REGION, Objet.chose("droit"), _ -> t("Réponse à un droit exercé, prolongée")),
    DROIT_REPONDU(Famille.DONNEES, Portee.REGION, Objet.chose("droit"), _ -> t("Réponse à un droit exercé")),
    RESERVE_POSEE(Famille.DONNEES, Portee.REGION, Objet.PERSONNE, qui -> t("Données mises en réserve pour {0}", qui)),
    RESERVE_LEVEE(Famille.DONNEES, Portee.REGION, Objet.PERSONNE, qui -> t("Fin d’une réserve pour {0}", qui)),
    VIOLATION_OUVERTE(
            Famille.DONNEES, Portee.REGION, Objet.chose("violation"), _ -> t("Fiche de violation de données ouverte")),
    VIOLATION_SUIVIE(
            Famille.DONNEES,
            Portee.REGION,
            Objet.chose("violation"),
            _ -> t("Fiche de violation de données complétée")),
    VIOLATION_CLOSE(
            Famille.DONNEES, Portee.REGION, Objet.chose("violation"), _ -> t("Fiche de violation de données close"));

    private final Definition definition;

    ActeRgpd(Famille famille, Portee portee, Objet objet, UnaryOperator<String> phrase) {
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
