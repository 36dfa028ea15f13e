package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Region;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// On the home of the region's administrator: the way to the settings, and what they lack until they lack nothing. No
/// statement: the node knows them.
@Component
class ReglagesTuile implements Tuile {

    private final Region region;

    ReglagesTuile(Region region) {
        this.region = region;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        List<Partie> parts = new ArrayList<>();
        var missing = region.manquants();
        if (!missing.isEmpty()) {
            parts.add(new Partie(Place.ATTEND, 30, "portail/_reglages-manquants", Map.of("manquants", missing)));
        }
        parts.add(new Partie(
                Place.OUTIL,
                70,
                "socle/outil",
                Map.of("icone", "reglages", "mot", t("Les réglages de la région"), "adresse", "/reglages")));
        return Lecture.known(parts);
    }
}
