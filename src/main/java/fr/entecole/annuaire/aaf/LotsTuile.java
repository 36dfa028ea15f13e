package fr.entecole.annuaire.aaf;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The latest batches, on the home of the region's administrator.
@Component
class LotsTuile implements Tuile {

    private final Lots lots;
    private final AafReglages reglages;
    private final Clock clock;

    LotsTuile(Lots lots, AafReglages reglages, Clock clock) {
        this.lots = lots;
        this.reglages = reglages;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return lots.lectureOfLatest(5)
                .map(latest -> List.of(new Partie(
                        Place.COLONNE,
                        10,
                        "annuaire/aaf/_lots",
                        Map.of("lots", latest, "frais", reglages.freshSince(LocalDate.now(clock))))));
    }
}
