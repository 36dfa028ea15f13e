package fr.entecole.liaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is recorded of mots, never what they say.
public enum ActeLiaison implements Acte {
    MOT_PUBLIE(_ -> t("Mot aux familles publié")),
    MOT_CORRIGE(_ -> t("Mot aux familles corrigé")),
    MOT_REPRIS(_ -> t("Mot aux familles repris avant d’être lu")),
    REPONSE_SAISIE(_ -> t("Réponses revenues sur papier cochées")),
    RELANCE(_ -> t("Familles relancées au sujet d’un mot")),
    TALONS_IMPRIMES(_ -> t("Talons d’un mot imprimés")),
    SUR_PAPIER_NOTE(Objet.PERSONNE, qui -> t("Répond sur papier\u00a0: {0}", qui)),
    SUR_PAPIER_FINI(Objet.PERSONNE, qui -> t("Ne répond plus sur papier\u00a0: {0}", qui)),
    LISTE_DU_JOUR_IMPRIMEE(_ -> t("Liste d’une sortie imprimée")),
    AUTORISATION_RETIREE(_ -> t("Autorisation d’image retirée par un responsable"));

    private final Definition definition;

    ActeLiaison(UnaryOperator<String> phrase) {
        this(Objet.chose("mot"), phrase);
    }

    ActeLiaison(Objet objet, UnaryOperator<String> phrase) {
        this.definition = new Definition(Famille.PUBLICATIONS, Portee.ECOLES, objet, phrase);
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
