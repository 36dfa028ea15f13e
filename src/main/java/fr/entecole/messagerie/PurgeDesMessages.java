package fr.entecole.messagerie;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.Documents;
import fr.entecole.socle.Colonnes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Forgets what is past its term.
@Component
class PurgeDesMessages {

    static final Period ABSENCES = Period.ofMonths(1);
    static final Period REGLES = Period.ofYears(3);
    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final ReglagesMessagerie reglages;
    private final Documents documents;
    private final Clock clock;

    PurgeDesMessages(JdbcClient jdbc, ReglagesMessagerie reglages, Documents documents, Clock clock) {
        this.jdbc = jdbc;
        this.reglages = reglages;
        this.documents = documents;
        this.clock = clock;
    }

    /// A message past its term goes, unless somebody has filed its conversation; it then stays for them alone. What a
    /// pupil wrote goes whatever was filed.
    public void run() {
        var today = LocalDate.now(clock);
        var filed = OffsetDateTime.now(clock).minus(reglages.classes());
        while (some(today, filed) == AT_ONCE) {
            // some at a time
        }
        jdbc.sql("""
                        delete from messagerie.participant p
                         where p.garde_le is null
                           and exists (select 1 from messagerie.participant f
                                        where f.conversation_id = p.conversation_id and f.garde_le is not null)
                           and not exists (select 1 from messagerie.message m
                                            where m.conversation_id = p.conversation_id and m.disparait_le >= :jour)
                        """).param("jour", today).update();
        jdbc.sql("delete from messagerie.absence where au < :jour")
                .param("jour", today.minus(ABSENCES))
                .update();
        jdbc.sql("delete from messagerie.regle where remplacee_le < :jour")
                .param("jour", OffsetDateTime.now(clock).minus(REGLES))
                .update();
    }

    private int some(LocalDate today, OffsetDateTime filed) {
        record Parti(UUID id, UUID conversation, boolean eleve) {}
        var gone = jdbc.sql("""
                        delete from messagerie.message where id in (
                            select m.id from messagerie.message m
                             where m.disparait_le < :jour
                               and (m.cote = 'ELEVE'
                                    or not exists (select 1 from messagerie.participant p
                                                    where p.conversation_id = m.conversation_id
                                                      and p.garde_le is not null and p.dernier_le >= :classes))
                             order by m.disparait_le limit :most)
                        returning id, conversation_id, cote
                        """)
                .param("jour", today)
                .param("classes", filed)
                .param("most", AT_ONCE)
                .query((rs, _) -> new Parti(
                        Colonnes.uuid(rs, "id"),
                        Colonnes.uuid(rs, "conversation_id"),
                        rs.getString("cote").equals(Cote.ELEVE.name())))
                .list();
        documents.forget(PiecesDesMessages.SALLE, gone.stream().map(Parti::id).toList());
        var pupils = gone.stream()
                .filter(Parti::eleve)
                .map(Parti::conversation)
                .distinct()
                .toArray(UUID[]::new);
        forgetCopies(pupils);
        jdbc.sql("""
                        delete from messagerie.conversation c
                         where c.id = any(:ids)
                           and not exists (select 1 from messagerie.message m where m.conversation_id = c.id)
                        """)
                .param("ids", gone.stream().map(Parti::conversation).distinct().toArray(UUID[]::new))
                .update();
        forgetSubjects(pupils);
        return gone.size();
    }

    /// What was answered apart from others bears the subject of where it came from, as long as that one stands.
    private void forgetCopies(UUID[] conversations) {
        jdbc.sql("""
                        update messagerie.conversation c set objet = :objet from messagerie.conversation s
                         where s.id = any(:ids) and s.entre_eleves and c.source_id = s.id
                        """)
                .param("objet", t("Réponse à un élève"))
                .param("ids", conversations)
                .update();
    }

    /// What adults answered to a pupil may stay, filed: the subject was the pupil's own words.
    private void forgetSubjects(UUID[] conversations) {
        jdbc.sql("""
                        update messagerie.conversation c set objet = :objet
                         where c.id = any(:ids) and c.entre_eleves and c.source_id is null
                           and not exists (select 1 from messagerie.message m
                                            where m.conversation_id = c.id and m.cote = 'ELEVE')
                        """)
                .param("objet", t("Réponse à un élève"))
                .param("ids", conversations)
                .update();
    }
}
