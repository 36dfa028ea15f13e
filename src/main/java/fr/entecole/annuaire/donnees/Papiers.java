package fr.entecole.annuaire.donnees;

import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.socle.Colonnes;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The scanned decisions of restrictions, which `documents` keeps: told, and forgotten with what they prove.
@Component
class Papiers {

    private static final String SALLE = "annuaire";

    private final JdbcClient jdbc;
    private final Documents documents;

    Papiers(JdbcClient jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /// Of a scanned decision the file says that it is kept, not what it shows: it names others than its reader.
    Map<String, Object> of(UUID responsable) {
        var ids = ids("select id from annuaire.restriction where responsable_id in (:ids)", List.of(responsable));
        var papers = documents.of(SALLE, ids).values().stream()
                .flatMap(List::stream)
                .map(Papiers::told)
                .toList();
        return papers.isEmpty() ? Map.of() : Map.of("restriction_piece", papers);
    }

    private static Map<String, Object> told(PieceJointe piece) {
        return Map.of("genre", piece.genre().name(), "octets", piece.octets());
    }

    /// The restriction stays as history; the scanned decision has served.
    void forgetPast(OffsetDateTime terme) {
        forget(jdbc.sql("""
                        select id from annuaire.restriction where levee_le < :terme or jusque < :jour
                        """)
                .param("terme", terme)
                .param("jour", terme.toLocalDate())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list());
    }

    /// The papers of decisions that go with these people, of a child and of a guardian who may not come back.
    void forgetWith(Collection<UUID> personnes) {
        List<UUID> gone = new ArrayList<>(ids("""
                select id from annuaire.restriction where eleve_id in (:ids) and eleve_aaf_id is null
                """, personnes));
        gone.addAll(ids("""
                select id from annuaire.restriction where responsable_id in (:ids) and responsable_aaf_id is null
                """, personnes));
        forget(gone);
    }

    void forget(Collection<UUID> restrictions) {
        documents.forget(SALLE, restrictions);
    }

    private List<UUID> ids(String sql, Collection<UUID> personnes) {
        return jdbc.sql(sql)
                .param("ids", personnes)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
    }
}
