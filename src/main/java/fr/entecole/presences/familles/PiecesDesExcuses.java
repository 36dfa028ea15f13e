package fr.entecole.presences.familles;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.calendrier.annonces.AbsenceAnnoncee;
import fr.entecole.documents.LectureDePieces;
import fr.entecole.presences.PresencesAccess;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who reads what goes with a reason: who said it while they answer for the child, who teaches the child, the head.
@Component
public class PiecesDesExcuses implements LectureDePieces {

    public static final String SALLE = AbsenceAnnoncee.SALLE;

    private final JdbcClient jdbc;

    PiecesDesExcuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String salle() {
        return SALLE;
    }

    @Override
    public boolean reads(Utilisateur utilisateur, UUID excuse) {
        return jdbc.sql(
                        "select ecole_id, eleve_id, responsable_id from presences.excuse where id = :id and retiree_le is null")
                .param("id", excuse)
                .query((rs, _) -> reads(
                        utilisateur,
                        Colonnes.uuid(rs, "ecole_id"),
                        Colonnes.uuid(rs, "eleve_id"),
                        Objects.requireNonNullElse(rs.getObject("responsable_id", UUID.class), new UUID(0, 0))))
                .optional()
                .orElse(false);
    }

    private static boolean reads(Utilisateur utilisateur, UUID ecole, UUID eleve, UUID responsable) {
        var access = PresencesAccess.of(utilisateur);
        return access.directs(ecole)
                || (utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)
                        && Perimetre.of(utilisateur).teachesEleve(ecole, eleve))
                || (utilisateur.personnes().contains(responsable) && access.answersFor(ecole, eleve));
    }
}
