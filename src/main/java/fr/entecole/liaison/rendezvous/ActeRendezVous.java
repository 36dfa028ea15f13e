package fr.entecole.liaison.rendezvous;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What the school does to meetings that families may have taken. What a family takes stands in its own rows.
enum ActeRendezVous implements Acte {
    RENDEZ_VOUS_PRIS_POUR_UNE_FAMILLE(_ -> t("Rendez-vous pris pour une famille par l’école")),
    RENDEZ_VOUS_RENDU_POUR_UNE_FAMILLE(_ -> t("Rendez-vous rendu pour une famille par l’école")),
    RENDEZ_VOUS_DEPLACE(_ -> t("Rendez-vous déplacé par l’école")),
    RENDEZ_VOUS_ECHANGES(_ -> t("Deux rendez-vous échangés par l’école")),
    CRENEAU_AJOUTE(_ -> t("Créneau de rendez-vous ajouté")),
    CRENEAU_ANNULE(_ -> t("Créneau de rendez-vous annulé"));

    private final Definition definition;

    ActeRendezVous(UnaryOperator<String> phrase) {
        this.definition = new Definition(Famille.PUBLICATIONS, Portee.ECOLES, Objet.chose("mot"), phrase);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Component
    static class DeclaresDesRendezVous implements ActesDeclares {

        @Override
        public List<? extends Acte> actes() {
            return List.of(values());
        }
    }
}
