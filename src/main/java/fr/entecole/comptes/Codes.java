package fr.entecole.comptes;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Codes that someone hands to a person so that they come in: twelve signs (60 bits), of which only a print is kept.
/// Who may hand one to whom is judged by the caller. A sheet printed again adds codes and voids none; a code given
/// again at the door voids the former, which may be in another's hands.
@Component
public class Codes {

    // Crockford's base 32: no I, L, O or U, so that what people type for 1 and 0 is understood.
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    static final int LENGTH = 12;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;
    private final ComptesReglages reglages;
    private final SecureRandom random = new SecureRandom();

    Codes(JdbcClient jdbc, Journal journal, Clock clock, ComptesReglages reglages) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
        this.reglages = reglages;
    }

    /// A new code for each of these people; those that they have already stay good.
    ///
    /// @param personnes people of the directory, other than pupils
    /// @param par account of who hands them
    /// @param ecole school whose head may read of it in the journal
    /// @return the codes as they are printed (`7KMP 4TQX 92HD`), by person; those without an account are left out
    @Transactional
    public Map<UUID, String> issue(Collection<UUID> personnes, UUID par, @Nullable UUID ecole) {
        return create(personnes, par, ecole, "code-remis");
    }

    /// A new code for one person; all those that they had are void.
    @Transactional
    public String reissue(UUID personne, UUID par, @Nullable UUID ecole) {
        jdbc.sql("select coalesce(rejoint_id, id) as id from comptes.compte where personne_id = :personne")
                .param("personne", personne)
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .optional()
                .ifPresent(this::voidAll);
        var code = create(List.of(personne), par, ecole, "code-redonne").get(personne);
        if (code == null) {
            throw new IllegalArgumentException("no account for this person");
        }
        return code;
    }

    /// All codes of an account are of no use from now on.
    void voidAll(UUID compte) {
        jdbc.sql("""
                        update comptes.code set annule_le = :now
                         where compte_id = :compte and utilise_le is null and annule_le is null
                        """)
                .param("compte", compte)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Until when a code handed now can be used.
    public Instant until() {
        return clock.instant().plus(reglages.code());
    }

    private Map<UUID, String> create(Collection<UUID> personnes, UUID par, @Nullable UUID ecole, String action) {
        Map<UUID, String> codes = new HashMap<>();
        if (personnes.isEmpty()) {
            return codes;
        }
        Map<UUID, UUID> comptes = new HashMap<>();
        jdbc.sql(
                        "select personne_id, coalesce(rejoint_id, id) as id from comptes.compte where personne_id = any(:personnes)")
                .param("personnes", personnes.toArray(UUID[]::new))
                .query(rs -> {
                    comptes.put(rs.getObject("personne_id", UUID.class), rs.getObject("id", UUID.class));
                });
        comptes.forEach((personne, compte) -> {
            var code = draw();
            jdbc.sql("""
                            insert into comptes.code (compte_id, empreinte, remis_par, expire_le)
                            values (:compte, :empreinte, :par, :expire)
                            """)
                    .param("compte", compte)
                    .param("empreinte", Empreinte.of(code))
                    .param("par", par)
                    .param("expire", until().atOffset(ZoneOffset.UTC))
                    .update();
            journal.record(Fait.of(action, "compte", compte.toString()).by(par).inEcole(ecole));
            codes.put(personne, shown(code));
        });
        return codes;
    }

    private String draw() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    private static String shown(String code) {
        return code.substring(0, 4) + " " + code.substring(4, 8) + " " + code.substring(8);
    }

    /// As typed on a telephone: any case, spaces or hyphens anywhere, o for 0, i or l for 1.
    static String typed(String saisie) {
        return saisie.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
