package fr.entecole.calendrier;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The way to the calendar, from the homes of all who have one to read or to set. It asks nothing.
@Component
class CalendrierTuile implements Tuile {

    private static final int ORDRE = 90;

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return !gabarit(utilisateur).isEmpty();
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return Lecture.known(List.of(new Partie(Place.OUTIL, ORDRE, gabarit(utilisateur), Map.of())));
    }

    private static String gabarit(Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case PARENT, ENSEIGNANT, DIRECTEUR, PERSONNEL ->
                utilisateur.ecoles().isEmpty() ? "" : "calendrier/_outil";
            case ADMINISTRATEUR -> "calendrier/_outil-region";
            case REFERENT_VILLE -> utilisateur.commune() == null ? "" : "calendrier/_outil-commune";
            default -> "";
        };
    }
}
