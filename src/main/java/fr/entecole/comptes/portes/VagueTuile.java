package fr.entecole.comptes.portes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.sessions.Sessions;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// On the region's home, for a day: someone has tried passwords from everywhere at once ([Vague]).
@Component
class VagueTuile implements Tuile {

    private static final int ORDRE = 5;

    private final Clock clock;

    VagueTuile(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return Lecture.of(
                        """
                        select vue_le, refus, reseaux from comptes.vague
                         where vue_le > :hier order by vue_le desc limit 1
                        """,
                        Map.of("hier", clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC)),
                        (rs, _) -> new Vue(Sessions.instant(rs, "vue_le"), rs.getInt("refus"), rs.getInt("reseaux")))
                .map(vues -> vues.stream().map(this::part).toList());
    }

    private Partie part(Vue vue) {
        return new Partie(
                Place.ATTEND,
                ORDRE,
                "socle/attend",
                Map.of(
                        "icone",
                        "bouclier",
                        "titre",
                        t(
                                "Une vague d’essais à l’entrée : {0, plural, one {# refus} other {# refus}} en cinq minutes",
                                vue.refus()),
                        "precision",
                        t(
                                "Vue à {0}, depuis {1, plural, one {# réseau} other {# réseaux}}. Qui est déjà venu entre toujours.",
                                LocalTime.ofInstant(vue.vueLe(), clock.getZone())
                                        .withNano(0)
                                        .withSecond(0)
                                        .toString(),
                                vue.reseaux()),
                        "adresse",
                        "/journal",
                        "bouton",
                        t("Voir le journal"),
                        "second",
                        true));
    }

    private record Vue(Instant vueLe, int refus, int reseaux) {}
}
