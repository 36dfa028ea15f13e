package fr.entecole.mesure;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
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
        return territoires.concern(utilisateur);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return Lecture.known(List.of(new Partie(Place.OUTIL, ORDRE, "mesure/_outil", Map.of())));
    }
}
