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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
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
        lock();
        return last(dossier).filter(words(nom, temoin)::equals).isPresent()
                ? Optional.empty()
                : sealAll(dossier, List.of(new Piece(ecole, auteur, nom, temoin)));
    }

    /// All of these, one after the other.
    ///
    /// @return number and print of the last one, which cover those before; empty where there is none
    @Transactional
    public Optional<Sceau> sealAll(UUID dossier, List<Piece> pieces) {
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        lock();
        var at = head();
        var sealed = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Ligne> lignes = new ArrayList<>();
        for (var piece : pieces) {
            var contenu = words(piece.nom, piece.temoin);
            var ligne = new Ligne(at.numero + 1, dossier, piece.auteur, contenu, sealed, at.empreinte, NOTHING);
            at = new Origine(ligne.numero, print(ligne));
            lignes.add(ligne.with(at.empreinte));
        }
        jdbc.sql("""
                        insert into signalement.preuve
                               (numero, ecole_id, dossier_id, auteur_id, contenu, scellee_le, precedente, empreinte)
                        select q.numero, q.ecole, :dossier, q.auteur, q.contenu, :le, q.precedente, q.empreinte
                          from unnest(:numeros::bigint[], :ecoles::uuid[], :auteurs::uuid[], :contenus::text[],
                                      :precedentes::bytea[], :empreintes::bytea[])
                               q (numero, ecole, auteur, contenu, precedente, empreinte)
                        """)
                .param("dossier", dossier)
                .param("le", sealed.atOffset(ZoneOffset.UTC))
                .param("numeros", lignes.stream().map(Ligne::numero).toArray(Long[]::new))
                .param("ecoles", pieces.stream().map(Piece::ecole).toArray(UUID[]::new))
                .param("auteurs", pieces.stream().map(Piece::auteur).toArray(UUID[]::new))
                .param("contenus", lignes.stream().map(Ligne::contenu).toArray(String[]::new))
                .param("precedentes", lignes.stream().map(Ligne::precedente).toArray(byte[][]::new))
                .param("empreintes", lignes.stream().map(Ligne::empreinte).toArray(byte[][]::new))
                .update();
        return Optional.of(new Sceau(at.numero, HexFormat.of().formatHex(at.empreinte)));
    }

    private void lock() {
        jdbc.sql("lock table signalement.preuve in exclusive mode").update();
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
        return of(dossier, 0, 1).stream().findFirst();
    }

    /// What was sealed of it, in its order.
    ///
    /// @param after number of the last one of the page before, 0 for the first page
    List<Vue> of(UUID dossier, long after, int most) {
        return jdbc.sql("""
                        select numero, contenu, scellee_le from signalement.preuve
                         where dossier_id = :dossier and numero > :after order by numero limit :most
                        """)
                .param("dossier", dossier)
                .param("after", after)
                .param("most", most)
                .query((rs, _) -> {
                    var words = json.readTree(rs.getString("contenu"));
                    return new Vue(
                            rs.getLong("numero"),
                            words.path("titre").asString(),
                            words.path("texte").asString(),
                            rs.getObject("scellee_le", OffsetDateTime.class).toInstant());
                })
                .list();
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

    /// What is to be sealed.
    ///
    /// @param nom of the author, as readers see it
    record Piece(UUID ecole, @Nullable UUID auteur, String nom, Temoin temoin) {}

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
            byte[] empreinte) {

        private Ligne with(byte[] print) {
            return new Ligne(numero, dossier, auteur, contenu, scelleeLe, precedente, print);
        }
    }
}
