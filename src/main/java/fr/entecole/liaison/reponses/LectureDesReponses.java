package fr.entecole.liaison.reponses;

import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// What a guardian has answered, for themself alone.
public final class LectureDesReponses {

    private static final String SIENNES = """
            select r.eleve_id, r.numero, r.sens, r.precision, r.voie, r.fait_le from liaison.reponse r
             where r.mot_id = :mot and r.personne_id = any(:personnes) and r.fini_le is null
             order by r.fait_le desc
            """;

    private LectureDesReponses() {}

    /// Those in force, the last ones first.
    public static Lecture<List<MaReponse>> of(UUID mot, Utilisateur responsable) {
        return Lecture.of(
                SIENNES,
                Map.of("mot", mot, "personnes", responsable.personnes().toArray(UUID[]::new)),
                (rs, _) -> new MaReponse(
                        Colonnes.uuid(rs, "eleve_id"),
                        rs.getInt("numero"),
                        Sens.valueOf(rs.getString("sens")),
                        Objects.requireNonNull(rs.getString("precision")),
                        "PAPIER".equals(rs.getString("voie")),
                        LectureDesMots.instant(rs, "fait_le")));
    }
}
