package fr.entecole.annuaire.perimetres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.MotsDesLots;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Dated perimeters of agents: given from a day on, ended on a day, never deleted but with their person.
@Component
class Perimetres {

    private final JdbcClient jdbc;
    private final Clock clock;

    Perimetres(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param genre `CIRCONSCRIPTION`, `DEPARTEMENT`, `ACADEMIE`, `REGION`
    /// @param mots as people call it
    /// @param fini first day without, null while it lasts
    record Perimetre(
            UUID id,
            String genre,
            String mots,
            LocalDate depuis,
            @Nullable LocalDate fini) {

        boolean ends(LocalDate jour) {
            return fini != null && !fini.isAfter(jour);
        }
    }

    record Choix(String cible, String mots) {}

    /// An agent of the académie, whom the directory knows.
    ///
    /// @param suivies schools that they follow today
    record Agent(UUID id, String nom, long suivies) {}

    Optional<Agent> agent(UUID id) {
        return jdbc.sql("""
                        select a.id, a.prenom, a.nom,
                               (select count(*) from annuaire.suivie(:jour) s where s.agent_id = a.id) as suivies
                          from annuaire.agent a
                         where a.id = :id and a.profil in ('IEN', 'ERUN', 'ASSISTANCE')
                        """)
                .param("id", id)
                .param("jour", LocalDate.now(clock))
                .query((rs, _) -> new Agent(
                        Colonnes.uuid(rs, "id"),
                        Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                        rs.getLong("suivies")))
                .optional();
    }

    List<Perimetre> of(UUID agent) {
        return jdbc.sql("""
                        select p.id, p.genre, p.cible, p.depuis, p.fini_le, coalesce(s.nom_usage, s.nom_courant) as nom
                          from annuaire.perimetre p
                          left join annuaire.structure s on p.genre = 'CIRCONSCRIPTION' and s.id::text = p.cible
                         where p.agent_id = :agent order by p.fini_le nulls first, p.depuis desc
                        """)
                .param("agent", agent)
                .query((rs, _) -> {
                    var genre = String.valueOf(rs.getString("genre"));
                    var nom = rs.getString("nom");
                    return new Perimetre(
                            Colonnes.uuid(rs, "id"),
                            genre,
                            words(genre, nom == null ? String.valueOf(rs.getString("cible")) : nom),
                            rs.getObject("depuis", LocalDate.class),
                            rs.getObject("fini_le", LocalDate.class));
                })
                .list();
    }

    private static String words(String genre, String cible) {
        return switch (genre) {
            case "CIRCONSCRIPTION" -> Noms.ecole(cible, null);
            case "DEPARTEMENT" -> t("Département {0}", cible.replaceFirst("^0", ""));
            case "ACADEMIE" -> MotsDesLots.academie(cible);
            default -> t("Toute la région");
        };
    }

    /// What there is to follow: `CIRCONSCRIPTION:…`, `DEPARTEMENT:011`, `ACADEMIE:11`, `REGION:`, the widest last.
    List<Choix> choices() {
        return jdbc.sql("""
                        select 1 as rang, 'CIRCONSCRIPTION' as genre, id::text as cible, coalesce(nom_usage, nom_courant) as nom
                          from annuaire.structure where genre = 'CIRCONSCRIPTION'
                        union all
                        select 2, 'DEPARTEMENT', departement, departement from annuaire.commune group by departement
                        union all
                        select 3, 'ACADEMIE', academie, academie from annuaire.structure where genre = 'ECOLE' group by academie
                        union all
                        select 4, 'REGION', '', ''
                        order by 1, 4, 3
                        """)
                .query((rs, _) -> {
                    var genre = String.valueOf(rs.getString("genre"));
                    return new Choix(
                            genre + ":" + rs.getString("cible"), words(genre, String.valueOf(rs.getString("nom"))));
                })
                .list();
    }

    /// @param choix one of [#choices]
    /// @return whether it is one, and not given already
    boolean give(UUID agent, String choix, LocalDate depuis, @Nullable LocalDate jusque) {
        if (choices().stream().noneMatch(one -> one.cible().equals(choix))) {
            return false;
        }
        var parts = choix.split(":", 2);
        return jdbc.sql("""
                        insert into annuaire.perimetre (agent_id, genre, cible, depuis, fini_le)
                        select :agent, :genre, :cible, :depuis, :fini
                         where not exists (select 1 from annuaire.perimetre
                                            where agent_id = :agent and genre = :genre and cible = :cible
                                              and (fini_le is null or fini_le > :depuis))
                        """)
                        .param("agent", agent)
                        .param("genre", parts[0])
                        .param("cible", parts[1])
                        .param("depuis", depuis)
                        .param("fini", jusque == null ? null : jusque.plusDays(1))
                        .update()
                == 1;
    }

    /// From today on without it.
    ///
    /// @return whether it was in force
    boolean end(UUID agent, UUID perimetre) {
        return jdbc.sql("""
                        update annuaire.perimetre set fini_le = greatest(depuis, :jour)
                         where id = :id and agent_id = :agent and (fini_le is null or fini_le > :jour)
                        """)
                        .param("jour", LocalDate.now(clock))
                        .param("id", perimetre)
                        .param("agent", agent)
                        .update()
                == 1;
    }
}
