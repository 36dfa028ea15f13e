package fr.entecole.presences;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is recorded of the roll, never of whom: the register itself keeps who said what of each child.
public enum ActePresences implements Acte {
    APPEL_CORRIGE(_ -> t("Appel corrigé")),
    CONTRE_ECRITURE(_ -> t("Contre-écriture dans un registre signé")),
    REGISTRE_SIGNE(_ -> t("Registre d’appel du mois signé")),
    REGISTRE_EXPORTE(_ -> t("Registre d’appel exporté pour l’archive")),
    LEGITIMITE_DECIDEE(_ -> t("Légitimité d’une absence décidée par la direction")),
    ETAPE_NOTEE(_ -> t("Étape d’un suivi d’assiduité notée")),
    DOSSIER_IMPRIME(_ -> t("Dossier d’assiduité préparé")),
    AMENAGEMENT_POSE(_ -> t("Aménagement des demi-journées d’un enfant")),
    APPEL_REGLE(_ -> t("Réglages de l’appel changés")),
    NOMS_OUVERTS(_ -> t("Noms de la cantine, de la garderie ou de l’étude ouverts à la commune")),
    NOMS_FERMES(_ -> t("Noms de la cantine, de la garderie ou de l’étude fermés à la commune")),
    EVACUATION_COMMENCEE(_ -> t("Évacuation ou exercice commencé")),
    EVACUATION_FINIE(_ -> t("Évacuation ou exercice terminé"));

    private final Definition definition;

    ActePresences(UnaryOperator<String> phrase) {
        this.definition = new Definition(Famille.PUBLICATIONS, Portee.ECOLES, Objet.chose("appel"), phrase);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Component
    static class DesPresences implements ActesDeclares {

        @Override
        public List<? extends Acte> actes() {
            return List.of(values());
        }
    }
}
