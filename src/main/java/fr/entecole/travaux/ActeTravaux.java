package fr.entecole.travaux;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import org.springframework.stereotype.Component;

/// What is recorded of works: that someone asked for one. What they do, their modules record.
enum ActeTravaux implements Acte {
    TRAVAIL_DEMANDE;

    @Override
    public Definition definition() {
        return new Definition(
                Famille.DONNEES,
                Portee.REGION,
                Objet.chose("travail"),
                _ -> t("Travail de la nuit demandé tout de suite"));
    }

    @Component
    static class Declares implements ActesDeclares {

        @Override
        public List<? extends Acte> actes() {
            return List.of(values());
        }
    }
}
