package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is recorded of notebooks, never what they say. A series is recorded once.
enum ActeCahierDeTextes implements Acte {
    TRAVAIL_DONNE(_ -> t("Travail à faire donné")),
    TRAVAIL_RETIRE(_ -> t("Travail à faire retiré")),
    TRAVAIL_REMIS(_ -> t("Travail à faire remis dans le cahier"));

    private final Definition definition;

    ActeCahierDeTextes(UnaryOperator<String> phrase) {
        this.definition = new Definition(Famille.PUBLICATIONS, Portee.ECOLES, Objet.chose("travail"), phrase);
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
