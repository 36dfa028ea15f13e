package fr.entecole.journal;

import java.util.List;
import org.springframework.stereotype.Component;

/// Acts of the tests alone.
enum ActeDEssai implements Acte {
    ESSAI(Portee.ECOLES),
    ESSAI_DE_LA_REGION(Portee.REGION);

    private final Definition definition;

    ActeDEssai(Portee portee) {
        this.definition = new Definition(Famille.DONNEES, portee, Objet.chose("essai"), _ -> "Essai");
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
