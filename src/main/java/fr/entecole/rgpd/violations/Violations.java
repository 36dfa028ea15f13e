package fr.entecole.rgpd.violations;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.rgpd.ActeRgpd;
import fr.entecole.rgpd.violations.Violation.Genre;
import fr.entecole.rgpd.violations.Violation.Nature;
import fr.entecole.rgpd.violations.Violation.Note;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The files of breaches.
@Component
class Violations {

    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Violations(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /// Those that are open first, the oldest first; then the closed ones.
    List<Violation> all() {
        return read("", Map.of());
    }

    Optional<Violation> find(UUID id) {
        return read("where v.id = :id", Map.of("id", id)).stream().findFirst();
    }

    private List<Violation> read(String where, Map<String, Object> params) {
        Map<UUID, List<Note>> notes = new HashMap<>();
        var found = jdbc.sql("""
                        select v.id, v.connue_le, v.titre, v.nature, v.personnes, v.close_le from rgpd.violation v
                        """ + where + " order by v.close_le is not null, v.connue_le, v.id limit " + PAGE)
                .params(params)
                .query((rs, _) -> violation(rs, notes))
                .list();
        jdbc.sql("""
                        select violation_id, genre, texte, ecrite_le, ecrite_par from rgpd.violation_note
                         where violation_id = any(:ids) order by id
                        """)
                .param("ids", found.stream().map(Violation::id).toArray(UUID[]::new))
                .query(rs -> {
                    notes.computeIfAbsent(Colonnes.uuid(rs, "violation_id"), _ -> new ArrayList<>())
                            .add(new Note(
                                    Genre.valueOf(rs.getString("genre")),
                                    rs.getString("texte"),
                                    instant(rs, "ecrite_le"),
                                    rs.getObject("ecrite_par", UUID.class)));
                });
        return found;
    }

    @Transactional
    public UUID open(Instant connue, String titre, Nature nature, int personnes, String constat, Utilisateur par) {
        var id = Uuids.v7();
        jdbc.sql("""
                        insert into rgpd.violation (id, connue_le, titre, nature, personnes, ouverte_le, ouverte_par)
                        values (:id, :connue, :titre, :nature, :personnes, :maintenant, :par)
                        """)
                .param("id", id)
                .param("connue", connue.atOffset(ZoneOffset.UTC))
                .param("titre", titre)
                .param("nature", nature.name())
                .param("personnes", personnes)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("par", par.personneId())
                .update();
        write(id, Genre.CONSTAT, constat, par);
        record(ActeRgpd.VIOLATION_OUVERTE, id, par);
        return id;
    }

    /// @return false once it is closed
    @Transactional
    public boolean note(UUID id, Genre genre, String texte, Utilisateur par) {
        boolean open = lock(id);
        if (open) {
            write(id, genre, texte, par);
            record(ActeRgpd.VIOLATION_SUIVIE, id, par);
        }
        return open;
    }

    /// @return false when nothing is written yet of the CNIL, or it is closed already
    @Transactional
    public boolean close(UUID id, Utilisateur par) {
        if (!lock(id) || find(id).filter(Violation::settled).isEmpty()) {
            return false;
        }
        jdbc.sql("update rgpd.violation set close_le = :maintenant, close_par = :par where id = :id")
                .param("id", id)
                .param("par", par.personneId())
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
        record(ActeRgpd.VIOLATION_CLOSE, id, par);
        return true;
    }

    private boolean lock(UUID id) {
        return jdbc.sql("select id from rgpd.violation where id = :id and close_le is null for update")
                .param("id", id)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .optional()
                .isPresent();
    }

    private void write(UUID id, Genre genre, String texte, Utilisateur par) {
        jdbc.sql("""
                        insert into rgpd.violation_note (id, violation_id, genre, texte, ecrite_le, ecrite_par)
                        values (:note, :id, :genre, :texte, :maintenant, :par)
                        """)
                .param("note", Uuids.v7())
                .param("id", id)
                .param("genre", genre.name())
                .param("texte", texte)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("par", par.personneId())
                .update();
    }

    private void record(ActeRgpd acte, UUID id, Utilisateur par) {
        journal.record(Fait.of(acte, id).by(par.compteId()).ofRegion());
    }

    private static Violation violation(ResultSet rs, Map<UUID, List<Note>> notes) throws SQLException {
        var id = Colonnes.uuid(rs, "id");
        return new Violation(
                id,
                instant(rs, "connue_le"),
                rs.getString("titre"),
                Nature.valueOf(rs.getString("nature")),
                rs.getInt("personnes"),
                rs.getObject("close_le") == null ? null : instant(rs, "close_le"),
                notes.computeIfAbsent(id, _ -> new ArrayList<>()));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
