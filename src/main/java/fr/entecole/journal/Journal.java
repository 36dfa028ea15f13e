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
    private final Actes actes;
    private final Clock clock;

    Journal(JdbcClient jdbc, JsonMapper json, Actes actes, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.actes = actes;
        this.clock = clock;
    }

    public void record(Fait fait) {
        record(fait, Collections.singleton(fait.objetId()));
    }

    /// The same fact about each of these, in one statement.
    public void record(Fait fait, Collection<? extends @Nullable String> objets) {
        actes.check(fait);
        var ecoles = fait.ecoles();
        if (objets.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with fait as (
                            insert into journal.fait (fait_le, action, acteur_compte, objet_type, objet_id, adresse, details)
                            select :maintenant, :action, :acteur::uuid, case when o is not null then :type end, o, :adresse::text, :details::jsonb
                              from unnest(:objets::text[]) o
                            returning id, fait_le, action)
                        insert into journal.fait_ecole (ecole_id, fait_le, fait_id, action)
                        select e, f.fait_le, f.id, f.action from fait f cross join unnest(:ecoles::uuid[]) e
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("action", fait.acte().code())
                .param("acteur", fait.acteur())
                .param("type", fait.acte().objet().code())
                .param("objets", objets.toArray(String[]::new))
                .param("ecoles", ecoles == null ? new UUID[0] : ecoles.toArray(UUID[]::new))
                .param("adresse", fait.adresse())
                .param("details", json.writeValueAsString(fait.details()))
                .update();
    }

    /// What an account did, in words, for the person's own file: the last ones first.
    public List<Map<String, @Nullable Object>> ofActeur(UUID compte) {
        return jdbc.sql("""
                        select fait_le, action, details->>'raison' as raison, objet_id, adresse from journal.fait
                         where acteur_compte = :compte
                            or (action = any(:tentatives) and objet_id = :objet)
                         order by id desc
                        """)
                .param("compte", compte)
                .param("objet", compte.toString())
                .param("tentatives", actes.tentatives().toArray(String[]::new))
                .query((rs, _) -> {
                    Map<String, @Nullable Object> mot = new LinkedHashMap<>();
                    mot.put("date", rs.getString("fait_le"));
                    var objet = compte.toString().equals(rs.getString("objet_id")) ? t("vous") : t("quelqu’un");
                    mot.put("fait", actes.phrase(rs.getString("action"), rs.getString("raison"), objet));
                    mot.put("adresse", rs.getString("adresse"));
                    return mot;
                })
                .list();
    }

    /// A fact: ids and codes, never a name, a content or a secret; and who reads of it.
    ///
    /// @param acteur account, null for a command or the system
    /// @param objetId null when nothing known was meant
    /// @param ecoles the schools whose heads may read this, null for the region alone
    /// @param adresse client address, for sign-ins only
    public record Fait(
            Acte acte,
            @Nullable UUID acteur,
            @Nullable String objetId,
            @Nullable Set<UUID> ecoles,
            @Nullable String adresse,
            Map<String, Object> details) {

        public static Brouillon of(Acte acte, UUID objet) {
            return of(acte, objet.toString());
        }

        public static Brouillon of(Acte acte, @Nullable String objetId) {
            return new Brouillon(acte, null, objetId, null, Map.of());
        }

        /// About nobody and nothing that is known: what an unknown login tried.
        public static Brouillon of(Acte acte) {
            return new Brouillon(acte, null, null, null, Map.of());
        }

        public Fait from(@Nullable String client) {
            return new Fait(acte, acteur, objetId, ecoles, client, details);
        }

        public Fait with(Map<String, Object> more) {
            return new Fait(acte, acteur, objetId, ecoles, adresse, more);
        }
    }

    /// What happened, before it is said who reads of it: only that makes it a [Fait], and nothing else is recorded.
    public record Brouillon(
            Acte acte,
            @Nullable UUID acteur,
            @Nullable String objetId,
            @Nullable String adresse,
            Map<String, Object> details) {

        public Brouillon by(@Nullable UUID compte) {
            return new Brouillon(acte, compte, objetId, adresse, details);
        }

        public Brouillon from(@Nullable String client) {
            return new Brouillon(acte, acteur, objetId, client, details);
        }

        public Brouillon with(Map<String, Object> more) {
            return new Brouillon(acte, acteur, objetId, adresse, more);
        }

        /// @param ecole null when it is of none
        public Fait inEcole(@Nullable UUID ecole) {
            return inEcoles(ecole == null ? Set.of() : Set.of(ecole));
        }

        public Fait inEcoles(Collection<UUID> toutes) {
            return new Fait(acte, acteur, objetId, Set.copyOf(toutes), adresse, details);
        }

        /// It concerns no school.
        public Fait ofRegion() {
            return new Fait(acte, acteur, objetId, null, adresse, details);
        }
    }
}
