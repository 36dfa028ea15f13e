package fr.entecole.messagerie.contenu;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.messagerie.Boite;
import fr.entecole.messagerie.Correspondance;
import fr.entecole.messagerie.PiecesDesMessages;
import fr.entecole.messagerie.RemiseDesMessages;
import fr.entecole.messagerie.SorteMessagerie;
import fr.entecole.notifications.NouvellesRetirees;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.contrats.Contenu.Temoin;
import fr.entecole.socle.contrats.Envois;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Messages, as they are held and taken back. What they say is private: it is told to nobody who decides, and sealed
/// only when an account was stolen.
@Component
class EnvoisDeMessages implements Envois {

    private static final String SENT = """
            m.auteur_id = any(:personnes) and m.ecrit_le >= :depuis and m.annule_le is null and m.retire_le is null
            """;

    private static final String ENVOI = """
            select m.id, m.ecole_id, m.conversation_id, m.auteur_id, m.texte, m.ecrit_le, c.objet, t.prenom, t.nom,
                   c.pour_mots, c.participants, (select array_agg(n.prenom || '|' || n.nom) from (
                       select o.prenom, o.nom from messagerie.participant p
                         join lateral (select i.prenom, i.nom from comptes.nomme i
                                        where i.id = p.personne_id limit 1) o on true
                        where p.conversation_id = c.id and p.personne_id is distinct from m.auteur_id
                        order by o.nom, o.prenom limit 3) n) as vers
              from messagerie.message m
              join messagerie.conversation c on c.id = m.conversation_id
              left join lateral (select n.prenom, n.nom from annuaire.titulaire n where n.id = m.auteur_id limit 1) t on true
            """;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final NouvellesRetirees retirees;
    private final CeQuiResteCache cache;
    private final RetraitsDeMessages retraits;
    private final RemiseDesMessages remise;
    private final Correspondance correspondance;

