package fr.entecole.messagerie.reglages;

import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a person sets for themself: how they sign, when they are away, whether other guardians may see them.
@Component
class MesReglages {

    private final JdbcClient jdbc;
    private final Lectures lectures;
    private final Clock clock;

    MesReglages(JdbcClient jdbc, Lectures lectures, Clock clock) {
        this.jdbc = jdbc;
        this.lectures = lectures;
        this.clock = clock;
    }

    Mien of(Utilisateur utilisateur) {
        var of = Map.of("moi", utilisateur.personneId(), "jour", LocalDate.now(clock));
        return lectures.read(Lecture.of(
                        "select signature, langue, visible_le is not null as visible from messagerie.choix where personne_id = :moi",
                        of,
                        (rs, _) -> new Mien(
                                rs.getString("signature"),
                                rs.getString("langue"),
                                rs.getBoolean("visible"),
                                Optional.empty()))
                .with(
                        Lecture.of(
                                """
                                select id, du, au, texte from messagerie.absence
                                 where personne_id = :moi and retiree_le is null and au >= :jour order by du limit 1
                                """,
                                of,
                                (rs, _) -> new Partie(
                                        Colonnes.uuid(rs, "id"),
                                        rs.getObject("du", LocalDate.class),
                                        rs.getObject("au", LocalDate.class),
                                        rs.getString("texte"))),
                        MesReglages::made));
    }

    private static Mien made(List<Mien> found, List<Partie> away) {
        var mien = found.isEmpty() ? new Mien("", "", false, Optional.empty()) : found.getFirst();
        return new Mien(mien.signature, mien.langue, mien.visible, away.stream().findFirst());
    }

    @Transactional
    public void choose(Utilisateur utilisateur, String signature, String langue, boolean visible) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into messagerie.choix as c (ecole_id, personne_id, signature, langue, visible_le)
                        select :ecole, p, :signature, :langue, case when :visible then :now::timestamptz end
                          from unnest(:moi::uuid[]) p
                        on conflict (personne_id) do update
                           set signature = excluded.signature, langue = excluded.langue,
                               visible_le = case when :visible then coalesce(c.visible_le, excluded.visible_le) end
                        """)
                .param("ecole", ecole(utilisateur))
                .param("moi", utilisateur.personnes().toArray(UUID[]::new))
                .param("signature", signature)
                .param("langue", langue)
                .param("visible", visible)
                .param("now", now)
                .update();
    }

    /// One at a time: another takes the place of the one that stood.
    @Transactional
    public void leave(Utilisateur utilisateur, LocalDate du, LocalDate au, String texte) {
        comeBack(utilisateur);
        jdbc.sql("""
                        insert into messagerie.absence (ecole_id, personne_id, du, au, texte, posee_le)
                        values (:ecole, :moi, :du, :au, :texte, :now)
                        """)
                .param("ecole", ecole(utilisateur))
                .param("moi", utilisateur.personneId())
                .param("du", du)
                .param("au", au)
                .param("texte", texte)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    @Transactional
    public void comeBack(Utilisateur utilisateur) {
        jdbc.sql("""
                        update messagerie.absence set retiree_le = :now
                         where personne_id = :moi and retiree_le is null and au >= :jour
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("moi", utilisateur.personneId())
                .param("jour", LocalDate.now(clock))
                .update();
    }

    private static UUID ecole(Utilisateur utilisateur) {
        return utilisateur.ecoles().stream().sorted().findFirst().orElse(Cle.PARTOUT);
    }

    /// @param langue code of the language in which they read better, empty for French
    /// @param visible other guardians may see them where the school writes to them together
    record Mien(String signature, String langue, boolean visible, Optional<Partie> absence) {}

    /// Days away.
    record Partie(UUID id, LocalDate du, LocalDate au, String texte) {}
}
