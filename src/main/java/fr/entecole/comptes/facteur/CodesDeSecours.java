package fr.entecole.comptes.facteur;

import fr.entecole.socle.Sceau;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ten codes to keep on paper: each opens once, where the telephone is lost. Seen when they are drawn and never again;
/// drawn anew, the former ones serve no more. Nearly fifty random bits each, without letters that are taken for others.
@Component
class CodesDeSecours {

    static final int HOW_MANY = 10;

    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 10;

    private final JdbcClient jdbc;
    private final Sceau sceau;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CodesDeSecours(JdbcClient jdbc, Sceau sceau, Clock clock) {
        this.jdbc = jdbc;
        this.sceau = sceau;
        this.clock = clock;
    }

    /// In the transaction of who asks.
    ///
    /// @return the codes, as they are written down: `k7mqx-29xdb`
    List<String> draw(UUID compte) {
        end(compte);
        var codes = Stream.generate(this::one).distinct().limit(HOW_MANY).toList();
        jdbc.sql("""
                        insert into comptes.code_secours (compte_id, empreinte, fait_le)
                        select :compte, e, :now from unnest(:empreintes::bytea[]) e
                        """)
                .param("compte", compte)
                .param(
                        "empreintes",
                        codes.stream().map(code -> print(compte, code)).toArray(byte[][]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
        return codes.stream()
                .map(code -> code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2))
                .toList();
    }

    /// @return false when it is none of the account's, or has served
    boolean use(UUID compte, String typed) {
        var code = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return code.length() == LENGTH
                && jdbc.sql("""
                                update comptes.code_secours set utilise_le = :now
                                 where compte_id = :compte and empreinte = :empreinte
                                   and utilise_le is null and annule_le is null
                                """)
                                .param("compte", compte)
                                .param("empreinte", print(compte, code))
                                .param("now", OffsetDateTime.now(clock))
                                .update()
                        == 1;
    }

    int left(UUID compte) {
        return jdbc.sql("""
                        select count(*) from comptes.code_secours
                         where compte_id = :compte and utilise_le is null and annule_le is null
                        """)
                .param("compte", compte)
                .query((rs, _) -> rs.getInt(1))
                .single();
    }

    void end(UUID compte) {
        jdbc.sql("""
                        update comptes.code_secours set annule_le = :now
                         where compte_id = :compte and utilise_le is null and annule_le is null
                        """)
                .param("compte", compte)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private String one() {
        var code = new StringBuilder();
        while (code.length() < LENGTH) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private byte[] print(UUID compte, String code) {
        return sceau.of("code-secours", compte + "\n" + code);
    }
}
