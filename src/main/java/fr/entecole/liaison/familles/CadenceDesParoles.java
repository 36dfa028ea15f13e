package fr.entecole.liaison.familles;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.liaison.familles.Parole.Propos;
import fr.entecole.liaison.familles.Paroles.Enfant;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How often one guardian says something of one child in a day: ten times, and the same thing once. In the transaction
/// of who writes.
@Component
class CadenceDesParoles {

    static final int A_DAY = 10;

    private final JdbcClient jdbc;

    CadenceDesParoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One at a time for one guardian and child, so that many at once are no way round.
    void lock(Utilisateur auteur, UUID eleve) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:cle, 0)) is null")
                .param("cle", "parole " + auteur.compteId() + " " + eleve)
                .query(Boolean.class)
                .single();
    }

    Optional<UUID> standing(Utilisateur auteur, Enfant enfant, Propos propos, Instant now) {
        return jdbc.sql("""
                        select p.id from liaison.parole p
                         where p.auteur_id = any(:moi) and p.eleve_id = :eleve and p.nature = :nature
                           and p.dite_le >= :minuit and p.annulee_le is null and p.retiree_le is null
                           and p.texte = :texte
                           and (p.debut, p.debut_moment, p.fin, p.fin_moment, p.motif, p.personne, p.lien, p.telephone)
                               is not distinct from (:debut::date, :debut_moment::text, :fin::date, :fin_moment::text,
                                                     :motif::text, :personne::text, :lien::text, :telephone::text)
                         order by p.dite_le limit 1
                        """)
                .params(words(propos))
                .param("moi", auteur.personnes().toArray(UUID[]::new))
                .param("eleve", enfant.id())
                .param("nature", propos.nature().name())
                .param("minuit", midnight(now))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .optional();
    }

    private static OffsetDateTime midnight(Instant now) {
        return Paroles.utc(Paroles.day(now).atStartOfDay(Calendrier.PARIS).toInstant());
    }

    boolean isTooMuch(Utilisateur auteur, UUID eleve, Instant now) {
        var moi = auteur.personnes().toArray(UUID[]::new);
        int said = jdbc.sql("""
                        select (select count(*) from liaison.parole p
                                 where p.auteur_id = any(:moi) and p.eleve_id = :eleve and p.dite_le >= :minuit)
                             + (select count(*) from liaison.parole_suite s
                                  join liaison.parole p on p.id = s.parole_id
                                 where s.auteur_id = any(:moi) and p.eleve_id = :eleve and s.ecrite_le >= :minuit)
                        """)
                .param("moi", moi)
                .param("eleve", eleve)
                .param("minuit", midnight(now))
                .query(Integer.class)
                .single();
        return said >= A_DAY;
    }

    /// What is said, as its row holds it.
    static Map<String, @Nullable Object> words(Propos propos) {
        Map<String, @Nullable Object> words = new HashMap<>();
        var debut = propos.debut();
        var fin = propos.fin();
        words.put("debut", debut == null ? null : debut.jour());
        words.put("debut_moment", debut == null ? null : debut.moment().name());
        words.put("fin", fin == null ? null : fin.jour());
        words.put("fin_moment", fin == null ? null : fin.moment().name());
        var absence = propos.absence();
        words.put("motif", absence == null ? null : absence.motif().name());
        words.put("absence", absence == null ? null : absence.id());
        words.put(
                "chaque",
                absence == null || absence.chaque() == null
                        ? null
                        : absence.chaque().getValue());
        words.put(
                "moment",
                absence == null || absence.moment() == null
                        ? null
                        : absence.moment().name());
        words.put("personne", orNull(propos.personne()));
        words.put("lien", orNull(propos.lien()));
        words.put("telephone", orNull(propos.telephone()));
        words.put("texte", propos.texte());
        return words;
    }

    private static @Nullable String orNull(String words) {
        return words.isEmpty() ? null : words;
    }
}
