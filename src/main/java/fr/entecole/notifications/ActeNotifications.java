package fr.entecole.notifications;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is recorded of how news reaches people.
public enum ActeNotifications implements Acte {
    NOUVELLE_URGENTE(
            Famille.PUBLICATIONS, Objet.chose("depot"), _ -> t("Nouvelle envoyée sans attendre les heures de remise")),
    ADRESSE_REFUSEE(Famille.DONNEES, Objet.PERSONNE, qui -> t("Courriel qui ne passe plus pour {0}", qui));

    private final Definition definition;

    ActeNotifications(Famille famille, Objet objet, UnaryOperator<String> phrase) {
        this.definition = new Definition(famille, Portee.ECOLES, objet, phrase);
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
