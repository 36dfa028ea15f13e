package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is recorded of what families say, never what it is nor of which child.
enum ActeFamilles implements Acte {
    PAROLE_DITE(_ -> t("Une famille a dit quelque chose à l’école")),
    PAROLE_CHANGEE(_ -> t("Une famille a changé ce qu’elle avait dit à l’école")),
    PAROLE_ANNULEE(_ -> t("Une famille a annulé ce qu’elle avait dit à l’école")),
    PAROLE_REPONDUE(_ -> t("Réponse de l’école à ce qu’une famille a dit"));

    private final Definition definition;

    ActeFamilles(UnaryOperator<String> phrase) {
        this.definition = new Definition(Famille.PUBLICATIONS, Portee.ECOLES, Objet.chose("parole"), phrase);
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
