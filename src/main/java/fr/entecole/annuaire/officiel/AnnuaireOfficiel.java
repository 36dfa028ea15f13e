package fr.entecole.annuaire.officiel;

import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.officiel.LectureDuFichier.FichierRefuse;
import fr.entecole.annuaire.officiel.LectureDuFichier.Lu;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Uuids;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Takes a file of the public annuaire in one transaction: whole or not at all, and giving it again changes nothing.
@Component
class AnnuaireOfficiel {

    static final String ROWS = """
            jsonb_to_recordset(:lignes::jsonb) as n (
                uai text, academie text, "nomBrut" text, nom text, insee text, commune text, departement text,
                "codePostal" text, siret text, circonscription text, "nomCirconscription" text, nature text, rpi text,
                "rpiConcentre" boolean, latitude double precision, longitude double precision, ouverte boolean, maj date)
            """;

    private final AafReglages reglages;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AnnuaireOfficiel(
            AafReglages reglages,
            JdbcClient jdbc,
            JsonMapper json,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.reglages = reglages;
        this.jdbc = jdbc;
        this.json = json;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param lues public primary schools of the file
    /// @param ajoutees schools that nobody knew
    /// @param nommees schools, circonscriptions and communes that got a name that they had not
    /// @param autres lines of other places
    record Bilan(
            int lues,
            int ajoutees,
            int circonscriptions,
            int communes,
            int nommees,
            int autres,
            List<String> remarques) {}

    /// @param par account, null for the command
    Bilan take(byte[] octets, @Nullable UUID par) throws FichierRefuse {
        var lu = read(octets);
        return Objects.requireNonNull(transaction.execute(_ -> apply(lu, par)));
    }

    Lu read(byte[] octets) throws FichierRefuse {
        return LectureDuFichier.read(octets, reglages::knows);
    }

    /// Inside a transaction of the caller's.
    Bilan apply(Lu lu, @Nullable UUID par) {
        var bilan = change(lu);
        var fait = Fait.of(ActeAnnuaire.ANNUAIRE_OFFICIEL, Uuids.v7())
                .with(Map.of("lues", bilan.lues(), "ajoutees", bilan.ajoutees()));
        journal.record((par == null ? fait : fait.by(par)).ofRegion());
        return bilan;
    }

    /// The same without a fact of the journal, for who takes it back.
    Bilan change(Lu lu) {
        var lignes = json.writeValueAsString(lu.ecoles());
        keep(lignes, OffsetDateTime.now(clock));
        int communes = communes(lignes);
        int circonscriptions = circonscriptions(lignes);
        int ajoutees = schools(lignes);
        int nommees = names(lignes);
        complete(lignes);
        return new Bilan(
                lu.ecoles().size(), ajoutees, circonscriptions, communes, nommees, lu.autres(), lu.remarques());
    }

    /// What is no longer in the file of its académie is no longer said.
    private void keep(String lignes, OffsetDateTime now) {
        run("""
                insert into annuaire.officielle as f (uai, academie, nom, commune_insee, siret, circonscription_uai, nature,
                                                      rpi, rpi_concentre, latitude, longitude, ouverte, maj_le, lue_le)
                select uai, academie, coalesce(nom, "nomBrut"), insee, siret, circonscription, nature, rpi, "rpiConcentre",
                       latitude, longitude, ouverte, maj, :now
                  from %s
                on conflict (uai) do update
                   set academie = excluded.academie, nom = excluded.nom, commune_insee = excluded.commune_insee,
                       siret = excluded.siret, circonscription_uai = excluded.circonscription_uai,
                       nature = excluded.nature, rpi = excluded.rpi, rpi_concentre = excluded.rpi_concentre,
                       latitude = excluded.latitude, longitude = excluded.longitude, ouverte = excluded.ouverte,
                       maj_le = excluded.maj_le, lue_le = excluded.lue_le
                """, lignes, now);
        run("""
                delete from annuaire.officielle f
                 where f.lue_le < :now and f.academie in (select academie from %s)
                """, lignes, now);
    }

    /// A commune's SIREN is 21, its département, 0 and its number: the smallest SIRET of its schools that has it.
    private int communes(String lignes) {
        return run("""
                insert into annuaire.commune as c (insee, nom, departement, siret)
                select insee, min(commune), coalesce(min(departement), '0' || left(insee, 2)),
                       min(siret) filter (where siret like '21' || left(insee, 2) || '0' || right(insee, 3) || '%%')
                  from %s
                 where insee is not null and commune is not null
                 group by insee
                on conflict (insee) do update
                   set nom = excluded.nom, siret = coalesce(c.siret, excluded.siret)
                 where c.nom <> excluded.nom or (c.siret is null and excluded.siret is not null)
                """, lignes);
    }

    private int circonscriptions(String lignes) {
        return run("""
                insert into annuaire.structure (academie, genre, uai, nom_courant, nom_usage)
                select min(academie), 'CIRCONSCRIPTION', circonscription, min("nomCirconscription"), min("nomCirconscription")
                  from %s
                 where circonscription is not null and "nomCirconscription" is not null
                   and not exists (select 1 from annuaire.structure s where s.uai = circonscription)
                 group by circonscription
                """, lignes);
    }

    private int schools(String lignes) {
        return run("""
                insert into annuaire.structure (academie, genre, uai, nom_courant, nom_usage, ville, secteur)
                select academie, 'ECOLE', uai, "nomBrut", nom, commune, 'PU'
                  from %s
                 where ouverte and not exists (select 1 from annuaire.structure s where s.uai = n.uai)
                """, lignes);
    }

    private int names(String lignes) {
        return run("""
                update annuaire.structure s set nom_usage = n.nom
                  from %s
                 where s.uai = n.uai and n.nom is not null and s.nom_usage is distinct from n.nom
                """, lignes) + run("""
                update annuaire.structure s set nom_usage = n."nomCirconscription"
                  from (select distinct on (circonscription) * from %s where circonscription is not null) n
                 where s.uai = n.circonscription and s.genre = 'CIRCONSCRIPTION' and n."nomCirconscription" is not null
                   and s.nom_usage is distinct from n."nomCirconscription"
                """, lignes);
    }

    /// Schools that no feed has brought are as the file says; of the others only what the feed leaves unsaid.
    private void complete(String lignes) {
        run("""
                update annuaire.structure s
                   set siret = n.siret, commune_insee = n.insee, code_postal = n."codePostal", ville = n.commune,
                       rpi_code = n.rpi, academie = n.academie
                  from %s
                 where s.uai = n.uai and s.genre = 'ECOLE' and s.aaf_id is null
                   and (s.siret, s.commune_insee, s.code_postal, s.ville, s.rpi_code, s.academie)
                       is distinct from (n.siret, n.insee, n."codePostal", n.commune, n.rpi, n.academie)
                """, lignes);
        run("""
                update annuaire.structure s
                   set circonscription_id = case when s.aaf_id is null then c.id else coalesce(s.circonscription_id, c.id) end,
                       commune_insee = coalesce(s.commune_insee, n.insee)
                  from %s
                  left join annuaire.structure c on c.uai = n.circonscription and c.genre = 'CIRCONSCRIPTION'
                 where s.uai = n.uai and s.genre = 'ECOLE'
                   and ((s.circonscription_id is null and c.id is not null) or (s.commune_insee is null and n.insee is not null)
                        or (s.aaf_id is null and s.circonscription_id is distinct from c.id))
                """, lignes);
    }

    private int run(String sql, String lignes) {
        return jdbc.sql(sql.formatted(ROWS)).param("lignes", lignes).update();
    }

    private void run(String sql, String lignes, OffsetDateTime now) {
        jdbc.sql(sql.formatted(ROWS)).param("lignes", lignes).param("now", now).update();
    }
}
