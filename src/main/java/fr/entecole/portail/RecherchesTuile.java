package fr.entecole.portail;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The box that looks in all rooms, on the homes of those who have some to look in.
@Component
class RecherchesTuile implements Tuile {

    private final Recherches recherches;

    RecherchesTuile(Recherches recherches) {
        this.recherches = recherches;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return !utilisateur.is(Profil.ELEVE) && recherches.concern(utilisateur);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return Lecture.known(List.of(new Partie(Place.COTE, 5, "portail/_chercher", Map.of())));
    }
}
