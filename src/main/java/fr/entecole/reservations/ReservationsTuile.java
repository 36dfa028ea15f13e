package fr.entecole.reservations;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// The way to what a school lends, from the homes of who works there.
@Component
class ReservationsTuile implements Tuile {

    @Bean
    static ServiceMesure mesureReservations() {
        return new ServiceMesure("reservations", Service.RESERVATION_SALLES_MATERIELS);
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL)
                && ReservationAccess.of(utilisateur).ecoles().length > 0;
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return Lecture.known(List.of(new Partie(Place.OUTIL, 60, "reservations/_outil", Map.of())));
    }
}
