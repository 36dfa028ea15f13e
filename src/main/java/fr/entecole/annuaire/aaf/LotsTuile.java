package fr.entecole.annuaire.aaf;

import static fr.entecole.socle.Phrases.t;

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
import fr.entecole.socle.memoire.Souvenirs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// The latest batches, on the home of the region's administrator; before anything else the last one of an académie
/// that was held or refused.
@Component
class LotsTuile implements Tuile {

    private static final int SHOWN = 5;

    private final Lots lots;
    private final AafReglages reglages;
    private final MemoireDesEcoles<UUID, List<Lot>> memoire;
    private final Clock clock;

    LotsTuile(
            Lots lots,
            AafReglages reglages,
            Cache<Gardien<UUID>, Gardee<List<Lot>>> derniers,
            Souvenirs souvenirs,
            Clock clock) {
        this.lots = lots;
        this.memoire = new MemoireDesEcoles<>(derniers, souvenirs, clock);
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
        return memoire.of(utilisateur, Cle.PARTOUT, lots.lectureOfLatest(SHOWN), _ -> List.of())
                .map(latest -> parts(latest, reglages.freshSince(LocalDate.now(clock))));
    }

    private static List<Partie> parts(List<Lots.Lot> latest, LocalDate frais) {
        List<Partie> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (var lot : latest) {
            // what came after it, for its académie, has settled it
            if (!lot.essai() && seen.add(lot.academie()) && lot.waits()) {
                parts.add(waiting(lot, frais));
            }
        }
        parts.add(new Partie(
                Place.COLONNE,
                10,
                "annuaire/aaf/_lots",
                Map.of("lots", latest.stream().limit(SHOWN).toList(), "frais", frais)));
        return parts;
    }

    private static Partie waiting(Lots.Lot lot, LocalDate frais) {
        var held = lot.held() || lot.departs() > 0;
        return new Partie(
                Place.ATTEND,
                held ? 5 : 10,
                "socle/attend",
                Map.of(
                        "icone",
                        MotsDesLots.icone(lot),
                        "titre",
                        lot.departs() > 0
                                ? t(
                                        "{0, plural, one {Une école perdrait} other {# écoles perdraient}} trop d’élèves",
                                        lot.departs())
                                : held
                                        ? t("Un import attend votre accord")
                                        : lot.etat().equals("refused")
                                                ? t("Un import a été refusé")
                                                : t("Un import n’a pas pu finir"),
                        "precision",
                        t("{0}. {1}", MotsDesLots.titre(lot, frais), MotsDesLots.recu(lot)),
                        "adresse",
                        "/annuaire/lots/" + lot.id(),
                        "bouton",
                        held ? t("Décider") : t("Voir pourquoi")));
    }
}
