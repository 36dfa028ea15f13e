package fr.entecole.comptes.portes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.appareils.ClasseOuverte;
import fr.entecole.comptes.appareils.ClassesOuvertes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether what was typed closes an open class: the password of who opened it, or its code. Counted by opening, apart
/// from the sign-in of that person.
@Component
class Fermeture {

    private final ClassesOuvertes ouvertes;
    private final Frein frein;
    private final Hachage hachage;
    private final JdbcClient jdbc;

    Fermeture(ClassesOuvertes ouvertes, Frein frein, Hachage hachage, JdbcClient jdbc) {
        this.ouvertes = ouvertes;
        this.frein = frein;
        this.hachage = hachage;
        this.jdbc = jdbc;
    }

    /// A try is counted before it is judged: many at once are no way round.
    Optional<Portier.Refuse> refusal(ClasseOuverte ouverte, String secret) {
        if (secret.isEmpty()) {
            return Optional.of(wrong());
        }
        var quoi = ouverte.compte() + "\n" + ouverte.classe() + "\n" + ouverte.fin();
        var attente = frein.lookClosing(quoi);
        if (attente.isPositive()) {
            return Optional.of(Portier.slowed(attente));
        }
        frein.failClosing(quoi);
        if (same(secret, ouvertes.code(ouverte))) {
            return Optional.empty();
        }
        try {
            return hachage.inTurn(
                            () -> secret.length() <= Hachage.LONGEST && hachage.matches(secret, kept(ouverte.compte())))
                    ? Optional.empty()
                    : Optional.of(wrong());
        } catch (Hachage.TropDeMonde e) {
            return Optional.of(Portier.crowded());
        }
    }

    private static Portier.Refuse wrong() {
        return new Portier.Refuse(
                HttpStatus.UNPROCESSABLE_CONTENT.value(),
                t("Ce n’est ni votre mot de passe, ni le code de fermeture de cette classe."),
                Duration.ZERO);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable String kept(UUID compte) {
        return jdbc.sql("select mot_de_passe from comptes.compte where id = :id")
                .param("id", compte)
                .query((rs, _) -> Optional.ofNullable(rs.getString("mot_de_passe")))
                .optional()
                .flatMap(kept -> kept)
                .orElse(null);
    }
}
