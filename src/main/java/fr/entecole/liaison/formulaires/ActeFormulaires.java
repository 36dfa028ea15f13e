package fr.entecole.liaison.formulaires;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What the school does with a form; what a family answers stands in its own rows.
enum ActeFormulaires implements Acte {
    FORMULAIRE_FERME(_ -> t("Questionnaire aux familles fermé")),
    REPONSES_EMPORTEES(_ -> t("Réponses d’un questionnaire emportées en tableau"));

    private final Definition definition;

    ActeFormulaires(UnaryOperator<String> phrase) {
        this.definition = new Definition(Famille.PUBLICATIONS, Portee.ECOLES, Objet.chose("mot"), phrase);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Component
    static class DeclaresDesFormulaires implements ActesDeclares {

        @Override
        public List<? extends Acte> actes() {
            return List.of(values());
        }
    }
}
