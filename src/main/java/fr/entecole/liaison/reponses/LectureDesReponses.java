package fr.entecole.liaison.reponses;

import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
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

    /// Of a mot `m`: it may still be answered.
    public static final String OUVERT = "(m.attendu <> 'RIEN' and (m.avant is null or m.avant >= :jour))";

    /// Of a mot `m`: for which of their children this guardian has answered what it says now.
    public static final String DITES = """
            (select r.eleve_id from liaison.reponse r
              where r.mot_id = m.id and r.personne_id = any(:personnes) and r.fini_le is null
                and r.numero >= (select max(w.numero) from liaison.version w
                                  where w.mot_id = m.id and w.signatures = 'DEMANDEES'
                                    and w.visible_le <= :maintenant))
            """;

    /// Columns of an [Attente].
    public static final String ATTENTE = "m.id, m.ecole_id, array" + DITES + """
            as dites, array(select d.cle from liaison.destination d where d.mot_id = m.id) as cles,
                   exists (select 1 from liaison.reponse g
                            where g.mot_id = m.id and g.personne_id = any(:personnes) and g.fini_le is null) as repondu
            """;

    private static final String ATTENDUS =
            "select " + ATTENTE + " from liaison.mot m where m.id = any(:mots) and " + OUVERT;

    private LectureDesReponses() {}

    /// Of these, what may still be answered, and what this guardian has.
    public static Lecture<List<Attente>> open(
            Collection<UUID> mots, Utilisateur responsable, LocalDate today, Instant now) {
        return mots.isEmpty()
                ? Lecture.known(List.of())
                : Lecture.of(
                        ATTENDUS,
                        Map.of(
                                "mots",
                                mots.toArray(UUID[]::new),
                                "jour",
                                today,
                                "maintenant",
                                CahierDeLiaison.utc(now),
                                "personnes",
                                responsable.personnes().toArray(UUID[]::new)),
                        (rs, _) -> Attente.read(rs));
    }

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
