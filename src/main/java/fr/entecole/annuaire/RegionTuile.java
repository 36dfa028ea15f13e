package fr.entecole.annuaire;

import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What the region's administrator does most: open schools, enter people whom no feed carries.
@Component
class RegionTuile implements Tuile {

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR);
    }

    @Override
    public List<Partie> parts(Utilisateur utilisateur) {
        return List.of(new Partie(Place.OUTIL, 20, "annuaire/_outils-region", Map.of()));
    }
}
