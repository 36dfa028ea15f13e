package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What people do with their rights.
enum ActeRgpd implements Acte {
    DONNEES_TELECHARGEES(Famille.DONNEES, Portee.ECOLES, Objet.COMPTE, _ -> t("Copie de ses propres données")),
    CORRECTION_DEMANDEE(Famille.DONNEES, Portee.ECOLES, Objet.PERSONNE, qui -> t("Correction demandée pour {0}", qui)),
    CORRECTION_REPONDUE(
            Famille.DONNEES,
            Portee.ECOLES,
            Objet.PERSONNE,
            qui -> t("Réponse à une demande de correction pour {0}", qui));

    private final Definition definition;

    ActeRgpd(Famille famille, Portee portee, Objet objet, UnaryOperator<String> phrase) {
        this.definition = new Definition(famille, portee, objet, phrase);
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
