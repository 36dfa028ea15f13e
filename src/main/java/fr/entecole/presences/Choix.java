package fr.entecole.presences;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a head wants of the roll in their school; dated rows.
@Component
public class Choix {

    /// How long who eats, stays and studies is known by name: the last same day of the week, over holidays too.
    public static final int JOURS_DES_NOMS = 35;

    /// Where all of the team call rolls, or these people, to whom the head has entrusted them.
    static final String EQUIPES = """
            select ecole_id from presences.choix where ecole_id = any(:ecoles) and quoi = 'EQUIPE' and fini_le is null
            union
            select ecole_id from comptes.appel_confie(:jour) where personne_id = any(:moi) and ecole_id = any(:ecoles)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Choix(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What [#EQUIPES] asks for.
    static Map<String, Object> parametres(Utilisateur utilisateur, Collection<UUID> ecoles, LocalDate today) {
        return Map.of(
                "ecoles",
                ecoles.toArray(UUID[]::new),
                "moi",
                utilisateur.personnes().toArray(UUID[]::new),
                "jour",
                today);
    }

    public Set<Quoi> of(UUID ecole) {
        Set<Quoi> all = EnumSet.noneOf(Quoi.class);
        jdbc.sql("select quoi from presences.choix where ecole_id = :ecole and fini_le is null")
                .param("ecole", ecole)
                .query((rs, _) -> Quoi.valueOf(rs.getString("quoi")))
                .list()
                .forEach(all::add);
        return all;
    }

    /// Schools of these where they may call rolls as one of the team: all of it may, or they were entrusted with it.
    public Set<UUID> equipes(Utilisateur utilisateur, Collection<UUID> ecoles) {
        return Set.copyOf(jdbc.sql(EQUIPES)
                .params(parametres(utilisateur, ecoles, LocalDate.now(clock)))
                .query((rs, _) -> Colonnes.uuid(rs, "ecole_id"))
                .list());
    }

    @Transactional
    public void set(UUID ecole, Set<Quoi> wanted, UUID auteur, Instant now) {
        jdbc.sql("""
                        update presences.choix set fini_le = :maintenant
                         where ecole_id = :ecole and fini_le is null and quoi <> all(:quoi)
                        """)
                .param("maintenant", Lignes.utc(now))
                .param("ecole", ecole)
                .param("quoi", wanted.stream().map(Enum::name).toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into presences.choix (ecole_id, quoi, auteur_id, fait_le)
                        select :ecole, q, :auteur, :maintenant from unnest(:quoi::text[]) q
                        on conflict (ecole_id, quoi) where fini_le is null do nothing
                        """)
                .param("maintenant", Lignes.utc(now))
                .param("ecole", ecole)
                .param("auteur", auteur)
                .param("quoi", wanted.stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    /// A setting. Three are counted beside the roll, and three more let the commune, where it serves, read who.
    public enum Quoi {
        EQUIPE,
        CANTINE,
        GARDERIE,
        ETUDE,
        NOMS_CANTINE,
        NOMS_GARDERIE,
        NOMS_ETUDE;

        public static final Set<Quoi> SERVICES = EnumSet.of(CANTINE, GARDERIE, ETUDE);
        public static final Set<Quoi> NOMS = EnumSet.of(NOMS_CANTINE, NOMS_GARDERIE, NOMS_ETUDE);

        public String libelle() {
            return switch (this) {
                case EQUIPE -> t("Toute l’équipe peut faire l’appel");
                case CANTINE -> t("À la cantine");
                case GARDERIE -> t("À la garderie");
                case ETUDE -> t("À l’étude");
                case NOMS_CANTINE -> t("La commune sert la cantine");
                case NOMS_GARDERIE -> t("La commune tient la garderie");
                case NOMS_ETUDE -> t("La commune tient l’étude");
            };
        }

        /// Of a service, what lets the commune read who.
        public Quoi noms() {
            return valueOf("NOMS_" + name());
        }

        /// Of a service: whom one ticks.
        public String question() {
            return switch (this) {
                case CANTINE -> t("Qui mange à la cantine");
                case GARDERIE -> t("Qui reste à la garderie");
                case ETUDE -> t("Qui reste à l’étude");
                default -> throw new IllegalStateException(name());
            };
        }
    }
}
