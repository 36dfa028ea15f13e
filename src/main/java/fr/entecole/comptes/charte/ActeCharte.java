package fr.entecole.comptes.charte;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is recorded of the charter: the answers, and what is published.
enum ActeCharte implements Acte {
    CHARTE_ACCEPTEE(Famille.DONNEES, Portee.ECOLES, Objet.chose("charte"), _ -> t("Charte acceptée")),
    CHARTE_ENTENDUE(Famille.DONNEES, Portee.ECOLES, Objet.chose("charte"), _ -> t("Charte entendue")),
    CHARTE_LUE_EN_CLASSE(Famille.DONNEES, Portee.ECOLES, Objet.chose("charte"), _ -> t("Charte lue à une classe")),
    CHARTE_REFUSEE(Famille.DONNEES, Portee.ECOLES, Objet.chose("charte"), _ -> t("Charte refusée")),
    CHARTE_PUBLIEE(Famille.DONNEES, Portee.REGION, Objet.chose("charte"), _ -> t("Nouvelle version de la charte"));

    private final Definition definition;

    ActeCharte(Famille famille, Portee portee, Objet objet, UnaryOperator<String> phrase) {
        this.definition = new Definition(famille, portee, objet, phrase);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Override
    public boolean ordinaire() {
        return this == CHARTE_ACCEPTEE || this == CHARTE_ENTENDUE;
    }

    @Component
    static class Declares implements ActesDeclares {

        @Override
        public List<? extends Acte> actes() {
            return List.of(values());
        }
    }
}
