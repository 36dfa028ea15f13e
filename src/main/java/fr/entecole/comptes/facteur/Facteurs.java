package fr.entecole.comptes.facteur;

import static fr.entecole.comptes.ProtectionChangee.Quoi.CODES_SECOURS_FAITS;
import static fr.entecole.comptes.ProtectionChangee.Quoi.CODE_SECOURS_UTILISE;
import static fr.entecole.comptes.ProtectionChangee.Quoi.FACTEURS_OTES;
import static fr.entecole.comptes.ProtectionChangee.Quoi.FACTEUR_AJOUTE;
import static fr.entecole.comptes.ProtectionChangee.Quoi.FACTEUR_RETIRE;

import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.ComptesReunis;
import fr.entecole.comptes.Perissable;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Uuids;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What proves, besides a password, that it is the holder of an account. Each change is a fact of the journal, and told
/// to the holder. An account that has joined another brings its factors along.
@Component
public class Facteurs implements Perissable {

    public static final int LONGEST = 60;

    /// A square that nobody photographed.
    private static final Duration ATTENTE = Duration.ofHours(1);

    private static final String IN_FORCE = " fini_le is null and prouve_le is not null ";

    private final JdbcClient jdbc;
    private final Coffre coffre;
    private final CodesDeSecours secours;
    private final AppareilsSurs surs;
    private final Comptes comptes;
    private final Utilisateurs utilisateurs;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Facteurs(
            JdbcClient jdbc,
            Coffre coffre,
            CodesDeSecours secours,
            AppareilsSurs surs,
            Comptes comptes,
            Utilisateurs utilisateurs,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.coffre = coffre;
        this.secours = secours;
        this.surs = surs;
        this.comptes = comptes;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
        this.clock = clock;
    }

    /// Whether an account asks for a second proof, as part of a select.
    ///
    /// @param compte how the select names it
    public static String guarding(String compte) {
        return "exists (select 1 from comptes.facteur f where f.compte_id = " + compte + " and" + IN_FORCE + ")";
    }

    public boolean guards(UUID compte) {
        return jdbc.sql("select " + guarding(":compte"))
                .param("compte", compte)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }

    /// Whether the account does without on this device.
    ///
    /// @param empreinte of the device's mark; empty where it has none
    public boolean spares(UUID compte, String empreinte) {
        return surs.knows(compte, empreinte);
    }

    /// Those in force, the oldest first.
    public List<Facteur> of(UUID compte) {
        return jdbc.sql("select id, sorte, nom, prouve_le, servi_le from comptes.facteur where compte_id = :compte and"
                        + IN_FORCE + "order by id")
                .param("compte", compte)
                .query(Facteurs::facteur)
                .list();
    }

