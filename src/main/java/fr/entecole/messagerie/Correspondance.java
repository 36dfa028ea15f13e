package fr.entecole.messagerie;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.direct.Direct;
import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.messagerie.Envoi.Lettre;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.surete.Depart;
import fr.entecole.surete.Departs;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one place that writes messages. What is written in delivery hours is in every box before it is acknowledged;
/// the rest waits, and can be cancelled until then.
@Component
public class Correspondance {

    /// Of a message, for those who report it or hold it.
    public static final String GENRE = "message";

    public static final String MOT = "messages";
    private static final Duration FAR = Duration.ofDays(366);
    private static final int EXTRAIT = 160;

    private final JdbcClient jdbc;
    private final Calendriers calendriers;
    private final Documents documents;
    private final RemiseDesMessages remise;
    private final ReglagesMessagerie reglages;
    private final Nouvelles nouvelles;
    private final Direct direct;
    private final Departs departs;
    private final Journal journal;

    Correspondance(
            JdbcClient jdbc,
            Calendriers calendriers,
            Documents documents,
            RemiseDesMessages remise,
            ReglagesMessagerie reglages,
            Nouvelles nouvelles,
            Direct direct,
            Departs departs,
            Journal journal) {
        this.jdbc = jdbc;
        this.calendriers = calendriers;
        this.documents = documents;
        this.remise = remise;
        this.reglages = reglages;
        this.nouvelles = nouvelles;
        this.direct = direct;
        this.departs = departs;
        this.journal = journal;
    }

    /// When what is written now reaches this school's people.
    public Instant delivery(UUID ecole, Instant now) {
        return calendriers.of(ecole).delivery(now).orElse(now.plus(FAR));
    }

    /// Begins a conversation.
    ///
    /// @return its id; the one that stands already where the same form was sent before
    @Transactional
    public UUID begin(Utilisateur auteur, Envoi envoi, Instant now) {
        return begin(auteur, envoi, null, now);
    }

    /// @param depart what was asked of `surete` before; null where nothing was to be asked
    @Transactional
    public UUID begin(Utilisateur auteur, Envoi envoi, @Nullable Depart depart, Instant now) {
        var before = sent(auteur, envoi.lettre().cle());
        if (before.isPresent()) {
            return before.get();
        }
        var cote = Cote.of(auteur);
        boolean pupils = cote == Cote.ELEVE || envoi.pour().stream().anyMatch(pour -> pour.qui() == Qui.ELEVES);
        var conversation = jdbc.sql("""
                        insert into messagerie.conversation
                               (ecole_id, auteur_id, objet, pour_mots, eleves, sans_reponse, entre_eleves, source_id,
                                repondant_id, participants, familles, ouverte_le)
                        values (:ecole, :auteur, :objet, :mots, :eleves, :sans, :entre, :source::uuid,
                                case when :source::uuid is not null then :auteur end, 1, :familles, :now)
                        returning id
                        """)
                .param("ecole", envoi.ecole())
                .param("auteur", auteur.personneId())
                .param("objet", envoi.objet())
                .param("mots", envoi.pourMots())
                .param("eleves", envoi.eleves().toArray(UUID[]::new))
                .param("sans", envoi.sansReponse())
                .param("entre", pupils && cote == Cote.ELEVE)
                .param("source", envoi.source())
                .param("familles", cote == Cote.ELEVE || cote == Cote.RESPONSABLE ? 1 : 0)
                .param("now", utc(now))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        jdbc.sql("""
                        insert into messagerie.participant
                               (conversation_id, personne_id, ecole_id, nature, eleves, dernier_le, non_lus, lu_le)
                        values (:conversation, :auteur, :ecole, :nature, :eleves, :now, 0, :now)
                        """)
                .param("conversation", conversation)
                .param("auteur", auteur.personneId())
                .param("ecole", envoi.ecole())
                .param("nature", cote.nature().name())
                .param("eleves", cote == Cote.RESPONSABLE ? envoi.eleves().toArray(UUID[]::new) : new UUID[0])
                .param("now", utc(now))
                .update();
        remise.announce(conversation, envoi.ecole(), auteur.personneId(), envoi.pour(), now);
        var fil = new Fil(conversation, envoi.ecole(), pupils, envoi.retenu(), depart);
        write(auteur, fil, envoi.lettre(), envoi.objet(), envoi.pour(), now);
        return conversation;
    }

