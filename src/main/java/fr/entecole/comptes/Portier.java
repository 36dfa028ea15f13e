package fr.entecole.comptes;

import static fr.entecole.socle.Mots.t;

import fr.entecole.annuaire.Identite.Acces;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides who comes in with a login and a password. A wrong login and a wrong password take as long and are told
/// alike; that a school is closed or a person gone is told only to who gave the right password.
@Component
class Portier {

    private final JdbcClient jdbc;
    private final Hachage hachage;
    private final Frein frein;
    private final Utilisateurs utilisateurs;
    private final Journal journal;
    private final TransactionTemplate transaction;

    Portier(
            JdbcClient jdbc,
            Hachage hachage,
            Frein frein,
            Utilisateurs utilisateurs,
            Journal journal,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.hachage = hachage;
        this.frein = frein;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
        this.transaction = transaction;
    }

    Reponse enter(String saisie, String motDePasse, String adresse) {
        var login = Logins.typed(saisie);
        if (login.isEmpty() || motDePasse.isEmpty()) {
            return new Refuse(422, t("Écrivez votre identifiant et votre mot de passe."), Duration.ZERO);
        }
        if (login.length() > Hachage.LONGEST || motDePasse.length() > Hachage.LONGEST) {
            return wrong();
        }
        try {
            return hachage.inTurn(() -> judge(login, motDePasse, adresse));
        } catch (Hachage.TropDeMonde e) {
            return crowded();
        }
    }

    private Reponse judge(String login, String motDePasse, String adresse) {
        var etat = frein.look(login, adresse);
        if (etat.attente().isPositive()) {
            return slowed(etat.attente());
        }
        var secret = secret(login);
        if (!hachage.matches(motDePasse, secret == null ? null : secret.motDePasse())) {
            refuse(login, secret, adresse, etat);
            return wrong();
        }
        return letIn(java.util.Objects.requireNonNull(secret).compte(), login, adresse);
    }

    private @Nullable Secret secret(String login) {
        return jdbc.sql("""
                        select coalesce(a.id, c.id) as id, coalesce(a.mot_de_passe, c.mot_de_passe) as mot_de_passe
                          from comptes.compte c left join comptes.compte a on a.id = c.rejoint_id
                         where c.login = :login
                        """)
                .param("login", login)
                .query((rs, _) -> new Secret(rs.getObject("id", UUID.class), rs.getString("mot_de_passe")))
                .optional()
                .orElse(null);
    }

    private void refuse(String login, @Nullable Secret secret, String adresse, Frein.Etat etat) {
        transaction.executeWithoutResult(_ -> {
            frein.fail(login, adresse, etat);
            // What was typed may be a password in the wrong field: four bytes of its print group tries, and tell
            // nothing.
            journal.record(
                    secret != null
                            ? refusal(secret.compte(), adresse, "mot-de-passe")
                            : new Fait(
                                    "connexion-refusee",
                                    null,
                                    null,
                                    null,
                                    Set.of(),
                                    adresse,
                                    Map.of(
                                            "raison",
                                            "inconnu",
                                            "empreinte",
                                            HexFormat.of().formatHex(Empreinte.of(login), 0, 4))));
        });
    }

    private Reponse letIn(UUID compte, String login, String adresse) {
        var acces = utilisateurs.acces(compte);
        return transaction.execute(_ -> {
            frein.succeed(login, adresse, compte);
            return open(compte, acces, adresse, Map.of());
        });
    }

    /// One click in a demonstration: the same rules, without a password.
    Reponse enterWithoutPassword(UUID compte, String adresse, String par) {
        var acces = utilisateurs.acces(compte);
        return transaction.execute(_ -> open(compte, acces, adresse, Map.of("par", par)));
    }

    private Reponse open(UUID compte, Acces acces, String adresse, Map<String, Object> details) {
        return switch (acces) {
            case OUVERT -> {
                journal.record(Fait.of("connexion", "compte", compte.toString())
                        .by(compte)
                        .inEcoles(utilisateurs.ecoles(compte))
                        .from(adresse)
                        .with(details));
                yield new Entre(compte);
            }
            case SUSPENDU -> {
                journal.record(refusal(compte, adresse, "suspendu"));
                yield new Refuse(
                        403,
                        t(
                                "Votre compte est suspendu : l’annuaire de l’académie ne vous compte plus. Si c’est une erreur, demandez à l’école."),
                        Duration.ZERO);
            }
            case ECOLE_FERMEE -> {
                journal.record(refusal(compte, adresse, "ecole-fermee"));
                yield new Refuse(
                        403,
                        t(
                                "Votre école n’est pas ouverte dans l’ENT. Demandez à l’école quand elle le sera ; votre identifiant reste le même."),
                        Duration.ZERO);
            }
        };
    }

    private Fait refusal(UUID compte, String adresse, String raison) {
        return Fait.of("connexion-refusee", "compte", compte.toString())
                .inEcoles(utilisateurs.ecoles(compte))
                .from(adresse)
                .with(Map.of("raison", raison));
    }

    private static Refuse wrong() {
        return new Refuse(
                422,
                t(
                        "L’identifiant ou le mot de passe ne va pas. Vérifiez les deux : le mot de passe distingue les majuscules."),
                Duration.ZERO);
    }

    static Refuse crowded() {
        return new Refuse(
                503,
                t("Il y a beaucoup de monde à l’entrée en ce moment. Attendez quelques secondes, puis réessayez."),
                Duration.ofSeconds(5));
    }

    private static Refuse slowed(Duration attente) {
        long seconds = Math.max(1, attente.toSeconds() + (attente.toNanosPart() > 0 ? 1 : 0));
        var words = seconds < 60
                ? t("Trop d’essais. Attendez {0, plural, one {# seconde} other {# secondes}}, puis réessayez.", seconds)
                : t(
                        "Trop d’essais. Attendez {0, plural, one {# minute} other {# minutes}}, puis réessayez.",
                        (seconds + 59) / 60);
        return new Refuse(429, words, Duration.ofSeconds(seconds));
    }

    /// What the door answers.
    sealed interface Reponse {}

    record Entre(UUID compte) implements Reponse {}

    /// @param attente when to come back, zero when waiting changes nothing
    record Refuse(int statut, String phrase, Duration attente) implements Reponse {}

    private record Secret(UUID compte, @Nullable String motDePasse) {}
}
