package fr.entecole.annuaire.officiel;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// In what the feed and the public annuaire disagree, asked of both as they are today.
@Component
class LectureDesDesaccords {

    /// Of each sort: beyond, the page says how many there are.
    static final int SHOWN = 20;

    private static final String DESACCORDS = """
            with ecole as (
                select s.id, s.uai, s.academie, s.aaf_id, coalesce(s.nom_usage, s.nom_courant) as nom, s.commune_insee,
                       s.siret, c.uai as circonscription,
                       exists (select 1 from annuaire.ouverte o where o.ecole_id = s.id) as ouverte
                  from annuaire.structure s
                  left join annuaire.structure c on c.id = s.circonscription_id
                 where s.genre = 'ECOLE' and s.uai is not null),
            paire as (
                select e.*, f.uai as officielle, f.ouverte as existe, f.commune_insee as insee_dit, f.siret as siret_dit,
                       f.circonscription_uai as circonscription_dite, f.nom as nom_dit
                  from ecole e left join annuaire.officielle f on f.uai = e.uai
                 where e.academie in (select academie from annuaire.officielle)),
            nourrie as (
                select distinct academie from annuaire.lot where etat in ('applied', 'unchanged') and genre = 'complet'),
            dit as (
                select 1 as rang, 'fermee' as sorte, id, '' as ici, '' as la from paire
                 where not existe and (ouverte or aaf_id is not null)
                union all
                select 2, 'renommee', p.id, p.uai, q.uai from paire p
                  join annuaire.officielle q on q.commune_insee = p.commune_insee and q.ouverte
                       and annuaire.cle(q.nom) = annuaire.cle(p.nom)
                  join paire r on r.uai = q.uai and r.aaf_id is null
                 where p.officielle is null and p.aaf_id is not null
                union all
                select 3, 'sans-flux', id, '', '' from paire
                 where existe and aaf_id is null and academie in (select academie from nourrie)
                union all
                select 4, 'sans-annuaire', id, '', '' from paire where officielle is null and aaf_id is not null
                union all
                select 5, 'commune', id, commune_insee, insee_dit from paire
                 where aaf_id is not null and existe and commune_insee <> insee_dit
                union all
                select 6, 'circonscription', id, circonscription, circonscription_dite from paire
                 where aaf_id is not null and existe and circonscription <> circonscription_dite
                union all
                select 7, 'siret', id, siret, siret_dit from paire
                 where aaf_id is not null and existe and siret <> siret_dit),
            compte as (
                select d.*, count(*) over (partition by sorte) as nombre,
                       row_number() over (partition by sorte order by e.uai) as numero
                  from dit d join ecole e on e.id = d.id)
            select k.sorte, k.nombre, k.ici, k.la, e.id, e.uai, e.nom, m.nom as commune
              from compte k
              join ecole e on e.id = k.id
              left join annuaire.commune m on m.insee = e.commune_insee
             where k.numero <= :shown
             order by k.rang, e.uai
            """;

    private final JdbcClient jdbc;

    LectureDesDesaccords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Desaccord> all() {
        return jdbc.sql(DESACCORDS)
                .param("shown", SHOWN)
                .query((rs, _) -> new Desaccord(
                        String.valueOf(rs.getString("sorte")),
                        rs.getLong("nombre"),
                        text(rs.getString("ici")),
                        text(rs.getString("la")),
                        Colonnes.uuid(rs, "id"),
                        text(rs.getString("uai")),
                        Noms.ecole(text(rs.getString("nom")), rs.getString("commune")),
                        Noms.commune(text(rs.getString("commune")))))
                .list();
    }

    /// When the file was last read, and how many schools it has.
    Optional<Lecture> lecture() {
        return jdbc.sql(
                        "select max(lue_le) as lue, count(*) as ecoles, count(latitude) as placees from annuaire.officielle")
                .query((rs, _) -> {
                    var lue = rs.getTimestamp("lue");
                    return lue == null
                            ? Optional.<Lecture>empty()
                            : Optional.of(new Lecture(lue.toInstant(), rs.getLong("ecoles"), rs.getLong("placees")));
                })
                .single();
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }

    record Lecture(Instant lue, long ecoles, long placees) {}

    /// @param nombre how many of this sort there are
    /// @param ici as the feed says
    /// @param la as the public annuaire says
    record Desaccord(
            String sorte, long nombre, String ici, String la, UUID id, String uai, String nom, String commune) {}
}
