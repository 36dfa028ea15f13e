package fr.entecole.messagerie;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Nature;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads a conversation through who is looking: what is not theirs today is not there.
@Component
public class LectureDesConversations {

    public static final int SHOWN = 40;
    private static final int PEOPLE = 100;

    private static final String CONVERSATION = """
            select c.*, p.personne_id as moi, p.nature, p.eleves as mes_eleves, p.non_lus, p.marque_le, p.garde_le,
                   p.classe_motif, p.dossier_id,
                   (select d.nom from messagerie.dossier d
                     where d.id = p.dossier_id and d.retire_le is null) as dossier,
                   c.familles between 2 and 10 and not exists (
                       select 1 from messagerie.participant g left join messagerie.choix x on x.personne_id = g.personne_id
                        where g.conversation_id = c.id
                          and (g.nature = 'ELEVE' or g.nature = 'RESPONSABLE' and x.visible_le is null)) as consentie,
                   c.entre_eleves and exists (
                       select 1 from messagerie.message r join messagerie.retenue x on x.message_id = r.id
                        where r.conversation_id = c.id) as retenue,
                   (select d.auteur_id from messagerie.message d
                     where d.conversation_id = c.id and d.remis_le is not null
                     order by d.ecrit_le desc limit 1) as dernier_auteur
              from messagerie.participant p join messagerie.conversation c on c.id = p.conversation_id
             where p.conversation_id = :id and p.personne_id = any(:moi) and
            """ + Acces.LISIBLE + " limit 1";

    private static final String PERSONNES = """
            select q.personne_id, q.nature, q.lu_le, t.prenom, t.nom, a.du, a.au, a.texte as absence, l.langue,
                   case q.nature
                     when 'PERSONNEL' then exists (select 1 from annuaire.equipe e
                                                    where e.ecole_id = q.ecole_id and e.personne_id = q.personne_id)
                     when 'RESPONSABLE' then exists (select 1 from annuaire.autorite(:jour) e
                                                       join annuaire.present s on s.eleve_id = e.eleve_id
                                                      where e.responsable_id = q.personne_id
                                                        and e.eleve_id = any(q.eleves) and s.ecole_id = q.ecole_id)
                     else exists (select 1 from annuaire.present s
                                   where s.eleve_id = q.personne_id and s.ecole_id = q.ecole_id)
                   end as joignable
              from messagerie.participant q
              join messagerie.conversation c on c.id = q.conversation_id
              left join lateral (select n.prenom, n.nom from comptes.nomme n
                                  where n.id = q.personne_id limit 1) t on true
              left join messagerie.choix l on l.personne_id = q.personne_id
              left join lateral (select x.du, x.au, x.texte from messagerie.absence x
                                  where x.personne_id = q.personne_id and x.retiree_le is null
                                    and :jour between x.du and x.au limit 1) a on true
             where q.conversation_id = :id
             order by (q.personne_id = any(:moi)) desc, (q.personne_id = c.auteur_id) desc, q.nature desc, t.nom, t.prenom
             limit :gens
            """;

    private static final String MESSAGES = """
            select m.*, c.objet, t.prenom, t.nom, m.auteur_id = any(:moi) as mien, r.motif
              from messagerie.message m
              join messagerie.conversation c on c.id = m.conversation_id
              left join lateral (select n.prenom, n.nom from comptes.nomme n
                                  where n.id = m.auteur_id limit 1) t on true
              left join messagerie.retenue r on r.message_id = m.id
             where m.conversation_id = :id
               and (m.auteur_id = any(:moi)
                    or m.remis_le is not null and m.rappele_le is null and m.masque_le is null
                       and (m.retire_le is null
                            or exists (select 1 from messagerie.lecture_retiree x
                                        where x.message_id = m.id and x.personne_id = any(:moi))))
               and (not :suite or (m.ecrit_le, m.id) < (:avant_le, :avant::uuid))
             order by m.ecrit_le desc, m.id desc limit :most
            """;

    private static final String UN = """
            select p.conversation_id from messagerie.message m
              join messagerie.participant p on p.conversation_id = m.conversation_id
             where m.id = :message and p.personne_id = any(:moi)
               and (m.auteur_id = any(:moi)
                    or m.remis_le is not null and m.rappele_le is null and m.masque_le is null)
               and m.retire_le is null and
            """ + Acces.LISIBLE + " limit 1";

    private final Lectures lectures;
    private final JdbcClient jdbc;
    private final Clock clock;

