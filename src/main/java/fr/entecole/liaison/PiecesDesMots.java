package fr.entecole.liaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.LectureDePieces;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who reads what is attached to a mot: whoever reads the mot itself, at that instant. Nobody once it is taken back.
@Component
public class PiecesDesMots implements LectureDePieces {

    public static final String SALLE = "liaison";

    private final LectureDesMots lecture;
    private final JdbcClient jdbc;

    PiecesDesMots(LectureDesMots lecture, JdbcClient jdbc) {
        this.lecture = lecture;
        this.jdbc = jdbc;
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

    @Override
    public Map<UUID, String> named(Collection<UUID> mots) {
        Map<UUID, String> named = new HashMap<>();
        jdbc.sql("""
                        select distinct on (mot_id) mot_id, titre from liaison.version
                         where mot_id = any(:mots) order by mot_id, numero desc
                        """).param("mots", mots.toArray(UUID[]::new)).query(rs -> {
            named.put(Colonnes.uuid(rs, "mot_id"), t("Dans le mot «\u00a0{0}\u00a0»", rs.getString("titre")));
        });
        return named;
    }
}
