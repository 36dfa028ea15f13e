package fr.entecole.journal;

import static fr.entecole.socle.Phrases.t;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes facts in the transaction of the caller, so that what happened and its trace stand or fall together.
@Component
public class Journal {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Journal(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void record(Fait fait) {
        record(fait, Collections.singleton(fait.objetId()));
    }

    /// The same fact about each of these, in one statement.
    public void record(Fait fait, Collection<? extends @Nullable String> objets) {
        if (objets.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with fait as (
                            insert into journal.fait (fait_le, action, acteur_compte, objet_type, objet_id, adresse, details)
                            select :maintenant, :action, :acteur::uuid, :type::text, o, :adresse::text, :details::jsonb
                              from unnest(:objets::text[]) o
                            returning id, fait_le, action)
                        insert into journal.fait_ecole (ecole_id, fait_le, fait_id, action)
                        select e, f.fait_le, f.id, f.action from fait f cross join unnest(:ecoles::uuid[]) e
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("action", fait.action())
                .param("acteur", fait.acteur())
                .param("type", fait.objetType())
                .param("objets", objets.toArray(String[]::new))
                .param("ecoles", fait.ecoles().toArray(UUID[]::new))
                .param("adresse", fait.adresse())
                .param("details", json.writeValueAsString(fait.details()))
                .update();
    }

    /// What an account did, in words, for the person's own file: the last ones first.
    public List<Map<String, @Nullable Object>> ofActeur(UUID compte) {
        return jdbc.sql("""
                        select fait_le, action, details->>'raison' as raison, objet_id, adresse from journal.fait
                         where acteur_compte = :compte
                            or (action = 'connexion-refusee' and objet_id = :objet)
                         order by id desc
                        """)
                .param("compte", compte)
                .param("objet", compte.toString())
                .query((rs, _) -> {
                    Map<String, @Nullable Object> mot = new LinkedHashMap<>();
                    mot.put("date", rs.getString("fait_le"));
                    var objet = compte.toString().equals(rs.getString("objet_id")) ? t("vous") : t("quelqu’un");
                    mot.put("fait", Actes.phrase(rs.getString("action"), rs.getString("raison"), objet));
                    mot.put("adresse", rs.getString("adresse"));
                    return mot;
                })
                .list();
    }

    /// A fact: ids and codes, never a name, a content or a secret.
    ///
    /// @param action verb of the fact, kebab-case French: `connexion`, `import-aaf`
    /// @param acteur account, null for a command or the system
    /// @param ecoles the schools whose heads may read this
    /// @param adresse client address, for sign-ins only
    public record Fait(
            String action,
            @Nullable UUID acteur,
            @Nullable String objetType,
            @Nullable String objetId,
            Set<UUID> ecoles,
            @Nullable String adresse,
            Map<String, Object> details) {

        public static Fait of(String action, String objetType, String objetId) {
            return new Fait(action, null, objetType, objetId, Set.of(), null, Map.of());
        }

        public Fait by(@Nullable UUID compte) {
            return new Fait(action, compte, objetType, objetId, ecoles, adresse, details);
        }

        public Fait inEcole(@Nullable UUID ecole) {
            return inEcoles(ecole == null ? Set.of() : Set.of(ecole));
        }

        public Fait inEcoles(Collection<UUID> toutes) {
            return new Fait(action, acteur, objetType, objetId, Set.copyOf(toutes), adresse, details);
        }

        public Fait from(@Nullable String client) {
            return new Fait(action, acteur, objetType, objetId, ecoles, client, details);
        }

        public Fait with(Map<String, Object> more) {
            return new Fait(action, acteur, objetType, objetId, ecoles, adresse, more);
        }
    }
}
