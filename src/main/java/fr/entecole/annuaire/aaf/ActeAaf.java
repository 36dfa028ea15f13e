package fr.entecole.annuaire.aaf;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What an import records in the journal.
enum ActeAaf implements Acte {
    IMPORT_AAF(Famille.IMPORTS, Portee.REGION, Objet.chose("lot"), _ -> t("Import de l’annuaire"));

    private final Definition definition;

    ActeAaf(Famille famille, Portee portee, Objet objet, UnaryOperator<String> phrase) {
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
