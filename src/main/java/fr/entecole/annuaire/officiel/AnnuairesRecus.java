package fr.entecole.annuaire.officiel;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.officiel.AnnuaireOfficiel.Bilan;
import fr.entecole.annuaire.officiel.LectureDuFichier.FichierRefuse;
import fr.entecole.annuaire.officiel.LectureDuFichier.Lu;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Uuids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Files of the public annuaire as they were given on the screen: first shown, then taken or thrown away. What one
/// would do is found by doing it in a transaction that is taken back: the preview says nothing else than the deed.
@Component
class AnnuairesRecus {

    /// Of each sort: beyond, the page says how many there are.
    private static final int SHOWN = 30;

    private static final int DAYS = 30;

    private static final String NOUVELLES = """
            select n.uai, coalesce(n.nom, n."nomBrut") as nom, n.commune, '{}'::text[] as champs, count(*) over () as nombre
              from %s
             where n.ouverte and not exists (select 1 from annuaire.structure s where s.uai = n.uai)
             order by n.commune, n.uai limit :shown
            """.formatted(AnnuaireOfficiel.ROWS);

    private static final String CHANGEES = """
            select * , count(*) over () as nombre from (
                select n.uai, coalesce(n.nom, n."nomBrut") as nom, n.commune, array_remove(array[
                           case when f.nom is distinct from coalesce(n.nom, n."nomBrut") then 'nom' end,
                           case when f.commune_insee is distinct from n.insee then 'commune' end,
                           case when f.siret is distinct from n.siret then 'siret' end,
                           case when f.circonscription_uai is distinct from n.circonscription then 'circonscription' end,
                           case when f.ouverte <> n.ouverte then 'etat' end,
                           case when f.rpi is distinct from n.rpi then 'rpi' end,
                           case when (f.latitude, f.longitude) is distinct from (n.latitude, n.longitude)
                                then 'place' end], null) as champs
                  from %s
                  join annuaire.officielle f on f.uai = n.uai) c
             where cardinality(c.champs) > 0
             order by c.commune, c.uai limit :shown
            """.formatted(AnnuaireOfficiel.ROWS);

    private static final String PARTIES = """
            select f.uai, f.nom, c.nom as commune, '{}'::text[] as champs, count(*) over () as nombre
              from annuaire.officielle f
              left join annuaire.commune c on c.insee = f.commune_insee
             where f.academie in (select academie from %1$s) and f.uai not in (select uai from %1$s)
             order by c.nom, f.uai limit :shown
            """.formatted(AnnuaireOfficiel.ROWS);

