package fr.entecole.liaison.reponses;

import fr.entecole.annuaire.Perimetre;
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
import java.util.Set;
import java.util.UUID;

/// What a guardian has answered, for themself alone.
public final class LectureDesReponses {

    private static final String SIENNES = """
            select r.eleve_id, r.numero, r.sens, r.precision, r.voie, r.fait_le from liaison.reponse r
             where r.mot_id = :mot and r.personne_id = any(:personnes) and r.fini_le is null
             order by r.fait_le desc
            """;

    /// Of a mot `m` to this guardian: one of their children has no answer of theirs yet, and may still have one. What
    /// another guardian has answered changes nothing here: it would tell.
    public static final String ATTEND = """
            m.attendu <> 'RIEN' and (m.avant is null or m.avant >= :jour)
            and exists (
                select 1 from annuaire.present s
                 where s.eleve_id = any(:enfants) and s.ecole_id = m.ecole_id
                   and exists (select 1 from liaison.destination d
                                where d.mot_id = m.id
                                  and (d.cle = 'ELEVES.RESPONSABLES.' || s.eleve_id
                                       or d.cle = 'ECOLE.RESPONSABLES.' || s.ecole_id
                                       or d.cle in (select 'CLASSE.RESPONSABLES.' || i.classe_id
                                                      from annuaire.inscrit i where i.eleve_id = s.eleve_id)
                                       or d.cle like 'GROUPE.RESPONSABLES.%'
                                          and not exists (select 1 from liaison.reponse g
                                                           where g.mot_id = m.id and g.personne_id = any(:personnes)
                                                             and g.fini_le is null)))
                   and not exists (select 1 from liaison.reponse r
                                    where r.mot_id = m.id and r.eleve_id = s.eleve_id
                                      and r.personne_id = any(:personnes) and r.fini_le is null
                                      and r.numero >= (select max(w.numero) from liaison.version w
                                                        where w.mot_id = m.id and w.signatures = 'DEMANDEES'
                                                          and w.visible_le <= :maintenant)))
            """;

    private static final String ATTENDUS = "select m.id from liaison.mot m where m.id = any(:mots) and " + ATTEND;

    private LectureDesReponses() {}

    /// Which of these await an answer of this guardian.
    public static Lecture<Set<UUID>> awaited(
            Collection<UUID> mots, Utilisateur responsable, LocalDate today, Instant now) {
        return mots.isEmpty()
                ? Lecture.known(Set.of())
                : Lecture.of(
                                ATTENDUS,
                                Map.of(
                                        "mots",
                                        mots.toArray(UUID[]::new),
                                        "jour",
                                        today,
                                        "maintenant",
                                        CahierDeLiaison.utc(now),
                                        "enfants",
                                        Perimetre.of(responsable).enfants().toArray(UUID[]::new),
                                        "personnes",
                                        responsable.personnes().toArray(UUID[]::new)),
                                (rs, _) -> Colonnes.uuid(rs, "id"))
                        .map(Set::copyOf);
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
