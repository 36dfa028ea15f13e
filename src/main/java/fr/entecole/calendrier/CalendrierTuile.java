package fr.entecole.calendrier;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The way to the calendar, from the homes of all who have one to read or to set. It asks nothing.
@Component
class CalendrierTuile implements Tuile {

    private static final int ORDRE = 90;
    private static final String ECOLE = "calendrier/_outil";

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return !gabarit(utilisateur).isEmpty();
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        var gabarit = gabarit(utilisateur);
        Map<String, Object> parametres =
                gabarit.equals(ECOLE) ? Map.of("adresse", adresse(utilisateur.ecoles())) : Map.of();
        return Lecture.known(List.of(new Partie(Place.OUTIL, ORDRE, gabarit, parametres)));
    }

    /// Straight to the one school.
    private static String adresse(Set<UUID> ecoles) {
        return ecoles.size() == 1 ? "/calendrier/ecoles/" + ecoles.iterator().next() : "/calendrier";
    }

    private static String gabarit(Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case PARENT, ENSEIGNANT, DIRECTEUR, PERSONNEL ->
                utilisateur.ecoles().isEmpty() ? "" : ECOLE;
            case ADMINISTRATEUR -> "calendrier/_outil-region";
            case REFERENT_VILLE -> utilisateur.commune() == null ? "" : "calendrier/_outil-commune";
            default -> "";
        };
    }
}
