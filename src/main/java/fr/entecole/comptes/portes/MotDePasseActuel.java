package fr.entecole.comptes.portes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.comptes.portes.Portier.Refuse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The password that an account has, asked again of who is signed in. Wrong ones are slowed like those at the door: a
/// page left open is no way around it.
@Component
public class MotDePasseActuel {

    private final JdbcClient jdbc;
    private final Hachage hachage;
    private final Frein frein;

    MotDePasseActuel(JdbcClient jdbc, Hachage hachage, Frein frein) {
        this.jdbc = jdbc;
        this.hachage = hachage;
        this.frein = frein;
    }

    /// Whether the account has one: in a demonstration nobody does.
    public boolean exists(UUID compte) {
        return kept(compte) != null;
    }

    /// To be called in turn ([Hachage#inTurn]).
    ///
    /// @return why not
    public Optional<Refuse> refusal(UUID compte, String login, String typed, Provenance provenance) {
        var allure = frein.look(login, provenance);
        if (allure.attente().isPositive()) {
            return Optional.of(Portier.slowed(allure.attente()));
        }
        if (typed.length() > Hachage.LONGEST || !hachage.matches(typed, kept(compte))) {
            frein.fail(login, provenance, allure);
            return Optional.of(new Refuse(
                    HttpStatus.UNPROCESSABLE_CONTENT.value(),
                    t("Ce n’est pas votre mot de passe actuel."),
                    Duration.ZERO));
        }
        return Optional.empty();
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
