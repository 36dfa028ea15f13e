package fr.entecole.documents;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.Contenus.Contenu;
import fr.entecole.documents.rangement.Rangement;
import fr.entecole.documents.rangement.RangementIndisponible;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/// Uploads: announced, then sent in parts that any node takes and any later day goes on with, or whole with a form.
/// An upload is its author's alone until it is attached; what is attached to nothing is forgotten after two days.
@Component
class Depots {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ALTERNATIVE = 500;
    private static final String OWN = " and p.auteur_id = :auteur and p.salle is null and p.retiree_le is null";

    private final JdbcClient jdbc;
    private final Contenus contenus;
    private final Quotas quotas;
    private final Rangement rangement;
    private final ReglagesDocuments reglages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Depots(
            JdbcClient jdbc,
            Contenus contenus,
            Quotas quotas,
            @Lazy Rangement rangement,
            ReglagesDocuments reglages,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.contenus = contenus;
        this.quotas = quotas;
        this.rangement = rangement;
        this.reglages = reglages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Takes a file that came whole.
    UUID receive(Utilisateur auteur, String nom, String alternative, MultipartFile fichier) {
        var id = begin(auteur, nom, fichier.getSize(), 0).id();
        try {
            contenus.inWorkshop(folder -> {
                var whole = folder.resolve("depot");
                fichier.transferTo(whole);
                return finish(id, nom, whole, folder);
            });
        } catch (DepotRefuse e) {
            cancel(auteur, id);
            throw e;
        }
        if (!alternative.isBlank()) {
            describe(auteur, id, alternative);
        }
        return id;
    }

    /// Announces a file. The same one that was begun before is gone on with.
    ///
    /// @param modifie what tells the file from another of the same name, 0 for none
    Etat begin(Utilisateur auteur, String nom, long octets, long modifie) {
        if (octets <= 0) {
            throw new DepotRefuse(422, t("Ce fichier est vide."));
        }
        if (octets > reglages.largest()) {
            throw Contenus.tooLarge(reglages.largest());
        }
        var plain = nom.replaceAll("\\p{Cntrl}", "");
        var name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        return transaction.execute(_ -> {
            var before = modifie == 0 ? null : begun(auteur, name, octets, modifie);
            if (before != null) {
                return before;
            }
            quotas.check(auteur, octets);
            var id = UUID.randomUUID();
            jdbc.sql("""
                            insert into documents.piece (id, auteur_id, nom, annonce, modifie, depose_le)
                            values (:id, :auteur, :nom, :octets, :modifie, :now)
                            """)
                    .param("id", id)
                    .param("auteur", auteur.personneId())
                    .param("nom", name)
                    .param("octets", octets)
                    .param("modifie", modifie)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            return new Etat(id, name, octets, 0, null);
        });
    }

    private @Nullable Etat begun(Utilisateur auteur, String nom, long octets, long modifie) {
        return jdbc.sql("select p.id, p.nom, p.annonce, p.recus, c.type from documents.piece p"
                        + " left join documents.contenu c on c.empreinte = p.empreinte"
                        + " where p.nom = :nom and p.annonce = :octets and p.modifie = :modifie and c.empreinte is null"
                        + OWN + " order by p.depose_le desc limit 1")
                .param("nom", nom)
                .param("octets", octets)
                .param("modifie", modifie)
                .param("auteur", auteur.personneId())
                .query(Depots::etat)
                .optional()
                .orElse(null);
    }

    Etat state(Utilisateur auteur, UUID id) {
        return jdbc.sql("select p.id, p.nom, p.annonce, p.recus, c.type from documents.piece p"
                        + " left join documents.contenu c on c.empreinte = p.empreinte where p.id = :id" + OWN)
                .param("id", id)
                .param("auteur", auteur.personneId())
                .query(Depots::etat)
                .optional()
                .orElseThrow(Introuvable::new);
    }

    /// Takes the next part. One that is not the next changes nothing: the state says which is awaited. The last one
    /// makes the file whole, and so does asking again with nothing when that failed.
    Etat append(Utilisateur auteur, UUID id, long debut, byte[] octets) {
        var before = state(auteur, id);
        if (before.type() != null || debut != before.recus()) {
            return before;
        }
        if (octets.length > reglages.morceau().toBytes() || debut + octets.length > before.octets()) {
            throw Contenus.tooLarge(reglages.morceau().toBytes());
        }
        if (octets.length > 0) {
            take(id, debut, octets);
        }
        var after = state(auteur, id);
        return after.recus() < after.octets() ? after : whole(auteur, after);
    }

    private void take(UUID id, long debut, byte[] octets) {
        try {
            rangement.put(cle(id, debut), octets);
        } catch (RangementIndisponible e) {
            throw Contenus.refusal(e);
        }
        transaction.executeWithoutResult(_ -> {
            int moved = jdbc.sql(
                            "update documents.piece set recus = recus + :octets where id = :id and recus = :debut and empreinte is null")
                    .param("octets", octets.length)
                    .param("id", id)
                    .param("debut", debut)
                    .update();
            if (moved == 1) {
                jdbc.sql("insert into documents.morceau (piece_id, debut, octets) values (:id, :debut, :octets)")
                        .param("id", id)
                        .param("debut", debut)
                        .param("octets", octets.length)
                        .update();
            }
        });
    }

    private Etat whole(Utilisateur auteur, Etat etat) {
        try {
            contenus.inWorkshop(folder -> {
                var file = folder.resolve("depot");
                var parts = parts(etat.id());
                try (var output = Files.newOutputStream(file)) {
                    for (var part : parts) {
                        copy(etat.id(), part, output);
                    }
                }
                return finish(etat.id(), etat.nom(), file, folder);
            });
        } catch (DepotRefuse e) {
            if (e.statut() < 500) {
                cancel(auteur, etat.id());
            }
            throw e;
        }
        clear(etat.id());
        return state(auteur, etat.id());
    }

    private void copy(UUID id, Morceau part, OutputStream output) throws IOException {
        try (var input = rangement.open(cle(id, part.debut()), 0, part.octets())) {
            input.transferTo(output);
        }
    }

    private Contenu finish(UUID id, String nom, Path file, Path folder) throws IOException {
        var contenu = contenus.keep(file, nom, folder);
        jdbc.sql(
                        "update documents.piece set empreinte = :empreinte, nom = :nom, recus = annonce where id = :id and empreinte is null")
                .param("empreinte", contenu.empreinte())
                .param("nom", TypesDeFichier.named(nom, contenu.type()))
                .param("id", id)
                .update();
        return contenu;
    }

    /// The name that a room gives it.
    void rename(Utilisateur auteur, UUID id, String nom) {
        var type = state(auteur, id).type();
        jdbc.sql("update documents.piece p set nom = :nom where p.id = :id" + OWN)
                .param("nom", type == null ? nom : TypesDeFichier.named(nom, type))
                .param("id", id)
                .param("auteur", auteur.personneId())
                .update();
    }

    /// What a picture shows, in its author's words.
    void describe(Utilisateur auteur, UUID id, String alternative) {
        var words = alternative.strip();
        int found = jdbc.sql("update documents.piece p set alternative = :mots where p.id = :id" + OWN)
                .param("mots", words.substring(0, Math.min(words.length(), LONGEST_ALTERNATIVE)))
                .param("id", id)
                .param("auteur", auteur.personneId())
                .update();
        if (found == 0) {
            throw new Introuvable();
        }
    }

    /// Takes an upload back that is attached to nothing.
    void cancel(Utilisateur auteur, UUID id) {
        state(auteur, id);
        clear(id);
        jdbc.sql("delete from documents.piece p where p.id = :id" + OWN)
                .param("id", id)
                .param("auteur", auteur.personneId())
                .update();
    }

    /// Takes the parts of an upload away; the store may be down: the nightly purge asks again.
    private void clear(UUID id) {
        var parts = parts(id);
        try {
            rangement.delete(parts.stream().map(part -> cle(id, part.debut())).toList());
        } catch (RangementIndisponible _) {
            // the same parts are written over by nobody
        }
        jdbc.sql("delete from documents.morceau where piece_id = :id")
                .param("id", id)
                .update();
    }

    private List<Morceau> parts(UUID id) {
        return jdbc.sql("select debut, octets from documents.morceau where piece_id = :id order by debut")
                .param("id", id)
                .query((rs, _) -> new Morceau(rs.getLong("debut"), rs.getInt("octets")))
                .list();
    }

    static String cle(UUID id, long debut) {
        return "envois/" + id + "/" + debut;
    }

    private static Etat etat(java.sql.ResultSet rs, int row) throws java.sql.SQLException {
        return new Etat(
                Colonnes.uuid(rs, "id"),
                rs.getString("nom"),
                rs.getLong("annonce"),
                rs.getLong("recus"),
                rs.getString("type"));
    }

    private record Morceau(long debut, int octets) {}

    /// Where an upload stands.
    ///
    /// @param octets announced
    /// @param recus arrived
    /// @param type once it is whole, null before
    record Etat(
            UUID id,
            String nom,
            long octets,
            long recus,
            @Nullable String type) {}
}
