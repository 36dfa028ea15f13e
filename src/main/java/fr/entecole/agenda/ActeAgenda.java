package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is recorded of the agenda, never what it says.
public enum ActeAgenda implements Acte {
    DATE_PUBLIEE(Famille.PUBLICATIONS, Objet.chose("evenement"), _ -> t("Date ajoutée à l’agenda")),
    DATE_CHANGEE(Famille.PUBLICATIONS, Objet.chose("evenement"), _ -> t("Date de l’agenda changée")),
    DATE_ANNULEE(Famille.PUBLICATIONS, Objet.chose("evenement"), _ -> t("Date de l’agenda annulée")),
    DATE_RETABLIE(Famille.PUBLICATIONS, Objet.chose("evenement"), _ -> t("Date de l’agenda rétablie")),
    ANNIVERSAIRES_REGLES(Famille.ECOLES, Objet.ECOLE, _ -> t("Anniversaires à l’agenda\u00a0: réglage changé")),
    ABONNEMENT_CREE(Famille.DONNEES, Objet.chose("abonnement"), _ -> t("Adresse d’abonnement à l’agenda créée")),
    ABONNEMENT_RETIRE(Famille.DONNEES, Objet.chose("abonnement"), _ -> t("Adresse d’abonnement à l’agenda retirée"));

    private final Definition definition;

    ActeAgenda(Famille famille, Objet objet, UnaryOperator<String> phrase) {
        this.definition = new Definition(famille, Portee.ECOLES, objet, phrase);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    /// A person's own gestures about their own devices.
    @Override
    public boolean ordinaire() {
        return this == ABONNEMENT_CREE || this == ABONNEMENT_RETIRE;
    }

    @Component
    static class Declares implements ActesDeclares {

        @Override
        public List<? extends Acte> actes() {
            return List.of(values());
        }
    }
}
