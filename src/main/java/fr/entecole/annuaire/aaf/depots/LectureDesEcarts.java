package fr.entecole.annuaire.aaf.depots;

import fr.entecole.annuaire.aaf.MotsDesEcarts;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a batch does, school by school and by reason; and, line by line without a name, what the region takes away.
@Component
class LectureDesEcarts {

    private static final int FETCHED = 500;

    private final JdbcClient jdbc;

    LectureDesEcarts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return empty for a batch that is unknown, or of which nothing is known school by school
    Optional<String> etat(UUID lot) {
        return jdbc.sql("select etat from annuaire.lot where id = :lot and ecoles is not null")
                .param("lot", lot)
                .query(String.class)
                .optional();
    }

    /// A page of schools by their code, after the last one of the page before.
    List<Ecole> schools(UUID lot, String apres, int most) {
        return jdbc.sql("""
                        select coalesce(s.uai, '') || ' ' || q.ecole as cle, q.ecole, coalesce(s.uai, '') as uai,
                               coalesce(s.nom_usage, s.nom_courant) as nom, coalesce(c.nom, '') as commune, q.arrives,
                               q.changes, q.venus, q.partis, q.retenus, q.responsables, q.personnels, q.classes,
                               (select count(distinct g.personne_id) from annuaire.signalement g
                                 where g.structure_id = q.ecole) as signales
                          from (select e.ecole,
                                       sum(e.nombre) filter (where e.nature = 'ELEVE' and e.verdict in ('created', 'revived')) as arrives,
                                       sum(e.nombre) filter (where e.nature = 'ELEVE' and e.verdict = 'changed') as changes,
                                       sum(e.nombre) filter (where e.nature = 'ELEVE' and e.verdict = 'moved') as venus,
                                       sum(e.nombre) filter (where e.nature = 'ELEVE' and e.verdict in ('suspended', 'left')) as partis,
                                       sum(e.nombre) filter (where e.verdict = 'held') as retenus,
                                       sum(e.nombre) filter (where e.nature = 'RESPONSABLE') as responsables,
                                       sum(e.nombre) filter (where e.nature = 'PERSONNEL') as personnels,
                                       sum(e.nombre) filter (where e.nature = 'CLASSE') as classes
                                  from annuaire.lot l,
                                       jsonb_to_recordset(l.ecoles) e(ecole uuid, nature text, verdict text, nombre bigint)
                                 where l.id = :lot and e.ecole is not null
                                 group by e.ecole) q
                          join annuaire.structure s on s.id = q.ecole and s.genre = 'ECOLE'
                          left join annuaire.commune c on c.insee = s.commune_insee
                         where coalesce(s.uai, '') || ' ' || q.ecole > :apres
                         order by 1 limit :most
                        """)
                .param("lot", lot)
                .param("apres", apres)
                .param("most", most)
                .query(LectureDesEcarts::ecole)
                .list();
    }

    /// How many of each kind, of each reason, in the whole académie.
    List<Raison> reasons(UUID lot) {
        return jdbc.sql("""
                        select e.nature, e.verdict, e.raison, sum(e.nombre)::bigint as nombre
                          from annuaire.lot l,
                               jsonb_to_recordset(l.ecoles) e(nature text, verdict text, raison text, nombre bigint)
                         where l.id = :lot and e.verdict <> 'left'
                         group by 1, 2, 3
                         order by array_position(array['ELEVE', 'RESPONSABLE', 'PERSONNEL', 'CLASSE'], e.nature), 4 desc
                        """)
                .param("lot", lot)
                .query((rs, _) -> new Raison(
                        MotsDesEcarts.nature(rs.getString("nature")),
                        MotsDesEcarts.verdict(rs.getString("verdict"), rs.getString("raison")),
                        rs.getLong("nombre")))
                .list();
    }

    /// Who takes the lines, one by one: a region has a million of them.
    interface Preneur {
        void take(List<String> ligne) throws IOException;
    }

