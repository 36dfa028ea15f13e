package fr.entecole.notifications;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Shows nothing of its own: it has the count of the header's bell read with the rest of a home, when the node does not
/// know it.
@Component
class ClocheTuile implements Tuile {

    @Bean
    static ServiceMesure mesureNotifications() {
        return new ServiceMesure("notifications", Service.PAGE_ENT);
    }

    private final Cloches cloches;

    ClocheTuile(Cloches cloches) {
        this.cloches = cloches;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return !Registre.of(utilisateur).petits();
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return cloches.toKnow(utilisateur).map(_ -> List.of());
    }
}
