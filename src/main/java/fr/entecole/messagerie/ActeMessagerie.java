package fr.entecole.messagerie;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is recorded of messages: that they were, never what they say nor to whom.
public enum ActeMessagerie implements Acte {
    MESSAGE_ENVOYE(_ -> t("Message envoyé")),
    MESSAGE_ANNULE(_ -> t("Message annulé avant d’être remis")),
    MESSAGE_RAPPELE(_ -> t("Message repris avant d’être lu")),
    MESSAGE_LAISSE(_ -> t("Message d’un élève remis après relecture")),
    MESSAGE_REFUSE(_ -> t("Message d’un élève rendu à son auteur")),
    REGLE_CHANGEE(_ -> t("Règle de messagerie changée"));

    private final Definition definition;

    ActeMessagerie(UnaryOperator<String> phrase) {
        this.definition = new Definition(Famille.PUBLICATIONS, Portee.ECOLES, Objet.chose("message"), phrase);
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
