package fr.entecole.documents;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.Contenus.Contenu;
import fr.entecole.documents.rangement.Rangement;
import fr.entecole.documents.rangement.RangementIndisponible;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What people have sent. What they attached for others stays with the thing, without their name, as long as the room
/// keeps it; what was attached to nothing goes with them.
@Component
class DocumentsDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteDocuments() {
        return ActiviteDeclaree.of(
                "documents",
                () -> new Activite(
                        t("Fichiers joints"),
                        t("Garder ce qui est joint à un mot, un travail ou un message."),
                        Base.MISSION,
                        t("Qui envoie un fichier"),
                        t("Ceux qui lisent ce à quoi il est joint")));
    }

    private static final Logger LOG = LoggerFactory.getLogger(DocumentsDonneesPersonnelles.class);

    /// A content that nothing names any more waits for as long as an upload may take to name it.
    private static final Duration LIBRE = Duration.ofDays(1);

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Rangement rangement;
    private final ReglagesDocuments reglages;
    private final ObjectProvider<LectureDePieces> lectures;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DocumentsDonneesPersonnelles(
            JdbcClient jdbc,
            @Lazy Rangement rangement,
            ReglagesDocuments reglages,
            ObjectProvider<LectureDePieces> lectures,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.rangement = rangement;
        this.reglages = reglages;
        this.lectures = lectures;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "documents";
    }

    @Override
    public List<Traitement> describe() {
        return List.of(new Traitement(
                        t(
                                "Les fichiers que vous joignez, avec leur nom et ce que vous dites d’une image, gardés avec ce à quoi ils sont joints ; retirés, ils sont effacés trente jours après"),
                        t("Vous"),
                        reglages.retrait())
                .of("fichiers"));
    }

    @Override
    public int enonces() {
        return 1;
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        var rows = jdbc.sql("""
                        select p.nom, p.alternative, c.type, coalesce(c.octets, p.annonce) as octets,
                               p.depose_le::text as depose_le, p.retiree_le::text as retiree_le
                          from documents.piece p left join documents.contenu c on c.empreinte = p.empreinte
                         where p.auteur_id = :personne order by p.depose_le, p.id
                        """).param("personne", personneId).query().listOfRows();
        return rows.isEmpty() ? Map.of() : Map.of("fichiers", rows);
    }

    /// What is taken away, or was not looked at yet, is not among them. One statement, and those of the rule of each
    /// thing.
    @Override
    public List<Fichier> fichiers(UUID personneId, Utilisateur lecteur) {
        Map<Place, Boolean> read = new HashMap<>();
        return jdbc
                .sql("""
                        select p.nom, p.alternative, p.salle, p.chose, c.type, c.octets, c.empreinte
                          from documents.piece p join documents.contenu c on c.empreinte = p.empreinte
                         where p.auteur_id = :personne and p.retiree_le is null and c.etat = 'PRETE'
                         order by p.depose_le, p.id
                        """)
                .param("personne", personneId)
                .query((rs, _) -> new Envoye(
                        new Place(rs.getString("salle"), rs.getObject("chose", UUID.class)),
                        fichier(
                                rs.getString("nom"),
                                TypesDeFichier.mots(rs.getString("type")),
                                rs.getString("alternative"),
                                rs.getLong("octets"),
                                Contenu.cle(rs.getString("empreinte")))))
                .list()
                .stream()
                .filter(sent -> read.computeIfAbsent(sent.place, place -> goesWith(place, lecteur, personneId)))
                .map(Envoye::fichier)
                .toList();
    }

    private boolean goesWith(Place place, Utilisateur lecteur, UUID auteur) {
        var chose = place.chose;
        return chose == null
                ? lecteur.personnes().contains(auteur)
                : lectures.stream()
                        .filter(lecture -> lecture.salle().equals(place.salle))
                        .anyMatch(lecture -> lecture.ofItsAuthor() && lecture.reads(lecteur, chose));
    }

    private Fichier fichier(String nom, String genre, String alternative, long octets, String cle) {
        var words = t("{0}, {1}", genre, Poids.mots(octets));
        return new Fichier(
                nom,
                alternative.isBlank() ? words : t("{0}. {1}", words, alternative),
                () -> rangement.open(cle, 0, octets));
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("fichiers", t("Les fichiers que vous avez envoyés"));
        mots.put("fichiers.nom", t("Nom"));
        mots.put("fichiers.alternative", t("Ce que montre l’image"));
        mots.put("fichiers.type", "");
        mots.put("fichiers.octets", t("Poids"));
        mots.put("fichiers.depose_le", t("Envoyé le"));
        mots.put("fichiers.retiree_le", t("Retiré le"));
        return mots;
    }

    @Override
    public Object shown(String mot, Object valeur) {
        return mot.equals("fichiers.octets") && valeur instanceof Number octets
                ? Poids.mots(octets.longValue())
                : valeur;
    }

    @Override
    public void erase(UUID personneId) {
        jdbc.sql("""
                        update documents.piece
                           set auteur_id = null, retiree_le = case when salle is null then :now else retiree_le end
                         where auteur_id = :personne
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("personne", personneId)
                .update();
    }

    @Override
    public void purge() {
        while (Boolean.TRUE.equals(transaction.execute(_ -> forgetPieces() == BATCH))) {
            // as many as there are
        }
        while (Boolean.TRUE.equals(transaction.execute(_ -> forgetContents() == BATCH))) {
            // as many as there are
        }
    }

    private int forgetPieces() {
        var now = OffsetDateTime.now(clock);
        var past = jdbc.sql("""
                        select id from documents.piece
                         where (retiree_le < :retrait) or (salle is null and depose_le < :attente)
                            or (retiree_le is not null and auteur_id is null and salle is null)
                         limit :batch for update skip locked
                        """)
                .param("retrait", now.minus(reglages.retrait()))
                .param("attente", now.minus(reglages.attente()))
                .param("batch", BATCH)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
        if (past.isEmpty()) {
            return 0;
        }
        var ids = past.toArray(UUID[]::new);
        var parts = jdbc.sql("delete from documents.morceau where piece_id = any(:ids) returning piece_id, debut")
                .param("ids", ids)
                .query((rs, _) -> Depots.cle(rs.getObject("piece_id", UUID.class), rs.getLong("debut")))
                .list();
        jdbc.sql("delete from documents.piece where id = any(:ids)")
                .param("ids", ids)
                .update();
        delete(parts);
        return past.size();
    }

    /// The bytes go while the row that went is held: an upload of the same bytes waits, then writes them anew.
    private int forgetContents() {
        var gone = jdbc.sql("""
                        delete from documents.contenu where empreinte in (
                            select c.empreinte from documents.contenu c
                             where c.pris_le < :libre
                               and not exists (select 1 from documents.piece p where p.empreinte = c.empreinte)
                             limit :batch for update skip locked)
                        returning empreinte
                        """)
                .param("libre", OffsetDateTime.now(clock).minus(LIBRE))
                .param("batch", BATCH)
                .query((rs, _) -> Contenu.cle(rs.getString(1)))
                .list();
        delete(gone.stream()
                .flatMap(key -> List.of(key, key + ".ecran", key + ".vignette").stream())
                .toList());
        return gone.size();
    }

    private record Place(@Nullable String salle, @Nullable UUID chose) {}

    private record Envoye(Place place, Fichier fichier) {}

    private void delete(List<String> keys) {
        try {
            rangement.delete(keys);
        } catch (RangementIndisponible e) {
            LOG.warn("le rangement ne répond pas, rien n’est effacé", e);
            throw e;
        }
    }
}
