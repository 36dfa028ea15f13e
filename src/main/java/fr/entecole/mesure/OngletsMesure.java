package fr.entecole.mesure;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.OngletsOfferts;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// The way to the figures: a tab for the region, a tool on the homes of those who have tabs enough.
@Component
class OngletsMesure implements OngletsOfferts {

    private static final int ORDRE = 80;

    @Bean
    static ServiceMesure mesureDeLaMesure() {
        return new ServiceMesure("mesure", Service.PAGE_ENT);
    }

    @Override
    public List<Onglet> onglets(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR)
                ? List.of(new Onglet("usages", ORDRE, t("Usages"), "/usages", "graphe"))
                : List.of();
    }

    @Component
    static class MesureTuile implements Tuile {

        private final Territoires territoires;

        MesureTuile(Territoires territoires) {
            this.territoires = territoires;
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
}
