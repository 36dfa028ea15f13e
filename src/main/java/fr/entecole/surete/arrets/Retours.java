package fr.entecole.surete.arrets;

import fr.entecole.socle.Profil;
import fr.entecole.surete.Etape;
import fr.entecole.surete.Palier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What an account sends again when, once somebody reopens it: the more people a profile reaches by itself, the sooner
/// it needs to, the longer it is kept to a few.
final class Retours {

    private static final Duration JOUR = Duration.ofDays(1);

    private Retours() {}

    static List<Etape> of(Profil profil, Instant now) {
        return switch (profil) {
            case ELEVE -> steps(now, JOUR.multipliedBy(7), JOUR.multipliedBy(14));
            case PARENT -> steps(now, JOUR, JOUR.multipliedBy(3));
            case ENSEIGNANT, PERSONNEL -> steps(now, Duration.ZERO, JOUR);
            default -> steps(now, Duration.ZERO, JOUR.multipliedBy(3));
        };
    }

    private static List<Etape> steps(Instant now, Duration peu, Duration tout) {
        return List.of(new Etape(Palier.PEU, now.plus(peu)), new Etape(Palier.TOUT, now.plus(tout)));
    }
}
