package fr.entecole.annuaire;

import fr.entecole.annuaire.LectureDesDemandes.Possible;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// "C'est ma classe" on a teacher's home: the classes of their schools while they have none, what they have said, and
/// what the head has answered.
@Component
class DemandesTuile implements Tuile {

    private final LectureDesDemandes lecture;

    DemandesTuile(LectureDesDemandes lecture) {
        this.lecture = lecture;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ENSEIGNANT);
    }

    @Override
    public List<Partie> parts(Utilisateur utilisateur) {
        var classes = lecture.of(utilisateur, false);
        var said = classes.stream().filter(c -> c.demande() != null).toList();
        List<Partie> parts = new ArrayList<>();
        if (!said.isEmpty()) {
            parts.add(new Partie(Place.COLONNE, 5, "annuaire/_mes-demandes", Map.of("classes", said)));
        }
        // Once said, the other classes are a page away.
        if (classes.stream().anyMatch(c -> c.mienne() || (c.attend() && c.possible()))) {
            parts.add(new Partie(Place.COLONNE, 25, "annuaire/_autre-classe", Map.of()));
        } else if (classes.stream().anyMatch(Possible::mayBeAsked)) {
            parts.add(new Partie(
                    Place.COLONNE,
                    25,
                    "annuaire/_c-est-ma-classe",
                    Map.of(
                            "classes",
                            classes.stream().filter(Possible::mayBeAsked).toList())));
        } else {
            parts.add(new Partie(Place.COLONNE, 25, "annuaire/_sans-classe", Map.of()));
        }
        return parts;
    }
}
