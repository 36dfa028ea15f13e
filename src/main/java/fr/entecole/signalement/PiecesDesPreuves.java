package fr.entecole.signalement;

import fr.entecole.documents.LectureDePieces;
import fr.entecole.socle.Utilisateur;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What was attached to a thing when it was reported is read by those who decide.
@Component
class PiecesDesPreuves implements LectureDePieces {

    static final String SALLE = "signalement";

    private final LectureDesDossiers lecture;

    PiecesDesPreuves(LectureDesDossiers lecture) {
        this.lecture = lecture;
    }

    @Override
    public String salle() {
        return SALLE;
    }

    @Override
    public boolean reads(Utilisateur utilisateur, UUID dossier) {
        return lecture.one(dossier)
                .filter(DossierAccess.of(utilisateur)::decides)
                .isPresent();
    }

    @Override
    public boolean removable(UUID dossier) {
        return false;
    }
}
