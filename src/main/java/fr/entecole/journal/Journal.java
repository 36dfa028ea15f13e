package fr.entecole.journal;

import java.util.List;
import java.util.Map;
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

    Journal(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void record(Fait fait) {
        jdbc.sql("""
                        insert into journal.fait (action, acteur_compte, objet_type, objet_id, ecole_id, adresse, details)
                        values (:action, :acteur, :type, :objet, :ecole, :adresse, :details::jsonb)
                        """)
                .param("action", fait.action())
                .param("acteur", fait.acteur())
                .param("type", fait.objetType())
                .param("objet", fait.objetId())
                .param("ecole", fait.ecoleId())
                .param("adresse", fait.adresse())
                .param("details", json.writeValueAsString(fait.details()))
                .update();
    }

    /// What an account did, for the person's own file.
    public List<Map<String, @Nullable Object>> ofActeur(UUID compte) {
        return jdbc.sql(
                        "select fait_le::text, action, adresse from journal.fait where acteur_compte = :compte order by id")
                .param("compte", compte)
                .query()
                .listOfRows();
    }

    /// A fact: ids and codes, never a name, a content or a secret.
    ///
    /// @param action verb of the fact, kebab-case French: `connexion`, `import-aaf`
    /// @param acteur account, null for a command or the system
    /// @param ecoleId the school whose head may read this
    /// @param adresse client address, for sign-ins only
    public record Fait(
            String action,
            @Nullable UUID acteur,
            @Nullable String objetType,
            @Nullable String objetId,
            @Nullable UUID ecoleId,
            @Nullable String adresse,
            Map<String, Object> details) {

        public static Fait of(String action, String objetType, String objetId) {
            return new Fait(action, null, objetType, objetId, null, null, Map.of());
        }

        public Fait by(@Nullable UUID compte) {
            return new Fait(action, compte, objetType, objetId, ecoleId, adresse, details);
        }

        public Fait inEcole(@Nullable UUID ecole) {
            return new Fait(action, acteur, objetType, objetId, ecole, adresse, details);
        }

        public Fait from(@Nullable String client) {
            return new Fait(action, acteur, objetType, objetId, ecoleId, client, details);
        }

        public Fait with(Map<String, Object> more) {
            return new Fait(action, acteur, objetType, objetId, ecoleId, adresse, more);
        }
    }
}
