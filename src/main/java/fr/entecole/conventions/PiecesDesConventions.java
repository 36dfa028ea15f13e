package fr.entecole.conventions;

import fr.entecole.documents.LectureDePieces;
import fr.entecole.socle.Utilisateur;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Signed documents and acts are read by the region and by the people of the commune, and never taken away again.
@Component
class PiecesDesConventions implements LectureDePieces {

    private final LectureDesConventions lecture;

    PiecesDesConventions(LectureDesConventions lecture) {
        this.lecture = lecture;
    }

    @Override
    public String salle() {
        return Conventions.SALLE;
    }

    @Override
    public boolean reads(Utilisateur utilisateur, UUID chose) {
        return lecture.communeOf(chose)
                .filter(ConventionAccess.of(utilisateur)::reads)
                .isPresent();
    }

    @Override
    public boolean ofItsAuthor() {
        return false;
    }

    @Override
    public boolean removable(UUID chose) {
        return false;
    }
}