    LectureDesConversations(Lectures lectures, JdbcClient jdbc, Clock clock) {
        this.lectures = lectures;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// With its last messages, or those before one. One round trip.
    public Optional<Lue> find(Utilisateur lecteur, UUID id, @Nullable Cle avant) {
        if (!Acces.of(lecteur).hasBox()) {
            return Optional.empty();
        }
        Map<String, Object> of = new HashMap<>(Acces.of(lecteur).parametres());
        of.put("id", id);
        of.put("jour", LocalDate.now(clock));
        of.put("gens", PEOPLE);
        of.put("suite", avant != null);
        of.put("avant_le", (avant == null ? new Cle(Instant.EPOCH, id) : avant).utc());
        of.put("avant", avant == null ? id : avant.id());
        of.put("most", SHOWN + 1);
        var personnes = Lecture.of(PERSONNES, of, LectureDesConversations::participant);
        var messages = Lecture.of(MESSAGES, of, LectureDesConversations::message);
        return lectures.read(Lecture.of(CONVERSATION, of, (rs, _) -> new Entete(rs))
                .with(
                        personnes,
                        (found, people) -> found.stream()
                                .map(entete -> entete.with(people))
                                .findFirst())
                .with(messages, (found, all) -> found.map(conversation -> new Lue(conversation, all))));
    }

    /// The conversation in which this person reads this message.
    public Optional<UUID> holding(Utilisateur lecteur, UUID message) {
        if (!Acces.of(lecteur).hasBox()) {
            return Optional.empty();
        }
        return jdbc.sql(UN)
                .params(Acces.of(lecteur).parametres())
                .param("message", message)
                .query((rs, _) -> Colonnes.uuid(rs, "conversation_id"))
                .optional();
    }

    /// One message that this person reads.
    public Optional<MessageLu> message(Utilisateur lecteur, UUID message) {
        return holding(lecteur, message)
                .flatMap(_ -> jdbc.sql("""
                                select m.*, c.objet, t.prenom, t.nom, m.auteur_id = any(:moi) as mien, null as motif
                                  from messagerie.message m
                                  join messagerie.conversation c on c.id = m.conversation_id
                                  left join lateral (select n.prenom, n.nom from comptes.nomme n
                                                      where n.id = m.auteur_id limit 1) t on true
                                 where m.id = :id
                                """)
                        .param("moi", lecteur.personnes().toArray(UUID[]::new))
                        .param("id", message)
                        .query(LectureDesConversations::message)
                        .optional());
    }

    private static Participant participant(ResultSet rs, int row) throws SQLException {
        var au = rs.getObject("au", LocalDate.class);
        return new Participant(
                Colonnes.uuid(rs, "personne_id"),
                Nature.valueOf(rs.getString("nature")),
                nom(rs),
                instant(rs, "lu_le"),
                rs.getBoolean("joignable"),
                Langues.words(Objects.requireNonNullElse(rs.getString("langue"), "")),
                au == null ? null : new Absence(rs.getObject("du", LocalDate.class), au, rs.getString("absence")));
    }

    private static MessageLu message(ResultSet rs, int row) throws SQLException {
        return new MessageLu(
                Colonnes.uuid(rs, "id"),
                rs.getObject("auteur_id", UUID.class),
                nom(rs),
                Cote.valueOf(rs.getString("cote")),
                rs.getBoolean("mien"),
                rs.getString("objet"),
                new TexteRiche(rs.getString("texte")),
                rs.getInt("pieces"),
                Objects.requireNonNull(instant(rs, "ecrit_le")),
                Objects.requireNonNull(instant(rs, "remettre_le")),
                instant(rs, "remis_le"),
                instant(rs, "annule_le"),
                instant(rs, "rappele_le"),
                instant(rs, "masque_le"),
                instant(rs, "retire_le"),
                rs.getBoolean("retenu"),
                Objects.requireNonNullElse(rs.getString("motif"), ""),
                rs.getObject("disparait_le", LocalDate.class));
    }

    static String nom(ResultSet rs) throws SQLException {
        var prenom = rs.getString("prenom");
        return prenom == null ? "" : Appellations.personne(prenom, Objects.requireNonNullElse(rs.getString("nom"), ""));
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var when = rs.getObject(column, OffsetDateTime.class);
        return when == null ? null : when.toInstant();
    }

    /// @param messages the latest first, one more than is shown where there are others
    public record Lue(Conversation conversation, List<MessageLu> messages) {

        /// In the order in which they were written.
        public List<MessageLu> shown() {
            return messages.subList(0, Math.min(SHOWN, messages.size())).reversed();
        }

        /// Where older ones begin; empty when there are none.
        public String avant() {
            return messages.size() > SHOWN ? messages.get(SHOWN - 1).cle().toString() : "";
        }

        /// Nothing of it is there to read for this person.
        public boolean empty() {
            return messages.isEmpty();
        }
    }

    /// A row, before who is in it is known.
    private record Entete(Conversation conversation) {

        private Entete(ResultSet rs) throws SQLException {
            this(new Conversation(
                    Colonnes.uuid(rs, "id"),
                    Colonnes.uuid(rs, "ecole_id"),
                    rs.getObject("auteur_id", UUID.class),
                    rs.getObject("dernier_auteur", UUID.class),
                    rs.getString("objet"),
                    rs.getString("pour_mots"),
                    Colonnes.uuids(rs, "eleves"),
                    Colonnes.uuids(rs, "mes_eleves"),
                    rs.getBoolean("sans_reponse"),
                    rs.getBoolean("entre_eleves"),
                    rs.getBoolean("retenue"),
                    rs.getObject("source_id", UUID.class),
                    rs.getInt("participants"),
                    rs.getInt("familles"),
                    rs.getBoolean("consentie"),
                    rs.getInt("non_lus"),
                    instant(rs, "marque_le"),
                    instant(rs, "garde_le"),
                    Objects.requireNonNullElse(rs.getString("classe_motif"), ""),
                    rs.getObject("dossier_id", UUID.class),
                    Objects.requireNonNullElse(rs.getString("dossier"), ""),
                    Colonnes.uuid(rs, "moi"),
                    Nature.valueOf(rs.getString("nature")),
                    List.of()));
        }

        private Conversation with(List<Participant> people) {
            var c = conversation;
            return new Conversation(
                    c.id(),
                    c.ecoleId(),
                    c.auteurId(),
                    c.dernierAuteurId(),
                    c.objet(),
                    c.pourMots(),
                    c.eleves(),
                    c.mesEleves(),
                    c.sansReponse(),
                    c.entreEleves(),
                    c.retenue(),
                    c.sourceId(),
                    c.combien(),
                    c.familles(),
                    c.consentie(),
                    c.nonLus(),
                    c.marqueLe(),
                    c.gardeLe(),
                    c.classeMotif(),
                    c.dossierId(),
                    c.dossier(),
                    c.moi(),
                    c.nature(),
                    people);
        }
    }
}