    /// Of an applied batch each person whom it changed, by the feed's number; of every batch what it did to each
    /// school, and the records that it refused.
    @Transactional(readOnly = true)
    void lines(UUID lot, Preneur preneur) {
        jdbc.sql("""
                        select s.uai, coalesce(s.nom_usage, s.nom_courant) as ecole, c.nom as commune, e.nature, e.verdict,
                               e.raison, e.champs, coalesce(p.aaf_id, r.aaf_id, f.aaf_id) as numero, 1 as nombre
                          from annuaire.ecart e
                          left join annuaire.structure s on s.id = e.structure_id
                          left join annuaire.commune c on c.insee = s.commune_insee
                          left join annuaire.eleve p on e.nature = 'ELEVE' and p.id = e.personne_id
                          left join annuaire.responsable r on e.nature = 'RESPONSABLE' and r.id = e.personne_id
                          left join annuaire.personnel f on e.nature = 'PERSONNEL' and f.id = e.personne_id
                         where e.lot_id = :lot
                        union all
                        select s.uai, coalesce(s.nom_usage, s.nom_courant), c.nom, e.nature, e.verdict, e.raison, '{}', null, e.nombre
                          from annuaire.lot l,
                               jsonb_to_recordset(l.ecoles) e(ecole uuid, nature text, verdict text, raison text, nombre bigint)
                          left join annuaire.structure s on s.id = e.ecole
                          left join annuaire.commune c on c.insee = s.commune_insee
                         where l.id = :lot
                           and (e.nature = 'CLASSE' or e.verdict = 'held'
                                or not exists (select 1 from annuaire.ecart x where x.lot_id = :lot))
                        union all
                        select null, null, null, upper(f ->> 'kind'), 'refused', f ->> 'message', '{}', f ->> 'id', 1
                          from annuaire.lot l, jsonb_array_elements(l.rapport -> 'refused') f
                         where l.id = :lot
                        """).param("lot", lot).withFetchSize(FETCHED).query(rs -> {
            try {
                preneur.take(line(rs));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> line(ResultSet rs) throws SQLException {
        var ecole = rs.getString("ecole");
        var commune = rs.getString("commune");
        return List.of(
                text(rs.getString("uai")),
                ecole == null ? "" : Noms.ecole(ecole, commune),
                commune == null ? "" : Noms.commune(commune),
                MotsDesEcarts.nature(text(rs.getString("nature"))),
                MotsDesEcarts.verdict(text(rs.getString("verdict")), text(rs.getString("raison"))),
                MotsDesEcarts.champs(Colonnes.strings(rs, "champs")),
                text(rs.getString("numero")),
                String.valueOf(rs.getLong("nombre")));
    }

    private static Ecole ecole(ResultSet rs, int row) throws SQLException {
        return new Ecole(
                Objects.requireNonNull(rs.getString("cle")),
                Colonnes.uuid(rs, "ecole"),
                text(rs.getString("uai")),
                Noms.ecole(text(rs.getString("nom")), rs.getString("commune")),
                Noms.commune(text(rs.getString("commune"))),
                rs.getLong("arrives"),
                rs.getLong("changes"),
                rs.getLong("venus"),
                rs.getLong("partis"),
                rs.getLong("retenus"),
                rs.getLong("responsables"),
                rs.getLong("personnels"),
                rs.getLong("classes"),
                rs.getLong("signales"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    record Raison(String nature, String mots, long nombre) {}

    /// @param venus pupils who come from another school
    /// @param partis pupils who left, for another school or for none
    /// @param retenus pupils who would leave, of a school that nobody left
    /// @param signales people of whom the feed says something to mend, today
    record Ecole(
            String cle,
            UUID id,
            String uai,
            String nom,
            String commune,
            long arrives,
            long changes,
            long venus,
            long partis,
            long retenus,
            long responsables,
            long personnels,
            long classes,
            long signales) {}
}
