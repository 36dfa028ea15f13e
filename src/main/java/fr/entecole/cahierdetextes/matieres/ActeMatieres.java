package fr.entecole.cahierdetextes.matieres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import org.springframework.stereotype.Component;

/// A head has written the subjects of their school.
enum ActeMatieres implements Acte {
    MATIERES_REGLEES;

    @Override
    public Definition definition() {
        return new Definition(
                Famille.ECOLES,
                Portee.ECOLES,
                Objet.ECOLE,
                _ -> t("Matières du cahier de textes\u00a0: liste changée"));
    }

    @Component
    static class DeclaresDesMatieres implements ActesDeclares {

        @Override
        public List<? extends Acte> actes() {
            return List.of(values());
        }
    }
}
