package fr.entecole.portail;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// A room of the tests alone, for one person.
@Component
class TuileDeMairie implements Tuile {

    static final String QUI = "TuileDeMairie";

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.prenom().equals(QUI);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return Lecture.known(List.of(new Partie(
                Place.COLONNE,
                10,
                "portail/_a-venir",
                Map.of("dessin", "mairie", "quoi", "Une pièce s’est installée", "qui", "ici"))));
    }
}
