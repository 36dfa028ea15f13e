package fr.entecole.liaison;

import fr.entecole.documents.LectureDePieces;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who reads what is attached to a mot: whoever reads the mot itself, at that instant. Nobody once it is taken back.
@Component
class PiecesDesMots implements LectureDePieces {

    static final String SALLE = "liaison";

    private final LectureDesMots lecture;

    PiecesDesMots(LectureDesMots lecture) {
        this.lecture = lecture;
    }

    @Override
    public String salle() {
        return SALLE;
    }

    @Override
    public boolean reads(Utilisateur utilisateur, UUID mot) {
        if (utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)) {
            return lecture.sent(utilisateur, mot).isPresent();
        }
        return utilisateur.is(Profil.PARENT, Profil.ELEVE)
                && lecture.received(utilisateur, mot).isPresent();
    }
}
