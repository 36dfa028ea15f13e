package fr.entecole.documents;

import fr.entecole.documents.Contenus.Contenu;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds what is asked for through the rule of its room: an upload that is attached to nothing is its author's alone.
@Component
class Livraison {

    private final JdbcClient jdbc;
    private final ObjectProvider<LectureDePieces> lectures;
    private final Contenus contenus;

    Livraison(JdbcClient jdbc, ObjectProvider<LectureDePieces> lectures, Contenus contenus) {
        this.jdbc = jdbc;
        this.lectures = lectures;
        this.contenus = contenus;
    }

    /// The file itself; the room is told that it is read.
    Sortie whole(Utilisateur utilisateur, UUID id) {
        var found = found(utilisateur, id, null);
        var sortie = read(utilisateur, found);
        return found.chose() == null
                ? sortie
                : sortie.named(rule(Objects.requireNonNull(found.salle())).fileName(found.chose(), sortie.nom()));
    }

    /// One of its pictures; on the larger one words can be read, and the room is told too.
    Sortie size(Utilisateur utilisateur, UUID id, String taille) {
        var found = found(utilisateur, id, taille);
        return taille.equals("ecran") ? read(utilisateur, found) : found.sortie();
    }

    private Sortie read(Utilisateur utilisateur, Trouve found) {
        var chose = found.chose();
        if (chose != null) {
            rule(Objects.requireNonNull(found.salle())).isRead(utilisateur, chose);
        }
        return found.sortie();
    }

    private Trouve found(Utilisateur utilisateur, UUID id, @Nullable String taille) {
        var found = jdbc.sql("""
                        select p.nom, p.salle, p.chose, p.auteur_id, c.empreinte,
                               coalesce(t.type, c.type) as type, coalesce(t.octets, c.octets) as octets
                          from documents.piece p
                          join documents.contenu c on c.empreinte = p.empreinte
                          left join documents.taille t on t.empreinte = c.empreinte and t.nom = :taille
                         where p.id = :id and p.retiree_le is null and c.etat = 'PRETE'
                           and (:taille::text is null or t.nom is not null)
                        """)
                .param("id", id)
                .param("taille", taille)
                .query((rs, _) -> trouve(rs, taille))
                .optional()
                .orElseThrow(Introuvable::new);
        if (!reads(utilisateur, found)) {
            throw new Introuvable();
        }
        return found;
    }

    private boolean reads(Utilisateur utilisateur, Trouve found) {
        var salle = found.salle();
        var chose = found.chose();
        return salle == null || chose == null
                ? utilisateur.personneId().equals(found.auteur())
                : rule(salle).reads(utilisateur, chose);
    }

    private LectureDePieces rule(String salle) {
        return lectures.stream()
                .filter(lecture -> lecture.salle().equals(salle))
                .findFirst()
                .orElseThrow(Introuvable::new);
    }

    InputStream open(Sortie sortie, long debut, long octets) {
        return contenus.open(sortie.cle(), debut, octets);
    }

    private static Trouve trouve(ResultSet rs, @Nullable String taille) throws SQLException {
        var key = Contenu.cle(rs.getString("empreinte"));
        return new Trouve(
                new Sortie(
                        rs.getString("nom"),
                        rs.getString("type"),
                        rs.getLong("octets"),
                        taille == null ? key : key + "." + taille),
                rs.getString("salle"),
                rs.getObject("chose", UUID.class),
                rs.getObject("auteur_id", UUID.class));
    }

    private record Trouve(
            Sortie sortie,
            @Nullable String salle,
            @Nullable UUID chose,
            @Nullable UUID auteur) {}

    /// What goes out.
    record Sortie(String nom, String type, long octets, String cle) {

        private Sortie named(String other) {
            return new Sortie(other, type, octets, cle);
        }
    }
}
