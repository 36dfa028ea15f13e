package fr.entecole.documents;

import fr.entecole.documents.PieceJointe.Dimensions;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a room asks: attach uploads to one of its things, list what is attached, take it away. All happens in the
/// room's transaction. Rooms are known by their schema, and must have a [LectureDePieces].
@Component
@Transactional
public class Documents {

    static final String SELECT = """
            select p.id, p.chose, p.nom, p.alternative, c.type, c.octets, c.etat, t.largeur, t.hauteur
              from documents.piece p
              join documents.contenu c on c.empreinte = p.empreinte
              left join documents.taille t on t.empreinte = c.empreinte and t.nom = 'vignette'
            """;

    private final JdbcClient jdbc;
    private final Quotas quotas;
    private final ObjectProvider<LectureDePieces> lectures;
    private final Contenus contenus;
    private final Clock clock;

    Documents(
            JdbcClient jdbc, Quotas quotas, ObjectProvider<LectureDePieces> lectures, Contenus contenus, Clock clock) {
        this.jdbc = jdbc;
        this.quotas = quotas;
        this.lectures = lectures;
        this.contenus = contenus;
        this.clock = clock;
    }

    /// @param salle schema of the room
    /// @param depots whole uploads of this author, attached to nothing yet, in the order in which they are shown
    /// @throws Introuvable when one of them is anything else: nothing is attached then
    /// @throws DepotRefuse when the school has no room left
    public List<PieceJointe> attach(Utilisateur auteur, String salle, UUID chose, UUID ecole, List<UUID> depots) {
        if (lectures.stream().noneMatch(lecture -> lecture.salle().equals(salle))) {
            throw new IllegalStateException(salle + " says nowhere who may read what is attached: LectureDePieces");
        }
        if (depots.isEmpty()) {
            return List.of();
        }
        var attached = jdbc.sql("""
                        update documents.piece p
                           set salle = :salle, chose = :chose, ecole_id = :ecole, joint_le = :now,
                               rang = array_position(:depots::uuid[], p.id)
                                      + coalesce((select max(q.rang) from documents.piece q
                                                   where q.salle = :salle and q.chose = :chose), 0)
                          from documents.contenu c
                         where p.id = any(:depots::uuid[]) and p.auteur_id = :auteur and p.salle is null
                           and p.retiree_le is null and c.empreinte = p.empreinte and c.etat <> 'REFUSEE'
                        returning c.octets
                        """)
                .param("salle", salle)
                .param("chose", chose)
                .param("ecole", ecole)
                .param("now", OffsetDateTime.now(clock))
                .param("depots", depots.toArray(UUID[]::new))
                .param("auteur", auteur.personneId())
                .query((rs, _) -> rs.getLong(1))
                .list();
        if (attached.size() != Set.copyOf(depots).size()) {
            throw new Introuvable();
        }
        quotas.checkEcole(ecole, 0);
        return of(salle, List.of(chose)).getOrDefault(chose, List.of());
    }

    /// Attaches what one thing has to another as well: the same bytes, under ids of their own.
    public void attachAgain(String salle, UUID chose, UUID autre) {
        jdbc.sql("""
                        insert into documents.piece (id, auteur_id, nom, alternative, annonce, recus, empreinte, ecole_id,
                                                     salle, chose, rang, depose_le, joint_le)
                        select gen_random_uuid(), auteur_id, nom, alternative, annonce, recus, empreinte, ecole_id,
                               salle, :autre, rang, depose_le, :now
                          from documents.piece where salle = :salle and chose = :chose and retiree_le is null
                        """)
                .param("autre", autre)
                .param("now", OffsetDateTime.now(clock))
                .param("salle", salle)
                .param("chose", chose)
                .update();
    }

    /// Attaches what one thing has to a thing of another room too, of nobody: it stays there when the first one goes.
    public void keepAside(String salle, UUID chose, String autreSalle, UUID autre) {
        jdbc.sql("""
                        insert into documents.piece (id, nom, alternative, annonce, recus, empreinte, ecole_id,
                                                     salle, chose, rang, depose_le, joint_le)
                        select gen_random_uuid(), nom, alternative, annonce, recus, empreinte, ecole_id,
                               :autreSalle, :autre, rang, depose_le, :now
                          from documents.piece where salle = :salle and chose = :chose and retiree_le is null
                        """)
                .param("autreSalle", autreSalle)
                .param("autre", autre)
                .param("now", OffsetDateTime.now(clock))
                .param("salle", salle)
                .param("chose", chose)
                .update();
    }