    /// Goes on with a conversation: all who are in it read it.
    @Transactional
    public void reply(Utilisateur auteur, Conversation conversation, Lettre lettre, Instant now) {
        reply(auteur, conversation, lettre, null, now);
    }

    @Transactional
    public void reply(
            Utilisateur auteur, Conversation conversation, Lettre lettre, @Nullable Depart depart, Instant now) {
        if (sent(auteur, lettre.cle()).isPresent()) {
            return;
        }
        var fil = new Fil(
                conversation.id(),
                conversation.ecoleId(),
                conversation.holdsPupils(),
                conversation.entreEleves() && conversation.retenue(),
                depart);
        write(auteur, fil, lettre, "", List.of(), now);
    }

    /// Where this person has already answered this one apart.
    public Optional<UUID> apart(Utilisateur auteur, UUID source) {
        return jdbc.sql("""
                        select id from messagerie.conversation
                         where source_id = :source and repondant_id = any(:moi) limit 1
                        """)
                .param("source", source)
                .param("moi", auteur.personnes().toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .optional();
    }

    private Optional<UUID> sent(Utilisateur auteur, UUID cle) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:cle, 64))")
                .param("cle", auteur.personneId() + "/" + cle)
                .query((_, _) -> true)
                .single();
        return jdbc.sql("select conversation_id from messagerie.message where auteur_id = :auteur and cle = :cle")
                .param("auteur", auteur.personneId())
                .param("cle", cle)
                .query((rs, _) -> Colonnes.uuid(rs, "conversation_id"))
                .optional();
    }

    private void write(Utilisateur auteur, Fil fil, Lettre lettre, String objet, Collection<Public> pour, Instant now) {
        var quand = fil.depart == null || !fil.depart.attend()
                ? delivery(fil.ecole, now)
                : delivery(fil.ecole, fil.depart.des());
        var brut = lettre.texte().brut().strip().replaceAll("\\s+", " ");
        var id = jdbc.sql("""
                        insert into messagerie.message
                               (ecole_id, conversation_id, auteur_id, cote, texte, extrait, entete, pour, cle, ecrit_le,
                                remettre_le, retenu, disparait_le)
                        values (:ecole, :conversation, :auteur, :cote, :texte, :extrait, :objet, :pour, :cle, :now,
                                :quand, :retenu, :fin)
                        returning id
                        """)
                .param("ecole", fil.ecole)
                .param("conversation", fil.id)
                .param("auteur", auteur.personneId())
                .param("cote", Cote.of(auteur).name())
                .param("texte", lettre.texte().html())
                .param("extrait", shortened(brut))
                .param("objet", objet)
                .param("pour", pour.stream().map(Public::code).toArray(String[]::new))
                .param("cle", lettre.cle())
                .param("now", utc(now))
                .param("quand", utc(quand))
                .param("retenu", fil.waits())
                .param("fin", reglages.fin(quand, fil.eleves))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        attach(auteur, fil, lettre, id);
        jdbc.sql("""
                        update messagerie.participant set dernier_le = :now, lu_le = :now, non_lus = 0, classe_le = null
                         where conversation_id = :conversation and personne_id = :auteur
                        """)
                .param("now", utc(now))
                .param("conversation", fil.id)
                .param("auteur", auteur.personneId())
                .update();
        journal.record(
                Fait.of(ActeMessagerie.MESSAGE_ENVOYE, id).by(auteur.compteId()).inEcole(fil.ecole));
        if (fil.depart != null) {
            departs.left(auteur, fil.depart, GENRE, id);
        }
        if (fil.retenu) {
            hold(auteur, fil, id, now);
        } else if (!fil.waits() && !quand.isAfter(now)) {
            remise.deliver(id, now);
        }
    }

    private void attach(Utilisateur auteur, Fil fil, Lettre lettre, UUID id) {
        var pieces = documents.attach(auteur, PiecesDesMessages.SALLE, id, fil.ecole, lettre.depots());
        if (lettre.transmis() != null) {
            documents.attachAgain(PiecesDesMessages.SALLE, lettre.transmis(), id);
            pieces = documents.of(PiecesDesMessages.SALLE, List.of(id)).getOrDefault(id, List.of());
        }
        if (!pieces.isEmpty()) {
            jdbc.sql("update messagerie.message set entete = entete || :noms, pieces = :combien where id = :id")
                    .param("noms", pieces.stream().map(PieceJointe::nom).collect(Collectors.joining(" ", " ", "")))
                    .param("combien", pieces.size())
                    .param("id", id)
                    .update();
        }
    }

    private void hold(Utilisateur auteur, Fil fil, UUID message, Instant now) {
        jdbc.sql("""
                        insert into messagerie.retenue (message_id, ecole_id, eleve_id, retenue_le)
                        values (:message, :ecole, :eleve, :now)
                        """)
                .param("message", message)
                .param("ecole", fil.ecole)
                .param("eleve", auteur.personneId())
                .param("now", utc(now))
                .update();
        nouvelles.deposit(
                auteur,
                new Nouvelle(
                        SorteMessagerie.MESSAGE_A_RELIRE,
                        message,
                        Public.ofEleves(fil.ecole, List.of(auteur.personneId()), Qui.EQUIPE),
                        "/messagerie/relecture",
                        SorteMessagerie.MESSAGE_A_RELIRE.phrase()));
    }

    /// Someone opens a conversation: what was delivered is read, the bell and its authors' open pages know.
    @Transactional
    public void see(Utilisateur lecteur, Conversation conversation, Instant now) {
        if (conversation.nonLus() == 0) {
            return;
        }
        jdbc.sql("""
                        with fil as (select id from messagerie.conversation where id = :id for share)
                        update messagerie.participant p set non_lus = 0, lu_le = :now from fil
                         where p.conversation_id = fil.id and p.personne_id = any(:moi)
                        """)
                .param("id", conversation.id())
                .param("now", utc(now))
                .param("moi", lecteur.personnes().toArray(UUID[]::new))
                .update();
        nouvelles.read(lecteur, SorteMessagerie.MESSAGE, conversation.id());
        direct.tell(
                Stream.of(conversation.auteurId(), conversation.dernierAuteurId())
                        .flatMap(Stream::ofNullable)
                        .filter(id -> !lecteur.personnes().contains(id))
                        .toList(),
                MOT);
    }

    /// What a message says has changed for its readers: their open pages follow.
    @Transactional
    public void refresh(UUID message) {
        direct.tell(
                jdbc.sql("""
                                select p.personne_id from messagerie.message m
                                  join messagerie.participant p on p.conversation_id = m.conversation_id
                                 where m.id = :id
                                """)
                        .param("id", message)
                        .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                        .list(),
                MOT);
    }

    private static String shortened(String brut) {
        if (brut.length() <= EXTRAIT) {
            return brut;
        }
        int end = Character.isHighSurrogate(brut.charAt(EXTRAIT - 2)) ? EXTRAIT - 2 : EXTRAIT - 1;
        return brut.substring(0, end) + "…";
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// @param eleves pupils write or read in it
    /// @param retenu by the rule of pupils
    private record Fil(
            UUID id,
            UUID ecole,
            boolean eleves,
            boolean retenu,
            @Nullable Depart depart) {

        /// Somebody decides before it leaves.
        private boolean waits() {
            return retenu || depart != null && depart.retenu();
        }
    }
}
