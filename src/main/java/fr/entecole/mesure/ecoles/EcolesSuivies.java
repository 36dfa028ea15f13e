package fr.entecole.mesure.ecoles;

import fr.entecole.annuaire.Appellations;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The schools that an agent of the académie follows today, by the perimeters that the region gave; the region's
/// administrator follows all of them.
@Component
class EcolesSuivies {

    private static final String ECOLES = """
            select l.ecole_id, coalesce(l.uai, '') as uai, (o.ouverte_le at time zone 'Europe/Paris')::date as ouverte,
                   (f.fermee_le at time zone 'Europe/Paris')::date as fermee, j.jour,
                   coalesce(j.enfants, 0) as enfants, coalesce(j.joints, 0) as joints,
                   coalesce(j.eleves, 0) as eleves, coalesce(j.eleves_venus, 0) as eleves_venus,
                   coalesce(j.equipe, 0) as equipe, coalesce(j.equipe_venus, 0) as equipe_venus,
                   exists (select 1 from mesure.compteur c
                            where c.ecole_id = l.ecole_id and c.profil in ('ENSEIGNANT', 'ADMIN_VIE_SCOL_TECH'))
                   or exists (select 1 from mesure.semaine s
                               where s.ecole_id = l.ecole_id and s.venus > 0
                                 and s.profil in ('ENSEIGNANT', 'ADMIN_VIE_SCOL_TECH')) as commence,
                   coalesce(a.personnes, 0) as alertes, k.latitude, k.longitude
              from annuaire.lieu l
              left join annuaire.ouverte o on o.ecole_id = l.ecole_id
              left join annuaire.fermee f on f.ecole_id = l.ecole_id
              left join mesure.jointe j on j.ecole_id = l.ecole_id
              left join lateral (select x.personnes from annuaire.alerte x where x.ecole_id = l.ecole_id) a on true
              left join annuaire.coordonnees k on k.ecole_id = l.ecole_id
             where (:tout or l.ecole_id in (select s.ecole_id from annuaire.suivie(:jour) s where s.agent_id = :agent))
            """;

    /// The page does not show more: a DSDEN has some seven hundred.
    static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Appellations appellations;
    private final Clock clock;

    EcolesSuivies(JdbcClient jdbc, Appellations appellations, Clock clock) {
        this.jdbc = jdbc;
        this.appellations = appellations;
        this.clock = clock;
    }

    /// @param voir `jamais`: open and never begun; `familles`: less than half of the families; else all
    /// @param departement in three characters, which the region chooses; empty for all of them
    Ensemble of(Utilisateur utilisateur, String voir, String departement) {
        var lues = read(
                        utilisateur,
                        (departement.isEmpty() ? "" : " and l.uai like :departement || '%'")
                                + " order by l.uai limit :most")
                .param("departement", departement)
                .param("most", MOST)
                .query(EcolesSuivies::ecole)
                .list();
        var noms = appellations.ecoles(lues.stream().map(EcoleSuivie::id).toList());
        var nommees = lues.stream()
                .map(e -> named(e, noms.getOrDefault(e.id(), e.uai())))
                .toList();
        return new Ensemble(
                nommees,
                nommees.stream()
                        .filter(e -> switch (voir) {
                            case "jamais" -> e.ouverte() != null && !e.commence();
                            case "familles" -> e.dite() && e.part() < 50;
                            default -> true;
                        })
                        .toList());
    }

    /// Empty for one that this person does not follow. It goes by its code: its page names it.
    Optional<EcoleSuivie> one(Utilisateur utilisateur, UUID ecole) {
        return read(utilisateur, " and l.ecole_id = :ecole")
                .param("ecole", ecole)
                .query(EcolesSuivies::ecole)
                .optional();
    }

    private JdbcClient.StatementSpec read(Utilisateur utilisateur, String which) {
        return jdbc.sql(ECOLES + which)
                .param("tout", utilisateur.is(Profil.ADMINISTRATEUR))
                .param("jour", LocalDate.now(clock))
                .param("agent", utilisateur.personneId());
    }

    private static EcoleSuivie named(EcoleSuivie e, String nom) {
        return new EcoleSuivie(
                e.id(),
                nom,
                e.uai(),
                e.ouverte(),
                e.fermee(),
                e.compte(),
                e.familles(),
                e.eleves(),
                e.equipe(),
                e.commence(),
                e.alertes(),
                e.latitude(),
                e.longitude());
    }

    private static EcoleSuivie ecole(ResultSet rs, int row) throws SQLException {
        return new EcoleSuivie(
                Colonnes.uuid(rs, "ecole_id"),
                "",
                String.valueOf(rs.getString("uai")),
                rs.getObject("ouverte", LocalDate.class),
                rs.getObject("fermee", LocalDate.class),
                rs.getObject("jour", LocalDate.class),
                new Venus(rs.getLong("enfants"), rs.getLong("joints")),
                new Venus(rs.getLong("eleves"), rs.getLong("eleves_venus")),
                new Venus(rs.getLong("equipe"), rs.getLong("equipe_venus")),
                rs.getBoolean("commence"),
                rs.getLong("alertes"),
                decimal(rs, "latitude"),
                decimal(rs, "longitude"));
    }

    private static @Nullable Double decimal(ResultSet rs, String column) throws SQLException {
        double value = rs.getDouble(column);
        return rs.wasNull() ? null : value;
    }

    /// @param toutes those that are followed, of which the sums are made
    /// @param montrees those that were asked for
    record Ensemble(List<EcoleSuivie> toutes, List<EcoleSuivie> montrees) {

        long ouvertes() {
            return toutes.stream().filter(e -> e.ouverte() != null).count();
        }

        long jamais() {
            return toutes.stream()
                    .filter(e -> e.ouverte() != null && !e.commence())
                    .count();
        }

        /// Those of which the sum speaks.
        long dites() {
            return toutes.stream().filter(EcoleSuivie::dite).count();
        }

        /// Open ones of which it does not.
        long tues() {
            return toutes.stream().filter(e -> e.ouverte() != null && !e.dite()).count();
        }

        /// Those that the picture cannot place.
        long sansLieu() {
            return toutes.size() - points().size();
        }

        /// Of the schools whose parts are both said: a sum with the others would tell theirs.
        long enfants() {
            return toutes.stream()
                    .filter(EcoleSuivie::dite)
                    .mapToLong(e -> e.familles().tous())
                    .sum();
        }

        long joints() {
            return toutes.stream()
                    .filter(EcoleSuivie::dite)
                    .mapToLong(e -> e.familles().venus())
                    .sum();
        }

        /// The least reached first, for the bars; none where there are not two to compare.
        List<EcoleSuivie> barres() {
            var dites = toutes.stream()
                    .filter(EcoleSuivie::dite)
                    .sorted(Comparator.comparingInt(EcoleSuivie::part))
                    .limit(10)
                    .toList();
            return dites.size() < 2 ? List.of() : dites;
        }

        List<Points.Point> points() {
            return Points.of(toutes);
        }
    }
}
