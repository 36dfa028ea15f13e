package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.documents.LectureDePieces;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who reads what is attached: to a piece of work, whoever reads it; to what a pupil handed back, that pupil, their
/// guardians in force and who teaches the class, the pupil alone while it is hidden. Nobody once it is taken away. Who
/// reads the thing itself is the same.
@Component
public class PiecesDuCahier implements LectureDePieces {

    public static final String SALLE = "cahierdetextes";

    private final LectureDuCahier lecture;
    private final Rendus remises;
    private final JdbcClient jdbc;

    PiecesDuCahier(LectureDuCahier lecture, Rendus remises, JdbcClient jdbc) {
        this.lecture = lecture;
        this.remises = remises;
        this.jdbc = jdbc;
    }

    @Override
    public String salle() {
        return SALLE;
    }

    @Override
    public boolean reads(Utilisateur utilisateur, UUID chose) {
        var remise = remises.one(utilisateur, chose);
        if (remise.isPresent()) {
            var of = remise.get();
            return switch (utilisateur.profil()) {
                case ELEVE -> utilisateur.personnes().contains(of.eleve());
                case PARENT -> Perimetre.of(utilisateur).answersFor(of.ecole(), of.eleve());
                default -> TravailAccess.of(utilisateur).seesPupils(of.ecole(), of.classe());
            };
        }
        if (utilisateur.is(Profil.PARENT, Profil.ELEVE)) {
            return !lecture.mine(utilisateur, List.of(chose)).lignes().isEmpty();
        }
        return lecture.one(chose)
                .flatMap(ligne -> lecture.cahierOf(utilisateur, ligne.travail().classeId()))
                .isPresent();
    }

    @Override
    public Map<UUID, String> named(Collection<UUID> choses) {
        Map<UUID, String> named = new HashMap<>();
        jdbc.sql("""
                        select id, matiere, false as rendu from cahierdetextes.travail where id = any(:choses)
                        union all
                        select r.id, t.matiere, true from cahierdetextes.remise r
                          join cahierdetextes.travail t on t.id = r.travail_id where r.id = any(:choses)
                        """).param("choses", choses.toArray(UUID[]::new)).query(rs -> {
            named.put(
                    Colonnes.uuid(rs, "id"),
                    rs.getBoolean("rendu")
                            ? t("Rendu par un élève\u00a0: {0}", rs.getString("matiere"))
                            : t("Dans le cahier de textes\u00a0: {0}", rs.getString("matiere")));
        });
        return named;
    }
}
