package fr.entecole.signalement;

import fr.entecole.socle.Colonnes;
import fr.entecole.socle.contrats.Contenu.Temoin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What things said when they were reported. Each row's print covers what it holds and the print before: what is
/// changed, taken out or put in between is found by going through them.
@Component
class Scelles {

    private static final byte[] NOTHING = new byte[32];

    private static final String ROWS =
            "select numero, dossier_id, auteur_id, contenu, scellee_le, precedente, empreinte from signalement.preuve";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Scelles(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// In the transaction of the report. One at a time in the house; nothing where it says what it said already.
    ///
    /// @return number and print, to be written down elsewhere too
    @Transactional
    public Optional<Sceau> seal(UUID ecole, UUID dossier, @Nullable UUID auteur, String nom, Temoin temoin) {
        jdbc.sql("lock table signalement.preuve in exclusive mode").update();
        var contenu = words(nom, temoin);
        if (last(dossier).filter(contenu::equals).isPresent()) {
            return Optional.empty();
        }
        var head = head();
        var sealed = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var ligne = new Ligne(head.numero + 1, dossier, auteur, contenu, sealed, head.empreinte, NOTHING);
        var print = print(ligne);
        jdbc.sql("""
                        insert into signalement.preuve
                               (numero, ecole_id, dossier_id, auteur_id, contenu, scellee_le, precedente, empreinte)
                        values (:numero, :ecole, :dossier, :auteur::uuid, :contenu, :le, :precedente, :empreinte)
                        """)
                .param("numero", ligne.numero)
                .param("ecole", ecole)
                .param("dossier", dossier)
                .param("auteur", auteur)
                .param("contenu", contenu)
                .param("le", sealed.atOffset(ZoneOffset.UTC))
                .param("precedente", head.empreinte)
                .param("empreinte", print)
                .update();
        return Optional.of(new Sceau(ligne.numero, HexFormat.of().formatHex(print)));
    }

    private String words(String nom, Temoin temoin) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("auteur", nom);
        words.put("titre", temoin.titre());
        words.put("texte", temoin.texte());
        words.put("version", temoin.version());
        words.put("ecrit", temoin.ecritLe().toString());
        words.put("pieces", temoin.pieces());
        return json.writeValueAsString(words);
    }

    private Optional<String> last(UUID dossier) {
        return jdbc.sql("""
                        select contenu from signalement.preuve where dossier_id = :dossier
                         order by numero desc limit 1
                        """).param("dossier", dossier).query(String.class).optional();
    }

    /// What was sealed first of this report, for those who decide.
    Optional<Vue> first(UUID dossier) {
        return jdbc.sql("""
                        select numero, contenu, scellee_le from signalement.preuve where dossier_id = :dossier
                         order by numero limit 1
                        """)
                .param("dossier", dossier)
                .query((rs, _) -> {
                    var words = json.readTree(rs.getString("contenu"));
                    return new Vue(
                            rs.getLong("numero"),
                            words.path("titre").asString(),
                            words.path("texte").asString(),
                            rs.getObject("scellee_le", OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    private Origine head() {
        return jdbc.sql("select numero, empreinte from signalement.preuve order by numero desc limit 1")
                .query((rs, _) -> new Origine(rs.getLong(1), rs.getBytes(2)))
                .optional()
                .orElseGet(this::origin);
    }

    private Origine origin() {
        return jdbc.sql("select numero, empreinte from signalement.origine order by numero desc limit 1")
                .query((rs, _) -> new Origine(rs.getLong(1), rs.getBytes(2)))
                .optional()
                .orElse(new Origine(0, NOTHING));
    }

    /// Goes through all of them.
    @Transactional(readOnly = true)
    public Etat check() {
        var at = new Origine[] {origin()};
        var etat = new Etat[] {null};
        jdbc.sql(ROWS + " order by numero").query(rs -> {
            var ligne = new Ligne(
                    rs.getLong("numero"),
                    Colonnes.uuid(rs, "dossier_id"),
                    rs.getObject("auteur_id", UUID.class),
                    rs.getString("contenu"),
                    rs.getObject("scellee_le", OffsetDateTime.class).toInstant(),
                    rs.getBytes("precedente"),
                    rs.getBytes("empreinte"));
            boolean holds = ligne.numero == at[0].numero + 1
                    && Arrays.equals(ligne.precedente, at[0].empreinte)
                    && Arrays.equals(ligne.empreinte, print(ligne));
            if (!holds && etat[0] == null) {
                etat[0] = new Etat(0, ligne.numero, "");
            }
            at[0] = new Origine(ligne.numero, ligne.empreinte);
        });
        long kept = jdbc.sql("select count(*) from signalement.preuve")
                .query(Long.class)
                .single();
        return etat[0] != null ? etat[0] : new Etat(kept, 0, HexFormat.of().formatHex(at[0].empreinte));
    }

    /// The oldest go at their term; where the chain begins is written down.
    @Transactional
    public void purge(OffsetDateTime limite) {
        jdbc.sql("lock table signalement.preuve in exclusive mode").update();
        jdbc.sql("""
                        insert into signalement.origine (numero, empreinte, partie_le)
                        select numero, empreinte, :maintenant from signalement.preuve where scellee_le < :limite
                         order by numero desc limit 1
                        on conflict do nothing
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("limite", limite)
                .update();
        jdbc.sql("""
                        delete from signalement.preuve
                         where numero <= (select coalesce(max(numero), 0) from signalement.origine)
                        """).update();
    }

    private static byte[] print(Ligne ligne) {
        var said = String.join(
                "\n",
                HexFormat.of().formatHex(ligne.precedente),
                Long.toString(ligne.numero),
                ligne.dossier.toString(),
                ligne.auteur == null ? "" : ligne.auteur.toString(),
                ligne.scelleeLe.toString(),
                ligne.contenu);
        try {
            return MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    record Sceau(long numero, String empreinte) {}

    /// @param rompue number of the first one that does not follow, 0 when all do
    /// @param empreinte the last print: what was written down elsewhere is compared with it
    record Etat(long preuves, long rompue, String empreinte) {}

    record Vue(long numero, String titre, String texte, Instant scelleeLe) {}

    private record Origine(long numero, byte[] empreinte) {}

    private record Ligne(
            long numero,
            UUID dossier,
            @Nullable UUID auteur,
            String contenu,
            Instant scelleeLe,
            byte[] precedente,
            byte[] empreinte) {}
}
