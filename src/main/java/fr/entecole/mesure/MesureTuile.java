package fr.entecole.mesure;

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

/// The way to the figures, from the homes of those who have some to read.
@Component
class MesureTuile implements Tuile {

    private static final int ORDRE = 80;

    private final Territoires territoires;

    MesureTuile(Territoires territoires) {
        this.territoires = territoires;
    }

    @Bean
    static ServiceMesure mesureDeLaMesure() {
        return new ServiceMesure("mesure", Service.PAGE_ENT);
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return territoires.concern(utilisateur) || follows(utilisateur);
    }

    private static boolean follows(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR, Profil.IEN, Profil.ERUN, Profil.ASSISTANCE);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        List<Partie> parts = new ArrayList<>();
        if (territoires.concern(utilisateur)) {
            parts.add(new Partie(Place.OUTIL, ORDRE, "mesure/_outil", Map.of()));
        }
        if (follows(utilisateur)) {
            parts.add(new Partie(Place.OUTIL, ORDRE + 1, "mesure/_outil-ecoles", Map.of()));
        }
        return Lecture.known(parts);
    }
}