    /// A new secret to be shared with a telephone; it proves nothing until its first code is typed.
    @Transactional
    public void begin(UUID compte) {
        jdbc.sql("delete from comptes.facteur where compte_id = :compte and prouve_le is null")
                .param("compte", compte)
                .update();
        var id = Uuids.v7();
        var secret = new byte[CodesDuTelephone.SECRET];
        random.nextBytes(secret);
        jdbc.sql("""
                        insert into comptes.facteur (id, compte_id, sorte, nom, secret, pose_le)
                        values (:id, :compte, 'CODES', '', :secret, :now)
                        """)
                .param("id", id)
                .param("compte", compte)
                .param("secret", coffre.seal(id, secret))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /// The secret that waits for its first code.
    public Optional<Partage> begun(UUID compte, String login) {
        return waiting(compte)
                .map(codes -> new Partage(
                        CodesDuTelephone.adresse(login, codes.secret()), CodesDuTelephone.base32(codes.secret())));
    }

    /// @return false when this is not its code: it goes on waiting
    @Transactional
    public boolean confirm(UUID compte, String typed, String nom, String adresse) {
        var codes = waiting(compte);
        if (codes.isEmpty() || !serves(codes.get(), typed)) {
            return false;
        }
        jdbc.sql("update comptes.facteur set prouve_le = :now, nom = :nom where id = :id")
                .param("id", codes.get().id())
                .param("nom", nom)
                .param("now", OffsetDateTime.now(clock))
                .update();
        added(compte, adresse);
        return true;
    }

    /// In the transaction that adds one.
    void added(UUID compte, String adresse) {
        record(ActeComptes.FACTEUR_AJOUTE, compte, compte, adresse);
        comptes.tell(compte, FACTEUR_AJOUTE);
    }

    /// Whether what was typed is a code that a telephone of this account shows now, or one of its ten; it then serves
    /// no more.
    @Transactional
    public boolean proves(UUID compte, String typed, String adresse) {
        if (codes(compte, IN_FORCE).stream().anyMatch(codes -> serves(codes, typed))) {
            return true;
        }
        boolean kept = guards(compte) && secours.use(compte, typed);
        if (kept) {
            record(ActeComptes.CODE_SECOURS_UTILISE, compte, compte, adresse);
            comptes.tell(compte, CODE_SECOURS_UTILISE);
        }
        return kept;
    }

    /// Draws the ten codes anew.
    @Transactional
    public List<String> drawCodes(UUID compte, String adresse) {
        var codes = secours.draw(compte);
        record(ActeComptes.CODES_SECOURS_FAITS, compte, compte, adresse);
        comptes.tell(compte, CODES_SECOURS_FAITS);
        return codes;
    }

    /// How many of the ten are left.
    public int codesLeft(UUID compte) {
        return secours.left(compte);
    }

    /// The step is written by who read it first: a code typed twice at once serves once.
    private boolean serves(Codes codes, String typed) {
        var step = CodesDuTelephone.step(codes.secret(), typed, clock.instant(), codes.pas());
        return step.isPresent()
                && jdbc.sql("""
                                update comptes.facteur set pas = :pas, servi_le = :now
                                 where id = :id and fini_le is null and (pas is null or pas < :pas)
                                """)
                                .param("pas", step.getAsLong())
                                .param("id", codes.id())
                                .param("now", OffsetDateTime.now(clock))
                                .update()
                        == 1;
    }

    /// @return false when it is none of the account's
    @Transactional
    public boolean end(UUID compte, UUID facteur, String adresse) {
        if (close(compte, facteur) == 0) {
            return false;
        }
        surs.forget(compte);
        if (!guards(compte)) {
            secours.end(compte);
        }
        record(ActeComptes.FACTEUR_RETIRE, compte, compte, adresse);
        comptes.tell(compte, FACTEUR_RETIRE);
        return true;
    }

    /// All of them are lost: in the transaction of who decides it.
    ///
    /// @param par account
    @Transactional
    public void endAll(UUID compte, UUID par, String adresse) {
        close(compte, null);
        secours.end(compte);
        surs.forget(compte);
        record(ActeComptes.FACTEURS_OTES, compte, par, adresse);
        comptes.tell(compte, FACTEURS_OTES);
    }

    private int close(UUID compte, @Nullable UUID facteur) {
        return jdbc.sql("""
                        update comptes.facteur set fini_le = :now, secret = null, cle_publique = null, cle = null
                         where compte_id = :compte and (:id::uuid is null or id = :id::uuid) and fini_le is null
                        """)
                .param("compte", compte)
                .param("id", facteur)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private Optional<Codes> waiting(UUID compte) {
        return codes(compte, " fini_le is null and prouve_le is null ").stream().findFirst();
    }

    private List<Codes> codes(UUID compte, String which) {
        return jdbc.sql("select id, secret, coalesce(pas, 0) as pas from comptes.facteur"
                        + " where compte_id = :compte and sorte = 'CODES' and" + which)
                .param("compte", compte)
                .query((rs, _) -> {
                    var id = Colonnes.uuid(rs, "id");
                    return new Codes(id, coffre.open(id, rs.getBytes("secret")), rs.getLong("pas"));
                })
                .list();
    }

    private void record(ActeComptes acte, UUID compte, UUID par, String adresse) {
        journal.record(Fait.of(acte, compte)
                .by(par)
                .inEcoles(utilisateurs.ecoles(compte))
                .from(adresse));
    }

    @EventListener
    void on(ComptesReunis reunis) {
        for (var table : List.of("facteur", "code_secours")) {
            jdbc.sql("update comptes." + table + " set compte_id = :compte where compte_id = :autre")
                    .param("compte", reunis.compte())
                    .param("autre", reunis.autre())
                    .update();
        }
    }

    @Override
    public int purge() {
        return jdbc.sql("delete from comptes.facteur where prouve_le is null and pose_le < :avant")
                .param("avant", OffsetDateTime.now(clock).minus(ATTENTE))
                .update();
    }

    private static Facteur facteur(ResultSet rs, int row) throws SQLException {
        var servi = rs.getObject("servi_le", OffsetDateTime.class);
        return new Facteur(
                Colonnes.uuid(rs, "id"),
                Sorte.valueOf(rs.getString("sorte")),
                rs.getString("nom"),
                rs.getObject("prouve_le", OffsetDateTime.class).toInstant(),
                servi == null ? null : servi.toInstant());
    }

    public enum Sorte {
        CODES,
        CLE;

        public String icone() {
            return this == CODES ? "telephone" : "cle";
        }
    }

    /// @param nom as its owner calls it
    public record Facteur(
            UUID id,
            Sorte sorte,
            String nom,
            Instant depuis,
            @Nullable Instant serviLe) {}

    /// What a telephone is to be told: in the square, or typed.
    public record Partage(String adresse, String secret) {}

    private record Codes(UUID id, byte[] secret, long pas) {}
}
