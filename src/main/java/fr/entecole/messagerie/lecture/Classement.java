package fr.entecole.messagerie.lecture;

import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a person does with a conversation in their own box: nobody else sees any of it.
@Component
@Transactional
class Classement {

    private static final String OF_MINE = " where conversation_id = :conversation and personne_id = any(:moi)";

    private final JdbcClient jdbc;

    Classement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps it beyond its term, and says why.
    ///
    /// @param dossier one of theirs, null for none
    public void file(Utilisateur qui, UUID conversation, @Nullable UUID dossier, String motif, Instant now) {
        jdbc.sql("""
                        update messagerie.participant set classe_le = :now, garde_le = :now, classe_motif = :motif, non_lus = 0,
                               dossier_id = (select d.id from messagerie.dossier d
                                              where d.id = :dossier::uuid and d.personne_id = any(:moi)
                                                and d.retire_le is null)
                        """ + OF_MINE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("motif", motif)
                .param("dossier", dossier)
                .param("conversation", conversation)
                .param("moi", mine(qui))
                .update();
    }

    public void unfile(Utilisateur qui, UUID conversation) {
        change(qui, conversation, "classe_le = null, garde_le = null, classe_motif = null, dossier_id = null");
    }

    public void unread(Utilisateur qui, UUID conversation) {
        change(qui, conversation, "non_lus = greatest(non_lus, 1)");
    }

    public void mark(Utilisateur qui, UUID conversation, boolean marked, Instant now) {
        if (!marked) {
            change(qui, conversation, "marque_le = null");
            return;
        }
        jdbc.sql("update messagerie.participant set marque_le = :now" + OF_MINE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("conversation", conversation)
                .param("moi", mine(qui))
                .update();
    }

    private void change(Utilisateur qui, UUID conversation, String set) {
        jdbc.sql("update messagerie.participant set " + set + OF_MINE)
                .param("conversation", conversation)
                .param("moi", mine(qui))
                .update();
    }

    /// @return the folder of that name, made where there was none
    public UUID open(Utilisateur qui, UUID ecole, String nom, Instant now) {
        return jdbc.sql("""
                        insert into messagerie.dossier (ecole_id, personne_id, nom, cree_le)
                        values (:ecole, :qui, :nom, :now)
                        on conflict (personne_id, lower(nom)) where retire_le is null do update set nom = excluded.nom
                        returning id
                        """)
                .param("ecole", ecole)
                .param("qui", qui.personneId())
                .param("nom", nom)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
    }

    private static UUID[] mine(Utilisateur qui) {
        return qui.personnes().toArray(UUID[]::new);
    }
}
