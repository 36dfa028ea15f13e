package fr.entecole.liaison.familles;

import fr.entecole.direct.Direct;
import fr.entecole.liaison.familles.Parole.Propos;
import fr.entecole.liaison.familles.Paroles.Enfant;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Questions;
import fr.entecole.socle.contrats.Questions.Question;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A question goes as a message where the school lets families write to who teaches their child: its words are then
/// read and answered there, and what is kept here is that it was asked and where it stands. ADR 0098.
@Component
class QuestionsPortees {

    private final ObjectProvider<Questions> questions;
    private final JdbcClient jdbc;
    private final Direct direct;

    QuestionsPortees(ObjectProvider<Questions> questions, JdbcClient jdbc, Direct direct) {
        this.questions = questions;
        this.jdbc = jdbc;
        this.direct = direct;
    }

    /// The children of whom this guardian asks by a message.
    Set<UUID> carried(Utilisateur responsable) {
        var messages = questions.getIfAvailable();
        return messages == null ? Set.of() : messages.carried(responsable);
    }

    /// @return false where the school hears of it here, as of all that families say
    @Transactional
    public boolean carry(Utilisateur auteur, Enfant enfant, UUID parole, Propos propos, Instant now) {
        var messages = questions.getIfAvailable();
        if (messages == null || propos.nature() != NatureDeParole.QUESTION) {
            return false;
        }
        var asked = new Question(parole, enfant.ecole(), enfant.id(), propos.titre(enfant.prenom()), propos.texte());
        var portee = messages.ask(auteur, asked, now);
        portee.ifPresent(carried -> jdbc.sql("""
                        update liaison.parole set conversation_id = :conversation, remise_le = :quand
                         where id = :id and ecole_id = :ecole
                        """)
                .param("conversation", carried.conversation())
                .param("quand", Paroles.utc(carried.quand()))
                .param("id", parole)
                .param("ecole", enfant.ecole())
                .update());
        return portee.isPresent();
    }

    @EventListener
    @Transactional
    public void on(Questions.Vue vue) {
        tell(jdbc.sql("""
                        with vue as (
                            insert into liaison.parole_vue (ecole_id, parole_id, personne_id, vue_le)
                            select p.ecole_id, p.id, :personne, :quand from liaison.parole p
                             where p.conversation_id = :conversation and p.auteur_id <> :personne
                            on conflict do nothing returning parole_id)
                        select p.auteur_id from vue v join liaison.parole p on p.id = v.parole_id
                        """)
                .param("personne", vue.personne())
                .param("quand", Paroles.utc(vue.quand()))
                .param("conversation", vue.conversation())
                .query((rs, _) -> Colonnes.uuid(rs, "auteur_id"))
                .list());
    }

    /// It was taken back where it is read: it may be asked again.
    @EventListener
    @Transactional
    public void on(Questions.Reprise reprise) {
        tell(jdbc.sql("""
                        update liaison.parole set annulee_le = :quand
                         where conversation_id = :conversation and annulee_le is null returning auteur_id
                        """)
                .param("quand", Paroles.utc(reprise.quand()))
                .param("conversation", reprise.conversation())
                .query((rs, _) -> Colonnes.uuid(rs, "auteur_id"))
                .list());
    }

    /// Once it is delivered, never when it is written.
    @EventListener
    @Transactional
    public void on(Questions.Repondues reponses) {
        var conversations = List.copyOf(reponses.auteurs().keySet());
        tell(jdbc.sql("""
                        update liaison.parole p set reponse_le = :quand
                          from unnest(:conversations::uuid[], :auteurs::uuid[]) r (conversation, auteur)
                         where p.conversation_id = r.conversation and p.auteur_id <> r.auteur
                        returning p.auteur_id
                        """)
                .param("quand", Paroles.utc(reponses.quand()))
                .param("conversations", conversations.toArray(UUID[]::new))
                .param(
                        "auteurs",
                        conversations.stream().map(reponses.auteurs()::get).toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "auteur_id"))
                .list());
    }

    private void tell(List<UUID> auteurs) {
        direct.tell(auteurs, Paroles.WORD);
    }
}
