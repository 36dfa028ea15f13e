package fr.entecole.annuaire.saisies;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The way to the people whom no feed carries, for the region's administrator; the rest has its tab.
@Component
class RegionTuile implements Tuile {

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return Lecture.known(List.of(new Partie(Place.OUTIL, 20, "annuaire/saisies/_outils-region", Map.of())));
    }
}
