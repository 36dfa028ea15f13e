package fr.entecole.conventions;

import fr.entecole.conventions.regles.Reprise;
import fr.entecole.conventions.regles.Succession;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What changes in the middle of a school year, said by the region: schools that others take up or that close, communes
/// that another one succeeds. The last word of each holds, and may be taken back; rows stay.
@Component
public class Reprises {

    /// Of the schools of a convention `s` with its succession `x`, those of which there is something to tell.
    static final String CHANGEES = """
            (select jsonb_agg(jsonb_build_object('ecole', q.ecole_id, 'uai', q.uai, 'ailleurs', q.ailleurs, 'jour', q.jour,
                                                 'par', q.par, 'reprise', q.reprise, 'aussi', to_jsonb(q.aussi)))
               from (select i.ecole_id, l.uai, p.uai as par, r.jour, r.par_ecole_id is not null as reprise, i.uai as inscrite,
                            l.commune_insee not in (s.commune_insee, coalesce(x.nouvelle_insee, s.commune_insee)) is true as ailleurs,
                            array(select distinct o.numero
                                    from conventions.inscription k
                                    left join conventions.avenant v on v.id = k.liste_id
                                    join conventions.suivi o on o.declaration_id = k.liste_id
                                      or (o.convention_id = v.convention_id
                                          and o.avenants @> jsonb_build_array(jsonb_build_object(
                                                  'ecoles', jsonb_build_array(k.ecole_id))))
                                   where k.ecole_id = i.ecole_id and o.annee = s.annee and o.convention_id <> s.id
                                     and o.transmise is not null) as aussi
                       from (select distinct on (n.ecole_id) n.ecole_id, n.uai
                               from (select s.declaration_id as id
                                     union all
                                     select a.id from conventions.avenant a where a.convention_id = s.id) d
                               join conventions.inscription n on n.liste_id = d.id
                              order by n.ecole_id, d.id <> s.declaration_id, d.id) i
                       left join annuaire.lieu l on l.ecole_id = i.ecole_id
                       left join conventions.reprise_dite r on r.ecole_id = i.ecole_id
                         and not exists (select 1 from conventions.suivi z
                                          where z.convention_id = s.id and r.jour >= least(z.fin + 1, z.resiliee))
                       left join annuaire.lieu p on p.ecole_id = r.par_ecole_id) q
              where q.uai is distinct from q.inscrite or q.ailleurs or q.jour is not null or cardinality(q.aussi) > 0)
            """;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Reprises(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /// All that was ever said of schools, what holds no more among it.
    public List<Reprise> said() {
        return jdbc.sql("""
                        select r.ecole_id, r.par_ecole_id, r.jour, d.id is null as retiree
                          from conventions.reprise r left join conventions.reprise_dite d on d.id = r.id
                         order by r.id
                        """)
                .query((rs, _) -> new Reprise(
                        Colonnes.uuid(rs, "ecole_id"),
                        rs.getObject("par_ecole_id", UUID.class),
                        Objects.requireNonNull(rs.getObject("jour", LocalDate.class)),
                        rs.getBoolean("retiree")))
                .list();
    }

    /// What holds of schools, the latest day first.
    public List<EcoleReprise> schools() {
        return jdbc.sql("""
                        select r.id, r.ecole_id, r.par_ecole_id, r.jour, r.motif, coalesce(l.uai, '') as uai,
                               coalesce(p.uai, '') as par_uai
                          from conventions.reprise_dite r
                          left join annuaire.lieu l on l.ecole_id = r.ecole_id
                          left join annuaire.lieu p on p.ecole_id = r.par_ecole_id
                         order by r.jour desc, r.id desc
                        """)
                .query((rs, _) -> new EcoleReprise(
                        Colonnes.uuid(rs, "id"),
                        new Reprise(
                                Colonnes.uuid(rs, "ecole_id"),
                                rs.getObject("par_ecole_id", UUID.class),
                                Objects.requireNonNull(rs.getObject("jour", LocalDate.class))),
                        Objects.requireNonNull(rs.getString("uai")),
                        Objects.requireNonNull(rs.getString("par_uai")),
                        Objects.requireNonNull(rs.getString("motif"))))
                .list();
    }

    /// What holds of communes, the latest day first.
    public List<CommuneSuccedee> communes() {
        return jdbc.sql("""
                        select id, commune_insee, nouvelle_insee, denomination, siret, jour, motif
                          from conventions.succession_dite order by jour desc, id desc
                        """)
                .query((rs, _) -> new CommuneSuccedee(
                        Colonnes.uuid(rs, "id"),
                        Objects.requireNonNull(rs.getString("commune_insee")),
                        new Succession(
                                Objects.requireNonNull(rs.getString("nouvelle_insee")),
                                Objects.requireNonNull(rs.getString("denomination")),
                                Objects.requireNonNull(rs.getString("siret"))),
                        Objects.requireNonNull(rs.getObject("jour", LocalDate.class)),
                        Objects.requireNonNull(rs.getString("motif"))))
                .list();
    }

    /// These schools, and those that one of them has taken up, one after the other.
    public static Set<UUID> before(Collection<UUID> ecoles, List<Reprise> said, LocalDate jour) {
        Set<UUID> before = new TreeSet<>(ecoles);
        for (var reprise : said) {
            var carried = Reprise.carried(List.of(reprise.ecole()), said, jour);
            if (ecoles.stream().anyMatch(carried::contains)) {
                before.add(reprise.ecole());
            }
        }
        return before;
    }

    /// @param par who takes it up; null: nobody, it closes
    @Transactional
    public void takeUp(UUID ecole, String insee, @Nullable UUID par, LocalDate jour, String motif, Utilisateur auteur) {
        var id = jdbc.sql("""
                        insert into conventions.reprise
                               (commune_insee, ecole_id, par_ecole_id, jour, motif, retiree, dite_le, par_id)
                        values (:insee, :ecole, cast(:reprend as uuid), :jour, :motif, false, :now, :par) returning id
                        """)
                .param("insee", insee)
                .param("ecole", ecole)
                .param("reprend", par)
                .param("jour", jour)
                .param("motif", motif)
                .param("now", OffsetDateTime.now(clock))
                .param("par", auteur.personneId())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        journal.record(Fait.of(ActeConventions.ECOLE_REPRISE, id)
                .by(auteur.compteId())
                .inEcoles(par == null ? List.of(ecole) : List.of(ecole, par)));
    }

    /// Those that the old one has succeeded before are the new one’s too.
    @Transactional
    public void succeed(String ancienne, Succession nouvelle, LocalDate jour, String motif, Utilisateur auteur) {
        Set<String> anciennes = new TreeSet<>(Set.of(ancienne));
        communes().stream()
                .filter(s ->
                        s.succession().insee().equals(ancienne) && !s.insee().equals(nouvelle.insee()))
                .forEach(s -> anciennes.add(s.insee()));
        for (var insee : anciennes) {
            var id = jdbc.sql("""
                            insert into conventions.succession (commune_insee, nouvelle_insee, denomination, siret, jour, motif,
                                   retiree, dite_le, par_id)
                            values (:insee, :nouvelle, :denomination, :siret, :jour, :motif, false, :now, :par) returning id
                            """)
                    .param("insee", insee)
                    .param("nouvelle", nouvelle.insee())
                    .param("denomination", nouvelle.denomination())
                    .param("siret", nouvelle.siret())
                    .param("jour", jour)
                    .param("motif", motif)
                    .param("now", OffsetDateTime.now(clock))
                    .param("par", auteur.personneId())
                    .query((rs, _) -> Colonnes.uuid(rs, "id"))
                    .single();
            journal.record(Fait.of(ActeConventions.COMMUNE_SUCCEDEE, id)
                    .by(auteur.compteId())
                    .ofRegion());
        }
    }

    /// Takes back what was said of a school, if it still holds.
    @Transactional
    public Retrait withdrawSchool(UUID id, Utilisateur auteur) {
        return withdrawn("""
                insert into conventions.reprise
                       (commune_insee, ecole_id, par_ecole_id, jour, motif, retiree, dite_le, par_id)
                select commune_insee, ecole_id, par_ecole_id, jour, motif, true, :now, :par
                  from conventions.reprise_dite where id = :id
                """, """
                select exists (select 1 from conventions.reprise_dite d where d.ecole_id = r.ecole_id) as tient
                  from conventions.reprise r where r.id = :id
                """, ActeConventions.REPRISE_RETIREE, id, auteur);
    }

    /// The same of a commune.
    @Transactional
    public Retrait withdrawCommune(UUID id, Utilisateur auteur) {
        return withdrawn("""
                insert into conventions.succession (commune_insee, nouvelle_insee, denomination, siret, jour, motif, retiree,
                       dite_le, par_id)
                select commune_insee, nouvelle_insee, denomination, siret, jour, motif, true, :now, :par
                  from conventions.succession_dite where id = :id
                """, """
                select exists (select 1 from conventions.succession_dite d where d.commune_insee = s.commune_insee) as tient
                  from conventions.succession s where s.id = :id
                """, ActeConventions.SUCCESSION_RETIREE, id, auteur);
    }

    /// @param holds whether another word holds in its place
    private Retrait withdrawn(String sql, String holds, ActeConventions acte, UUID id, Utilisateur auteur) {
        boolean done = jdbc.sql(sql)
                        .param("id", id)
                        .param("now", OffsetDateTime.now(clock))
                        .param("par", auteur.personneId())
                        .update()
                > 0;
        if (done) {
            journal.record(Fait.of(acte, id).by(auteur.compteId()).ofRegion());
            return Retrait.FAIT;
        }
        return jdbc.sql(holds)
                .param("id", id)
                .query((rs, _) -> rs.getBoolean("tient") ? Retrait.REMPLACE : Retrait.FAIT)
                .optional()
                .orElse(Retrait.INCONNU);
    }

    /// FAIT: it holds no more; REMPLACE: another word has taken its place, nothing was done.
    public enum Retrait {
        FAIT,
        REMPLACE,
        INCONNU
    }

    /// @param uai,parUai their codes today; empty: none
    public record EcoleReprise(UUID id, Reprise reprise, String uai, String parUai, String motif) {}

    /// @param insee of the commune that is no more
    public record CommuneSuccedee(UUID id, String insee, Succession succession, LocalDate jour, String motif) {}
}