    private final AnnuaireOfficiel annuaire;
    private final LectureDesDesaccords desaccords;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AnnuairesRecus(
            AnnuaireOfficiel annuaire,
            LectureDesDesaccords desaccords,
            JdbcClient jdbc,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        this.annuaire = annuaire;
        this.desaccords = desaccords;
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param champs what the file says otherwise than the one before
    record Ligne(String uai, String nom, String commune, List<String> champs) {}

    /// @param nombre of all, of which the first ones are listed
    record Liste(long nombre, List<Ligne> premieres) {}

    /// @param parties in the file before, of the académies of this one, and no longer in it
    /// @param desaccords with the feeds, as they would stand afterwards: how many of each sort
    record Apercu(Bilan bilan, Liste nouvelles, Liste changees, Liste parties, List<Sorte> desaccords) {}

    record Sorte(String sorte, long nombre) {}

    /// @param garde the file is still there: it can be taken
    record Recu(UUID id, Apercu apercu, @Nullable Instant appliquee, boolean garde) {}

    UUID receive(byte[] octets) throws FichierRefuse {
        var lu = annuaire.read(octets);
        var apercu = Objects.requireNonNull(transaction.execute(status -> {
            var done = done(lu, () -> annuaire.change(lu));
            status.setRollbackOnly();
            return done;
        }));
        var id = Uuids.v7();
        var now = OffsetDateTime.now(clock);
        jdbc.sql("delete from annuaire.officielle_recue where recue_le < :terme")
                .param("terme", now.minusDays(DAYS))
                .update();
        jdbc.sql("update annuaire.officielle_recue set contenu = null where contenu is not null and recue_le < :terme")
                .param("terme", term())
                .update();
        jdbc.sql("""
                        insert into annuaire.officielle_recue (id, contenu, apercu, recue_le)
                        values (:id, :contenu, :apercu::jsonb, :maintenant)
                        """)
                .param("id", id)
                .param("contenu", octets)
                .param("apercu", json.writeValueAsString(apercu))
                .param("maintenant", now)
                .update();
        return id;
    }

    /// What is asked before it is done, then what is asked afterwards.
    private Apercu done(Lu lu, Supplier<Bilan> change) {
        var lignes = json.writeValueAsString(lu.ecoles());
        var nouvelles = list(NOUVELLES, lignes);
        var changees = list(CHANGEES, lignes);
        var parties = list(PARTIES, lignes);
        var bilan = change.get();
        var sortes = desaccords.all().stream()
                .map(d -> new Sorte(d.sorte(), d.nombre()))
                .distinct()
                .toList();
        return new Apercu(bilan, nouvelles, changees, parties, sortes);
    }

    private Liste list(String sql, String lignes) {
        record Numeree(Ligne ligne, long nombre) {}
        var found = jdbc.sql(sql)
                .param("lignes", lignes)
                .param("shown", SHOWN)
                .query((rs, _) -> new Numeree(ligne(rs), rs.getLong("nombre")))
                .list();
        return new Liste(
                found.isEmpty() ? 0 : found.getFirst().nombre(),
                found.stream().map(Numeree::ligne).toList());
    }

    private static Ligne ligne(ResultSet rs) throws SQLException {
        var commune = rs.getString("commune");
        return new Ligne(
                String.valueOf(rs.getString("uai")),
                Noms.ecole(String.valueOf(rs.getString("nom")), commune),
                commune == null ? "" : Noms.commune(commune),
                Colonnes.strings(rs, "champs"));
    }

    Optional<Recu> find(UUID id) {
        return jdbc.sql("""
                        select id, apercu, appliquee_le, contenu is not null and recue_le >= :terme as garde
                          from annuaire.officielle_recue
                         where id = :id
                        """)
                .param("id", id)
                .param("terme", term())
                .query((rs, _) -> {
                    var when = rs.getObject("appliquee_le", OffsetDateTime.class);
                    return new Recu(
                            Colonnes.uuid(rs, "id"),
                            json.readValue(rs.getString("apercu"), Apercu.class),
                            when == null ? null : when.toInstant(),
                            rs.getBoolean("garde"));
                })
                .optional();
    }

    /// @param par account
    /// @return false when it was taken or thrown away before, or is too old
    boolean apply(UUID id, UUID par) throws FichierRefuse {
        var octets = jdbc.sql("""
                        select contenu from annuaire.officielle_recue
                         where id = :id and contenu is not null and recue_le >= :terme
                        """)
                .param("id", id)
                .param("terme", term())
                .query((rs, _) -> rs.getBytes(1))
                .optional();
        if (octets.isEmpty()) {
            return false;
        }
        var lu = annuaire.read(octets.get());
        return Objects.requireNonNull(transaction.execute(_ -> apply(id, lu, par)));
    }

    private boolean apply(UUID id, Lu lu, UUID par) {
        int taken = jdbc.sql(
                        "update annuaire.officielle_recue set contenu = null where id = :id and contenu is not null")
                .param("id", id)
                .update();
        if (taken == 0) {
            return false;
        }
        jdbc.sql("""
                        update annuaire.officielle_recue
                           set appliquee_le = :maintenant, apercu = :apercu::jsonb
                         where id = :id
                        """)
                .param("id", id)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("apercu", json.writeValueAsString(done(lu, () -> annuaire.apply(lu, par))))
                .update();
        return true;
    }

    /// What was given before waits no more.
    private OffsetDateTime term() {
        return OffsetDateTime.now(clock).minusDays(1);
    }

    void drop(UUID id) {
        jdbc.sql("delete from annuaire.officielle_recue where id = :id and appliquee_le is null")
                .param("id", id)
                .update();
    }
}
