package fr.entecole.messagerie.contenu;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.messagerie.Correspondance;
import fr.entecole.messagerie.LectureDesConversations;
import fr.entecole.messagerie.PiecesDesMessages;
import fr.entecole.messagerie.SorteMessagerie;
import fr.entecole.notifications.NouvellesRetirees;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Contenu;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A message, as whoever has received it can report it. The teachers of a class decide with the head where its author
/// is a pupil of theirs, the head alone elsewhere. Hidden, its author alone finds it; taken away, its readers read that
/// it was.
@Component
class MessagesSignalables implements Contenu {

    private final LectureDesConversations lecture;
    private final Documents documents;
    private final Correspondance correspondance;
    private final RetraitsDeMessages retraits;
    private final NouvellesRetirees retirees;
    private final CeQuiResteCache cache;
    private final JdbcClient jdbc;

    MessagesSignalables(
            LectureDesConversations lecture,
            Documents documents,
            Correspondance correspondance,
            RetraitsDeMessages retraits,
            NouvellesRetirees retirees,
            CeQuiResteCache cache,
            JdbcClient jdbc) {
        this.lecture = lecture;
        this.documents = documents;
        this.correspondance = correspondance;
        this.retraits = retraits;
        this.retirees = retirees;
        this.cache = cache;
        this.jdbc = jdbc;
    }

    @Override
    public String genre() {
        return "message";
    }

    @Override
    public String phrase() {
        return t("Un message");
    }

    @Override
    public Optional<Vise> find(Utilisateur lecteur, UUID id) {
        return lecture.message(lecteur, id)
                .filter(message -> !message.mien() && message.remisLe() != null)
                .flatMap(message -> jdbc.sql("""
                                select c.id, c.ecole_id, c.objet,
                                       array(select i.classe_id from annuaire.inscrit i
                                              where i.eleve_id = m.auteur_id and m.cote = 'ELEVE') as classes
                                  from messagerie.message m
                                  join messagerie.conversation c on c.id = m.conversation_id where m.id = :id
                                """)
                        .param("id", id)
                        .query((rs, _) -> new Vise(
                                Colonnes.uuid(rs, "ecole_id"),
                                message.auteurId(),
                                message.nom(),
                                rs.getString("objet"),
                                Set.copyOf(Colonnes.uuids(rs, "classes")),
                                "/messagerie/conversations/" + Colonnes.uuid(rs, "id")))
                        .optional());
    }

    @Override
    public Optional<Temoin> witness(UUID id) {
        return jdbc.sql("""
                        select c.objet, m.texte, m.ecrit_le from messagerie.message m
                          join messagerie.conversation c on c.id = m.conversation_id where m.id = :id
                        """)
                .param("id", id)
                .query((rs, _) -> {
                    var ecrit = rs.getObject("ecrit_le", OffsetDateTime.class).toInstant();
                    return new Temoin(
                            rs.getString("objet"),
                            new TexteRiche(rs.getString("texte")).brut(),
                            ecrit.toString(),
                            ecrit,
                            documents.of(PiecesDesMessages.SALLE, List.of(id)).getOrDefault(id, List.of()).stream()
                                    .map(PieceJointe::nom)
                                    .toList());
                })
                .optional();
    }

    @Override
    public void hide(UUID id, Instant now) {
        change(id, "masque_le = coalesce(masque_le, :now)", now);
        toldLast(id)
                .ifPresent(conversation -> retirees.hold(
                        SorteMessagerie.MESSAGE, List.of(conversation), t("Un message caché par l’école")));
    }

    @Override
    public void show(UUID id, Instant now) {
        change(id, "masque_le = null", now);
        cache.bared(id).ifPresent(conversation -> retirees.release(SorteMessagerie.MESSAGE, conversation, now));
    }

    @Override
    public void withdraw(UUID id, Instant now) {
        retraits.withdraw(List.of(id), now);
        cache.bared(id)
                .ifPresent(conversation ->
                        retirees.settle(SorteMessagerie.MESSAGE, conversation, t("Un message qui a été retiré")));
        toldLast(id)
                .ifPresent(conversation -> retirees.withdraw(
                        SorteMessagerie.MESSAGE, List.of(conversation), t("Un message qui a été retiré")));
    }

    /// Its conversation, where the bell tells of this message and of no later one: what is hidden, its subject first,
    /// is told to nobody who has not read it yet.
    private Optional<UUID> toldLast(UUID id) {
        return jdbc.sql("""
                        select m.conversation_id from messagerie.message m
                         where m.id = :id and m.remis_le is not null
                           and not exists (select 1 from messagerie.message n
                                            where n.conversation_id = m.conversation_id and n.remis_le > m.remis_le)
                        """)
                .param("id", id)
                .query((rs, _) -> Colonnes.uuid(rs, "conversation_id"))
                .optional();
    }

    private void change(UUID id, String set, Instant now) {
        jdbc.sql("update messagerie.message set " + set + " where id = :id")
                .params(Map.of("id", id, "now", now.atOffset(ZoneOffset.UTC)))
                .update();
        correspondance.refresh(id);
    }

    @Override
    public OptionalInt readers(UUID id) {
        return OptionalInt.of(jdbc.sql("""
                        select count(*) from messagerie.message m
                          join messagerie.participant p on p.conversation_id = m.conversation_id
                         where m.id = :id and p.lu_le >= m.remis_le and p.personne_id is distinct from m.auteur_id
                        """).param("id", id).query(Integer.class).single());
    }

    @Override
    public void keepPieces(UUID id, UUID preuve) {
        documents.keepAside(PiecesDesMessages.SALLE, id, "signalement", preuve);
    }
}
