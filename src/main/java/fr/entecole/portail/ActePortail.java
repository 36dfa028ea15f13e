package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import fr.entecole.socle.Region.Reglage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What the portal records: reading the journal is a fact too.
enum ActePortail implements Acte {
    JOURNAL_CONSULTE(Famille.DONNEES, Portee.ECOLES, Objet.COMPTE, _ -> t("Lecture de ce journal")),
    REGLAGE_CHANGE(Famille.DONNEES, Portee.REGION, Objet.chose("reglage"), _ -> t("Réglage de la région changé")) {
        @Override
        public Optional<String> raison(String code) {
            return Arrays.stream(Reglage.values())
                    .filter(reglage -> reglage.cle().equals(code))
                    .findFirst()
                    .map(Reglage::libelle);
        }
    },
    AIDE_CHANGEE(Famille.DONNEES, Portee.REGION, Objet.chose("texte"), _ -> t("Texte de la page d’aide changé"));

    private final Definition definition;

    ActePortail(Famille famille, Portee portee, Objet objet, UnaryOperator<String> phrase) {
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
