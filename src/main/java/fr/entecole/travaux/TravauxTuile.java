package fr.entecole.travaux;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// On the home of the region's administrator: the way to the works, and those that could not be done.
@Component
class TravauxTuile implements Tuile {

    @Bean
    static ServiceMesure mesureTravaux() {
        return new ServiceMesure("travaux", Service.PAGE_ENT);
    }

    private static final String PAGE = "/travaux";

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return Lecture.of(
                        "select count(*) as echoues from travaux.tache where consecutive_failures > 0",
                        Map.of(),
                        (rs, _) -> rs.getInt("echoues"))
                .map(rows -> parts(rows.getFirst()));
    }

    private static List<Partie> parts(int echoues) {
        List<Partie> parts = new ArrayList<>();
        if (echoues > 0) {
            parts.add(new Partie(
                    Place.ATTEND,
                    12,
                    "socle/attend",
                    Map.of(
                            "icone",
                            "alerte",
                            "titre",
                            t(
                                    "{0, plural, one {Un travail de l’ENT a échoué} other {# travaux de l’ENT ont échoué}}",
                                    echoues),
                            "precision",
                            t("Ils sont repris d’eux-mêmes"),
                            "adresse",
                            PAGE,
                            "bouton",
                            t("Voir"))));
        }
        parts.add(new Partie(
                Place.OUTIL,
                80,
                "socle/outil",
                Map.of("icone", "lune", "mot", t("Les travaux de l’ENT"), "adresse", PAGE)));
        return parts;
    }
}
