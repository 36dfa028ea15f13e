package fr.entecole.messagerie.relecture;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.messagerie.ActeMessagerie;
import fr.entecole.messagerie.Boite;
import fr.entecole.messagerie.Correspondance;
import fr.entecole.messagerie.RemiseDesMessages;
import fr.entecole.messagerie.SorteMessagerie;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What waits to be read by who teaches its author, or directs the school.
@Component
class MessagesRetenus {

    private static final String RETENUES = """
            select m.id, m.texte, m.ecole_id, m.conversation_id, m.auteur_id, m.ecrit_le, c.objet, a.prenom, a.nom,
                   (select array_agg(i.prenom || '|' || i.nom order by i.nom)
                      from messagerie.participant p
                      join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                     where n.id = p.personne_id limit 1) i on true
                     where p.conversation_id = c.id and p.personne_id <> m.auteur_id) as vers
              from messagerie.retenue r
              join messagerie.message m on m.id = r.message_id and (m.annule_le is null and m.retenu or r.decidee_le is not null)
              join messagerie.conversation c on c.id = m.conversation_id
              left join lateral (select n.prenom, n.nom from annuaire.titulaire n where n.id = m.auteur_id limit 1) a on true
             where r.ecole_id = any(:ecoles)
               and (r.ecole_id = any(:dirigees) or r.eleve_id = any(:eleves))
            """;

    private final JdbcClient jdbc;
    private final Correspondance correspondance;
    private final RemiseDesMessages remise;
    private final Nouvelles nouvelles;
    private final Journal journal;

    MessagesRetenus(
            JdbcClient jdbc,
            Correspondance correspondance,
            RemiseDesMessages remise,
            Nouvelles nouvelles,
            Journal journal) {
        this.jdbc = jdbc;
        this.correspondance = correspondance;
        this.remise = remise;
        this.nouvelles = nouvelles;
        this.journal = journal;
    }

    List<Retenue> of(Utilisateur lecteur) {
        return asked(lecteur, " and r.decidee_le is null order by r.retenue_le limit 100", null);
    }

    /// Decided or not: two may look at the same one, the first decides.
    Optional<Retenue> of(Utilisateur lecteur, UUID message) {
        return asked(lecteur, " and m.id = :message", message).stream().findFirst();
    }

    private List<Retenue> asked(Utilisateur lecteur, String more, @Nullable UUID message) {
        var perimetre = Perimetre.of(lecteur);
        return jdbc.sql(RETENUES + more)
                .param("ecoles", lecteur.ecoles().toArray(UUID[]::new))
                .param("dirigees", perimetre.ecolesDirected().toArray(UUID[]::new))
                .param("eleves", perimetre.elevesTaught().toArray(UUID[]::new))
                .param("message", message)
                .query(MessagesRetenus::retenue)
                .list();
    }

    /// Lets it go, at the hours of the school.
    @Transactional
    public void let(Utilisateur qui, Retenue retenue, Instant now) {
        if (decide(qui, retenue, true, "", now)) {
            var quand = correspondance.delivery(retenue.ecole, now);
            jdbc.sql("update messagerie.message set retenu = false, remettre_le = :quand where id = :id")
                    .param("quand", quand.atOffset(ZoneOffset.UTC))
                    .param("id", retenue.message)
                    .update();
            if (!quand.isAfter(now)) {
                remise.deliver(retenue.message, now);
            }
            correspondance.refresh(retenue.message);
        }
    }

    /// Gives it back to its author with a word; nobody else has it.
    @Transactional
    public void giveBack(Utilisateur qui, Retenue retenue, String motif, Instant now) {
        if (decide(qui, retenue, false, motif, now)) {
            jdbc.sql("update messagerie.message set annule_le = :now, pour = '{}' where id = :id")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("id", retenue.message)
                    .update();
            if (retenue.auteur != null) {
                nouvelles.deposit(
                        qui,
                        new Nouvelle(
                                SorteMessagerie.MESSAGE,
                                retenue.message,
                                Public.ofPersonnes(retenue.ecole, List.of(retenue.auteur), Qui.ELEVES),
                                "/messagerie/conversations/" + retenue.conversation,
                                retenue.objet));
            }
            correspondance.refresh(retenue.message);
        }
    }

    private boolean decide(Utilisateur qui, Retenue retenue, boolean laissee, String motif, Instant now) {
        int decided = jdbc.sql("""
                        update messagerie.retenue
                           set decidee_le = :now, decidee_par = :qui, laissee = :laissee, motif = :motif
                         where message_id = :message and decidee_le is null
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("qui", qui.personneId())
                .param("laissee", laissee)
                .param("motif", motif)
                .param("message", retenue.message)
                .update();
        if (decided > 0) {
            nouvelles.cancel(SorteMessagerie.MESSAGE_A_RELIRE, retenue.message);
            journal.record(
                    Fait.of(laissee ? ActeMessagerie.MESSAGE_LAISSE : ActeMessagerie.MESSAGE_REFUSE, retenue.message)
                            .by(qui.compteId())
                            .inEcole(retenue.ecole));
        }
        return decided > 0;
    }

    private static Retenue retenue(ResultSet rs, int row) throws SQLException {
        var prenom = rs.getString("prenom");
        return new Retenue(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "conversation_id"),
                Colonnes.uuid(rs, "ecole_id"),
                rs.getObject("auteur_id", UUID.class),
                prenom == null
                        ? ""
                        : Appellations.personne(prenom, Objects.requireNonNullElse(rs.getString("nom"), "")),
                Boite.noms(Colonnes.strings(rs, "vers")),
                rs.getString("objet"),
                new TexteRiche(rs.getString("texte")),
                rs.getObject("ecrit_le", OffsetDateTime.class).toInstant());
    }

    /// @param vers names of those whom it is for
    record Retenue(
            UUID message,
            UUID conversation,
            UUID ecole,
            @Nullable UUID auteur,
            String nom,
            String vers,
            String objet,
            TexteRiche texte,
            Instant ecritLe) {}
}
