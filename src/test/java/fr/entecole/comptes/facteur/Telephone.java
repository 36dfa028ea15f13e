package fr.entecole.comptes.facteur;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A telephone that shares a secret with an account, in tests: it shows the code of now, and a later one where that has
/// served.
public final class Telephone {

    private final JdbcClient jdbc;
    private final Coffre coffre;
    private final Clock clock;
    private final UUID compte;

    public Telephone(ApplicationContext context, UUID compte) {
        this(context::getBean, compte);
    }

    private Telephone(Beans beans, UUID compte) {
        this.jdbc = beans.get(JdbcClient.class);
        this.coffre = beans.get(Coffre.class);
        this.clock = beans.get(Clock.class);
        this.compte = compte;
    }

    /// Adds one without its pages.
    public static Telephone of(ApplicationContext context, UUID compte) {
        return add(context::getBean, compte);
    }

    /// The same, where an example has no more than the beans of its world.
    public static Telephone add(Beans beans, UUID compte) {
        var telephone = new Telephone(beans, compte);
        var facteurs = beans.get(Facteurs.class);
        facteurs.begin(compte);
        if (!facteurs.confirm(compte, telephone.code(), "Mon téléphone", "127.0.0.1")) {
            throw new AssertionError("the first code of a telephone");
        }
        telephone.later();
        return telephone;
    }

    public String code() {
        return at(clock.instant());
    }

    public String at(Instant instant) {
        return jdbc.sql("select id, secret from comptes.facteur where compte_id = :compte and secret is not null")
                .param("compte", compte)
                .query((rs, _) -> CodesDuTelephone.code(
                        coffre.open(rs.getObject("id", UUID.class), rs.getBytes("secret")),
                        CodesDuTelephone.step(instant)))
                .single();
    }

    /// As some minutes later: what it shows now has not served.
    public void later() {
        jdbc.sql("update comptes.facteur set pas = 0 where compte_id = :compte")
                .param("compte", compte)
                .update();
    }

    /// Where the beans of an application are asked for.
    public interface Beans {

        <T> T get(Class<T> type);
    }
}
