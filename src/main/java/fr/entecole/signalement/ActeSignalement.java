package fr.entecole.signalement;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is recorded of reports: never who has reported, nor what. Of those about a head, the region reads.
enum ActeSignalement implements Acte {
    CONTENU_SIGNALE(Portee.ECOLES, _ -> t("Contenu signalé")),
    CONTENU_MASQUE(Portee.ECOLES, _ -> t("Contenu signalé masqué en attendant")),
    CONTENU_REMONTRE(Portee.ECOLES, _ -> t("Contenu signalé montré à nouveau")),
    SIGNALEMENT_DECIDE(Portee.ECOLES, _ -> t("Signalement décidé")),
    DIRECTION_SIGNALEE(Portee.REGION, _ -> t("Contenu d’une direction signalé")),
    DIRECTION_DECIDEE(Portee.REGION, _ -> t("Signalement d’une direction décidé"));

    private final Definition definition;

    ActeSignalement(Portee portee, UnaryOperator<String> phrase) {
        this.definition = new Definition(Famille.PUBLICATIONS, portee, Objet.chose("signalement"), phrase);
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