    /// What is attached to each of these things, in its order; things without are not in it. One statement.
    @Transactional(readOnly = true)
    public Map<UUID, List<PieceJointe>> of(String salle, Collection<UUID> choses) {
        return choses.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(SELECT + """
                                 where p.salle = :salle and p.chose = any(:choses::uuid[]) and p.retiree_le is null
                                 order by p.rang, p.id
                                """)
                        .param("salle", salle)
                        .param("choses", choses.toArray(UUID[]::new))
                        .query((rs, row) -> Map.entry(Colonnes.uuid(rs, "chose"), piece(rs, row)))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey,
                                LinkedHashMap::new,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /// What is attached to one thing is called so.
    public List<String> names(String salle, UUID chose) {
        return of(salle, List.of(chose)).getOrDefault(chose, List.of()).stream()
                .map(PieceJointe::nom)
                .toList();
    }

    /// The same of one thing, for a page that reads several things at once.
    public Lecture<List<PieceJointe>> lecture(String salle, UUID chose) {
        return Lecture.of(SELECT + """
                         where p.salle = :salle and p.chose = :chose and p.retiree_le is null
                         order by p.rang, p.id
                        """, Map.of("salle", salle, "chose", chose), Documents::piece);
    }

    /// Whole uploads of this person among these, attached to nothing yet: to show a form again with what it had.
    @Transactional(readOnly = true)
    public List<PieceJointe> uploads(Utilisateur auteur, Collection<UUID> depots) {
        return depots.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + """
                                 where p.id = any(:depots::uuid[]) and p.auteur_id = :auteur and p.salle is null
                                   and p.retiree_le is null
                                 order by array_position(:depots::uuid[], p.id)
                                """)
                        .param("depots", depots.toArray(UUID[]::new))
                        .param("auteur", auteur.personneId())
                        .query(Documents::piece)
                        .list();
    }

    /// The bytes of something that is attached to this thing and ready, for a room that hands several out together: it
    /// has asked its own rule before.
    @Transactional(readOnly = true)
    public InputStream open(String salle, UUID chose, UUID piece) {
        return jdbc.sql("""
                        select c.empreinte, c.octets from documents.piece p
                          join documents.contenu c on c.empreinte = p.empreinte
                         where p.id = :piece and p.salle = :salle and p.chose = :chose and p.retiree_le is null
                           and c.etat = 'PRETE'
                        """)
                .param("piece", piece)
                .param("salle", salle)
                .param("chose", chose)
                .query((rs, _) -> contenus.open(Contenus.Contenu.cle(rs.getString(1)), 0, rs.getLong(2)))
                .optional()
                .orElseThrow(Introuvable::new);
    }

    /// Takes away all that is attached to a thing: at once for people, for good after a term.
    public void withdraw(String salle, UUID chose) {
        withdraw(
                salle,
                chose,
                of(salle, List.of(chose)).getOrDefault(chose, List.of()).stream()
                        .map(PieceJointe::id)
                        .toList());
    }

    /// Takes some of it away.
    public void withdraw(String salle, UUID chose, Collection<UUID> pieces) {
        jdbc.sql("""
                        update documents.piece set retiree_le = :now
                         where salle = :salle and chose = :chose and id = any(:pieces::uuid[]) and retiree_le is null
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("salle", salle)
                .param("chose", chose)
                .param("pieces", pieces.toArray(UUID[]::new))
                .update();
    }

    /// Forgets all that was ever attached to these things, for good: their people were forgotten, or a term is past.
    /// The bytes go with the next purge, where nothing else has the same.
    public void forget(String salle, Collection<UUID> choses) {
        if (!choses.isEmpty()) {
            jdbc.sql("delete from documents.piece where salle = :salle and chose = any(:choses::uuid[])")
                    .param("salle", salle)
                    .param("choses", choses.toArray(UUID[]::new))
                    .update();
        }
    }

    static PieceJointe piece(ResultSet rs, int row) throws SQLException {
        return new PieceJointe(
                Colonnes.uuid(rs, "id"),
                rs.getString("nom"),
                rs.getString("type"),
                rs.getLong("octets"),
                rs.getString("alternative"),
                EtatDePiece.valueOf(rs.getString("etat")),
                new Dimensions(rs.getInt("largeur"), rs.getInt("hauteur")));
    }
}
