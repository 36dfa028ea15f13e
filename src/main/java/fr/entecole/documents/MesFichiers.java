package fr.entecole.documents;

import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a person has sent and still keeps, the largest first, and taking it away.
@Component
class MesFichiers {

    @Bean
    static ServiceMesure mesureDocuments() {
        return new ServiceMesure("documents", Service.STOCKAGE_PARTAGE);
    }

    private static final Place EN_ROUTE = new Place("", null);

    private final JdbcClient jdbc;
    private final ObjectProvider<LectureDePieces> lectures;
    private final Depots depots;
    private final Clock clock;

    MesFichiers(JdbcClient jdbc, ObjectProvider<LectureDePieces> lectures, Depots depots, Clock clock) {
        this.jdbc = jdbc;
        this.lectures = lectures;
        this.depots = depots;
        this.clock = clock;
    }

    /// @param apres key of the last one of the page before, empty for the first page
    List<Fichier> page(Utilisateur utilisateur, String apres, int most) {
        var cle = apres.split("_", 2);
        var found = jdbc.sql("""
                        select p.id, p.chose, p.nom, p.alternative, p.salle, p.depose_le::date as jour,
                               c.type, c.octets, c.etat, t.largeur, t.hauteur
                          from documents.piece p
                          join documents.contenu c on c.empreinte = p.empreinte
                          left join documents.taille t on t.empreinte = c.empreinte and t.nom = 'vignette'
                         where p.auteur_id = :personne and p.retiree_le is null
                           and (:octets::bigint is null or (c.octets, p.id) < (:octets, :id::uuid))
                         order by c.octets desc, p.id desc
                         limit :most
                        """)
                .param("personne", utilisateur.personneId())
                .param("octets", cle.length == 2 ? number(cle[0]) : null)
                .param("id", cle.length == 2 ? id(cle[1]) : null)
                .param("most", most)
                .query((rs, row) -> {
                    var chose = rs.getObject("chose", UUID.class);
                    var salle = rs.getString("salle");
                    return new Fichier(
                            Documents.piece(rs, row),
                            rs.getObject("jour", LocalDate.class),
                            new Place(salle, chose),
                            chose == null || salle == null || removable(salle, chose),
                            "");
                })
                .list();
        var named = named(found);
        return found.stream()
                .map(f -> f.named(named.getOrDefault(f.place(), "")))
                .toList();
    }

    /// What was announced and has not arrived whole: it takes room too.
    List<EnRoute> onTheirWay(Utilisateur utilisateur) {
        return jdbc.sql("""
                        select id, nom, recus, annonce from documents.piece
                         where auteur_id = :personne and empreinte is null and retiree_le is null
                         order by depose_le desc limit 30
                        """)
                .param("personne", utilisateur.personneId())
                .query((rs, _) -> new EnRoute(
                        Colonnes.uuid(rs, "id"), rs.getString("nom"), rs.getLong("recus"), rs.getLong("annonce")))
                .list();
    }

    private Map<Place, String> named(List<Fichier> found) {
        Map<Place, String> named = new HashMap<>();
        lectures.forEach(lecture -> {
            var choses = found.stream()
                    .map(Fichier::place)
                    .filter(place -> lecture.salle().equals(place.salle()))
                    .map(Place::chose)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (!choses.isEmpty()) {
                lecture.named(choses).forEach((chose, words) -> named.put(new Place(lecture.salle(), chose), words));
            }
        });
        return named;
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException _) {
            throw new Introuvable();
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Introuvable();
        }
    }

    private boolean removable(String salle, UUID chose) {
        return lectures.stream()
                .filter(lecture -> lecture.salle().equals(salle))
                .allMatch(lecture -> lecture.removable(chose));
    }

    /// Takes one of one's own files away, wherever it is attached; the same file of someone else stays.
    void remove(Utilisateur utilisateur, UUID id) {
        var place = jdbc.sql("""
                        select salle, chose, empreinte is null as en_route from documents.piece
                         where id = :id and auteur_id = :personne and retiree_le is null
                        """)
                .param("id", id)
                .param("personne", utilisateur.personneId())
                .query((rs, _) -> rs.getBoolean("en_route")
                        ? EN_ROUTE
                        : new Place(rs.getString("salle"), rs.getObject("chose", UUID.class)))
                .optional()
                .orElseThrow(Introuvable::new);
        if (place.equals(EN_ROUTE)) {
            depots.cancel(utilisateur, id);
            return;
        }
        if (place.salle() != null && place.chose() != null && !removable(place.salle(), place.chose())) {
            throw new Introuvable();
        }
        jdbc.sql("update documents.piece set retiree_le = :now where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    /// @param recus,annonce bytes that have come, and that were announced
    record EnRoute(UUID id, String nom, long recus, long annonce) {}

    record Place(@Nullable String salle, @Nullable UUID chose) {}

    /// @param jour on which it was sent
    /// @param effacable by its author
    /// @param quoi what shows it, in words; empty when its room does not say
    record Fichier(PieceJointe piece, LocalDate jour, Place place, boolean effacable, String quoi) {

        /// Whether something shows it.
        boolean joint() {
            return place.salle() != null;
        }

        Fichier named(String words) {
            return new Fichier(piece, jour, place, effacable, words);
        }

        String cle() {
            return piece.octets() + "_" + piece.id();
        }
    }
}
