package fr.entecole.annuaire.aaf;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.MemoireDesEcoles;
import fr.entecole.annuaire.MemoireDesEcoles.Gardien;
import fr.entecole.annuaire.aaf.Lots.Lot;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// The latest batches, on the home of the region's administrator.
@Component
class LotsTuile implements Tuile {

    private final Lots lots;
    private final AafReglages reglages;
    private final MemoireDesEcoles<UUID, List<Lot>> memoire;
    private final Clock clock;

    LotsTuile(Lots lots, AafReglages reglages, Cache<Gardien<UUID>, Gardee<List<Lot>>> derniers, Clock clock) {
        this.lots = lots;
        this.memoire = new MemoireDesEcoles<>(derniers, clock);
        this.reglages = reglages;
        this.clock = clock;
    }

    @Bean
    static Cache<Gardien<UUID>, Gardee<List<Lot>>> lotsGardes() {
        return Memoire.cache();
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return memoire.of(utilisateur, Cle.PARTOUT, lots.lectureOfLatest(5), _ -> List.of())
                .map(latest -> List.of(new Partie(
                        Place.COLONNE,
                        10,
                        "annuaire/aaf/_lots",
                        Map.of("lots", latest, "frais", reglages.freshSince(LocalDate.now(clock))))));
    }
}