    EnvoisDeMessages(
            JdbcClient jdbc,
            Documents documents,
            NouvellesRetirees retirees,
            CeQuiResteCache cache,
            RetraitsDeMessages retraits,
            RemiseDesMessages remise,
            Correspondance correspondance) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.retirees = retirees;
        this.cache = cache;
        this.retraits = retraits;
        this.remise = remise;
        this.correspondance = correspondance;
    }

    @Override
    public String module() {
        return "messagerie";
    }

    @Override
    public String genre() {
        return Correspondance.GENRE;
    }

    @Override
    public String phrase(int combien) {
        return t("{0, plural, =0 {aucun message} one {un message} other {# messages}}", combien);
    }

    @Override
    public Portee reach(Auteur auteur, Instant depuis) {
        var of = of(auteur, depuis);
        var messages = jdbc.sql("select m.id from messagerie.message m where " + SENT)
                .params(of)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        int personnes =
                jdbc.sql("""
                        select count(distinct p.personne_id) from messagerie.message m
                          join messagerie.participant p on p.conversation_id = m.conversation_id
                         where p.personne_id <> all(:personnes) and """ + " " + SENT).params(of).query(Integer.class).single();
        return new Portee(messages.size(), personnes, retraits.readers(messages));
    }

    @Override
    @Transactional
    public List<Envoi> sent(Auteur auteur, Instant depuis, int most) {
        var found = jdbc.sql(ENVOI + " where " + SENT + " order by m.ecrit_le, m.id limit :most for update of m, c")
                .params(of(auteur, depuis))
                .param("most", most)
                .query(EnvoisDeMessages::ligne)
                .list();
        var pieces = documents.of(
                PiecesDesMessages.SALLE, found.stream().map(Ligne::id).toList());
        return found.stream()
                .map(ligne -> ligne.envoi(
                        ligne.objet,
                        ligne.texte,
                        pieces.getOrDefault(ligne.id, List.of()).stream()
                                .map(PieceJointe::nom)
                                .toList()))
                .toList();
    }

    @Override
    public Optional<Envoi> one(UUID chose) {
        return jdbc.sql(ENVOI + " where m.id = :id")
                .param("id", chose)
                .query(EnvoisDeMessages::ligne)
                .optional()
                .map(ligne -> ligne.envoi(
                        ligne.vers.isEmpty() ? t("Un message") : t("Un message à {0}", ligne.vers), "", List.of()));
    }

    private static Map<String, Object> of(Auteur auteur, Instant depuis) {
        return Map.of("personnes", auteur.personnes().toArray(UUID[]::new), "depuis", depuis.atOffset(ZoneOffset.UTC));
    }

    @Override
    @Transactional
    public Set<UUID> withdraw(Collection<UUID> choses, Instant now) {
        var readers = retraits.withdraw(choses, now);
        retirees.withdraw(SorteMessagerie.MESSAGE, conversations(choses), t("Un message qui a été retiré"));
        return readers;
    }

    /// A bell has one line a conversation.
    private Set<UUID> conversations(Collection<UUID> messages) {
        return new LinkedHashSet<>(jdbc.sql("select conversation_id from messagerie.message where id = any(:ids)")
                .param("ids", messages.toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "conversation_id"))
                .list());
    }

    @Override
    public void keepPieces(UUID chose, UUID preuve) {
        documents.keepAside(PiecesDesMessages.SALLE, chose, "signalement", preuve);
    }

    @Override
    @Transactional
    public void hold(Collection<UUID> choses, Instant now) {
        jdbc.sql("""
                        update messagerie.message
                           set retenu = retenu or remis_le is null,
                               masque_le = case when remis_le is not null then coalesce(masque_le, :now) else masque_le end
                         where id = any(:ids) and annule_le is null and retire_le is null
                        """)
                .param("ids", choses.toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        retirees.hold(SorteMessagerie.MESSAGE, conversations(choses), t("Un message mis de côté pour l’instant"));
        choses.forEach(correspondance::refresh);
    }

    /// What a pupil's teacher has still to read waits for them.
    @Override
    @Transactional
    public void release(UUID chose, Instant now) {
        var ecole = jdbc.sql("""
                        update messagerie.message m
                           set masque_le = null,
                               retenu = exists (select 1 from messagerie.retenue r
                                                 where r.message_id = m.id and r.decidee_le is null)
                         where m.id = :id and m.annule_le is null and m.retire_le is null
                        returning m.ecole_id
                        """)
                .param("id", chose)
                .query((rs, _) -> Colonnes.uuid(rs, "ecole_id"))
                .optional();
        ecole.ifPresent(where -> {
            jdbc.sql("update messagerie.message set remettre_le = :quand where id = :id and remis_le is null")
                    .param("quand", correspondance.delivery(where, now).atOffset(ZoneOffset.UTC))
                    .param("id", chose)
                    .update();
            cache.bared(chose).ifPresent(fil -> retirees.release(SorteMessagerie.MESSAGE, fil, now));
            remise.deliver(chose, now);
            correspondance.refresh(chose);
        });
    }

    @Override
    @Transactional
    public void drop(UUID chose, Instant now) {
        withdraw(List.of(chose), now);
    }

    private static Ligne ligne(ResultSet rs, int row) throws SQLException {
        var prenom = rs.getString("prenom");
        return new Ligne(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                Colonnes.uuid(rs, "conversation_id"),
                rs.getObject("auteur_id", UUID.class),
                prenom == null
                        ? ""
                        : Appellations.personne(prenom, Objects.requireNonNullElse(rs.getString("nom"), "")),
                vers(rs),
                rs.getString("objet"),
                new TexteRiche(rs.getString("texte")).brut(),
                rs.getObject("ecrit_le", OffsetDateTime.class).toInstant());
    }

    /// Whom it is for, in words: of what is private, that alone is told.
    private static String vers(ResultSet rs) throws SQLException {
        var pour = rs.getString("pour_mots");
        if (!pour.isEmpty()) {
            return pour;
        }
        var noms = Colonnes.strings(rs, "vers");
        int autres = rs.getInt("participants") - 1 - noms.size();
        return autres > 0
                ? t("{0} et {1, plural, one {# autre} other {# autres}}", Boite.noms(noms), autres)
                : Boite.noms(noms);
    }

    private record Ligne(
            UUID id,
            UUID ecole,
            UUID conversation,
            @Nullable UUID auteur,
            String nom,
            String vers,
            String objet,
            String texte,
            Instant ecritLe) {

        private Envoi envoi(String titre, String words, List<String> pieces) {
            return new Envoi(
                    id,
                    ecole,
                    auteur,
                    nom,
                    "/messagerie/conversations/" + conversation,
                    new Temoin(titre, words, ecritLe.toString(), ecritLe, pieces));
        }
    }
}
