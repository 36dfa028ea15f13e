package fr.entecole.liaison.formulaires;

import fr.entecole.liaison.formulaires.Formulaire.Part;
import fr.entecole.liaison.formulaires.Formulaire.Reponses;
import fr.entecole.liaison.formulaires.Question.Valeur;
import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Forms are written, answered and closed. Who answers holds the form, so that it is closed before or after, never
/// meanwhile. Who may is judged by the caller.
@Component
class Guichet {

    private final JdbcClient jdbc;

    Guichet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The form of a mot, in the transaction that publishes it.
    @Transactional
    public void ask(UUID mot, UUID ecole, Reponses reponses, Part part, Instant jusquAu, List<Question> questions) {
        jdbc.sql("""
                        insert into liaison.formulaire (mot_id, ecole_id, reponses, pour, jusqu_au)
                        values (:mot, :ecole, :reponses, :pour, :jusquAu)
                        """)
                .param("mot", mot)
                .param("ecole", ecole)
                .param("reponses", reponses.name())
                .param("pour", part.name())
                .param("jusquAu", utc(jusquAu))
                .update();
        for (var question : questions) {
            jdbc.sql("""
                            insert into liaison.question (ecole_id, mot_id, rang, nature, libelle, options, minimum, maximum)
                            values (:ecole, :mot, :rang, :nature, :libelle, :options, :minimum, :maximum)
                            """)
                    .param("ecole", ecole)
                    .param("mot", mot)
                    .param("rang", question.rang())
                    .param("nature", question.nature().name())
                    .param("libelle", question.libelle())
                    .param("options", question.options().toArray(String[]::new))
                    .param("minimum", question.minimum())
                    .param("maximum", question.maximum())
                    .update();
        }
    }

    @Transactional
    public Suite answer(Envoi envoi, Instant now) {
        var held = jdbc.sql("""
                        select ecole_id, reponses, pour, jusqu_au, ferme_le from liaison.formulaire
                         where mot_id = :mot for update
                        """).param("mot", envoi.mot).query(Guichet::form).single();
        if (!held.isOpen(now)) {
            return Suite.FERME;
        }
        var before = before(envoi, held.part());
        if (before.isPresent()
                && (held.anonyme() || envoi.papier || !envoi.personnes.contains(before.get().responsable))) {
            return Suite.DEJA;
        }
        var pour = before.map(Participation::pour).orElse(pour(envoi, held.part()));
        participate(envoi, held, pour, now);
        jdbc.sql("delete from liaison.bulletin where mot_id = :mot and pour_id = :pour")
                .param("mot", envoi.mot)
                .param("pour", pour)
                .update();
        envoi.valeurs.forEach(
                (question, valeur) -> write(held, envoi.mot, question, held.anonyme() ? null : pour, valeur));
        if (held.anonyme()) {
            shuffle(envoi.mot);
        }
        return Suite.ENREGISTRE;
    }

    /// @return whether it was open until now
    @Transactional
    public boolean close(UUID mot, Instant now) {
        return jdbc.sql("""
                                update liaison.formulaire set ferme_le = :maintenant
                                 where mot_id = :mot and ferme_le is null and jusqu_au > :maintenant
                                """).param("maintenant", utc(now)).param("mot", mot).update() == 1;
    }

    private static Formulaire form(ResultSet rs, int row) throws SQLException {
        return new Formulaire(
                new UUID(0, 0),
                Colonnes.uuid(rs, "ecole_id"),
                Reponses.valueOf(rs.getString("reponses")),
                Part.valueOf(rs.getString("pour")),
                rs.getObject("jusqu_au", OffsetDateTime.class).toInstant(),
                rs.getObject("ferme_le") == null
                        ? null
                        : rs.getObject("ferme_le", OffsetDateTime.class).toInstant(),
                List.of());
    }

    private static UUID pour(Envoi envoi, Part part) {
        return part == Part.ENFANT && envoi.eleve != null ? envoi.eleve : envoi.responsable;
    }

    private Optional<Participation> before(Envoi envoi, Part part) {
        var mine = part == Part.ENFANT ? Set.of(pour(envoi, part)) : envoi.personnes;
        return jdbc.sql("""
                        select pour_id, responsable_id from liaison.participation
                         where mot_id = :mot and pour_id = any(:pour) limit 1
                        """)
                .param("mot", envoi.mot)
                .param("pour", mine.toArray(UUID[]::new))
                .query((rs, _) -> new Participation(Colonnes.uuid(rs, "pour_id"), Colonnes.uuid(rs, "responsable_id")))
                .optional();
    }

    private void participate(Envoi envoi, Formulaire held, UUID pour, Instant now) {
        jdbc.sql("""
                        insert into liaison.participation
                               (ecole_id, mot_id, pour_id, eleve_id, responsable_id, repondu_le)
                        values (:ecole, :mot, :pour, :eleve, :responsable, :le)
                        on conflict (mot_id, pour_id) do update set repondu_le = excluded.repondu_le
                        """)
                .param("ecole", held.ecole())
                .param("mot", envoi.mot)
                .param("pour", pour)
                .param("eleve", held.part() == Part.ENFANT ? envoi.eleve : null)
                .param("responsable", envoi.responsable)
                .param("le", held.anonyme() ? null : utc(now))
                .update();
    }

    private void write(Formulaire held, UUID mot, UUID question, @Nullable UUID pour, Valeur valeur) {
        jdbc.sql("""
                        insert into liaison.bulletin (ecole_id, mot_id, question_id, pour_id, choix, texte, nombre)
                        values (:ecole, :mot, :question, :pour, :choix, :texte, :nombre)
                        """)
                .param("ecole", held.ecole())
                .param("mot", mot)
                .param("question", question)
                .param("pour", pour)
                .param("choix", valeur.choix().toArray(Integer[]::new))
                .param("texte", valeur.texte())
                .param("nombre", valeur.nombre())
                .update();
    }

    /// All of them again, in another order: the place and the transaction of a row are those of the last answer, for
    /// all.
    private void shuffle(UUID mot) {
        jdbc.sql("""
                        with toutes as (
                            delete from liaison.bulletin where mot_id = :mot
                            returning ecole_id, mot_id, question_id, choix, texte, nombre)
                        insert into liaison.bulletin (ecole_id, mot_id, question_id, choix, texte, nombre)
                        select ecole_id, mot_id, question_id, choix, texte, nombre from toutes order by random()
                        """).param("mot", mot).update();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// What somebody sends.
    ///
    /// @param eleve for whom, where it is one answer a child
    /// @param personnes all whom the directory knows this guardian as
    /// @param valeurs by question
    /// @param papier the school enters what came back on paper, which never changes what was answered
    record Envoi(
            UUID mot,
            @Nullable UUID eleve,
            UUID responsable,
            Set<UUID> personnes,
            Map<UUID, Valeur> valeurs,
            boolean papier) {

        Envoi(UUID mot, @Nullable UUID eleve, UUID responsable, Set<UUID> personnes, Map<UUID, Valeur> valeurs) {
            this(mot, eleve, responsable, personnes, valeurs, false);
        }
    }

    enum Suite {
        ENREGISTRE,
        /// for this child by another guardian; or anonymously, which is not found again
        DEJA,
        /// meanwhile
        FERME,
        /// the mot says something else than what was read
        CORRIGE
    }

    private record Participation(UUID pour, UUID responsable) {}
}
