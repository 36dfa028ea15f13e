package fr.entecole.comptes.images;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is recorded of secret pictures: that there are some, never which.
enum ActeImages implements Acte {
    IMAGES_CHOISIES(Famille.CODES, Objet.COMPTE, qui -> t("Images secrètes choisies par {0}", qui)),
    IMAGES_EFFACEES(Famille.CODES, Objet.COMPTE, qui -> t("Images secrètes à choisir de nouveau pour {0}", qui)),
    IMAGES_DISPENSEES(Famille.CODES, Objet.COMPTE, qui -> t("Entrée sans images secrètes pour {0}", qui)),
    IMAGES_DEMANDEES(Famille.CODES, Objet.chose("classe"), _ -> t("Images secrètes demandées dans une classe")),
    IMAGES_NON_DEMANDEES(Famille.CODES, Objet.chose("classe"), _ -> t("Images secrètes non demandées dans une classe"));

    private final Definition definition;

    ActeImages(Famille famille, Objet objet, UnaryOperator<String> phrase) {
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
