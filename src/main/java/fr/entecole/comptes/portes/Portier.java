package fr.entecole.comptes.portes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Identite;
import fr.entecole.annuaire.Identite.Acces;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.Logins;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.appareils.Appareil;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.comptes.codes.CodesEleves;
import fr.entecole.comptes.codes.Serrures;
import fr.entecole.comptes.codes.Serrures.Serrure;
import fr.entecole.comptes.facteur.Facteurs;
import fr.entecole.journal.Decompte;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides who comes in with a login and a password. A wrong login and a wrong password take as long and are told
/// alike; that a school is closed or a person gone is told only to who gave the right password. A pupil's is compared
/// as a child types it, and one who has not come yet enters with a code that becomes it.
@Component
public class Portier {

    private static final int TOO_MANY = 429;
    private static final Duration TENUE = Duration.ofMillis(400);

    private final Serrures serrures;
    private final Hachage hachage;
    private final Frein frein;
    private final Decompte decompte;
    private final Vague vague;
    private final Utilisateurs utilisateurs;
    private final Journal journal;
    private final CodesEleves codes;
    private final Facteurs facteurs;
    private final Appareil appareil;
    private final TransactionTemplate transaction;

    Portier(
            Serrures serrures,
            Hachage hachage,
            Frein frein,
            Decompte decompte,
            Vague vague,
            Utilisateurs utilisateurs,
            Journal journal,
            CodesEleves codes,
            Facteurs facteurs,
            Appareil appareil,
            TransactionTemplate transaction) {
        this.serrures = serrures;
        this.hachage = hachage;
        this.frein = frein;
        this.decompte = decompte;
        this.vague = vague;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
        this.codes = codes;
        this.facteurs = facteurs;
        this.appareil = appareil;
        this.transaction = transaction;
    }

    public Reponse enter(String saisie, String motDePasse, Provenance provenance) {
        var login = Logins.typed(saisie);
        if (login.isEmpty() || motDePasse.isEmpty()) {
            return new Refuse(422, t("Écrivez votre identifiant et votre mot de passe."), Duration.ZERO);
        }
        if (login.length() > Hachage.LONGEST || motDePasse.length() > Hachage.LONGEST) {
            return wrong();
        }
        var since = System.nanoTime();
        var answer = atTheDoor(login, motDePasse, provenance);
        if (answer instanceof Refuse refuse && refuse.statut() == TOO_MANY) {
            hold(since);
        }
        return answer;
    }

    private Reponse atTheDoor(String login, String motDePasse, Provenance provenance) {
        var allure = frein.look(login, provenance);
        if (allure.attente().isPositive()) {
            vague.refused(allure.file());
            return slowed(allure.dite());
        }
        try {
            return hachage.atTheDoor(
                    allure.connu(),
                    allure.file(),
                    // parallel tries do not slip by: who had to wait is looked at again
                    waited -> judge(login, motDePasse, provenance, waited ? frein.look(login, provenance) : allure));
        } catch (Hachage.TropDeMonde e) {
            return allure.dite().isPositive() ? slowed(allure.dite()) : crowded();
        }
    }

    /// Whether a password was looked at does not show in the time that a wait takes to be told.
    private static void hold(long since) {
        var left = TENUE.toNanos() - (System.nanoTime() - since);
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
    }

    private Reponse judge(String login, String motDePasse, Provenance provenance, Frein.Allure allure) {
        if (allure.attente().isPositive()) {
            return slowed(allure.dite());
        }
        var serrure = serrures.of(login).orElse(null);
        if (serrure != null && hachage.matches(serrure.typed(motDePasse), serrure.motDePasse())) {
            if (!serrure.pese()) {
                serrures.weigh(serrure.compte(), motDePasse);
            }
            return letIn(serrure, login, provenance, null);
        }
        if (serrure == null) {
            hachage.matches(motDePasse, null);
        } else {
            for (var code : serrure.codes()) {
                if (hachage.matches(serrure.typed(motDePasse), code)) {
                    return letIn(serrure, login, provenance, code);
                }
            }
        }
        refuse(login, serrure, provenance, allure);
        vague.refused(allure.file());
        return allure.dite().isPositive() ? slowed(allure.dite()) : wrong();
    }

    private void refuse(String login, @Nullable Serrure serrure, Provenance provenance, Frein.Allure allure) {
        var adresse = provenance.adresse();
        transaction.executeWithoutResult(_ -> {
            frein.fail(login, provenance, allure);
            // What was typed may be a password in the wrong field: of an unknown login nothing is kept.
            if (serrure == null) {
                decompte.count(ActeComptes.CONNEXION_REFUSEE, "inconnu", adresse);
            } else {
                journal.record(refusal(serrure.compte(), adresse, "mot-de-passe"));
            }
        });
    }

    /// @param code a pupil's code, as it is kept, that becomes their password
    private Reponse letIn(Serrure serrure, String login, Provenance provenance, @Nullable String code) {
        var compte = serrure.compte();
        var qui = utilisateurs.first(compte);
        return transaction.execute(_ -> {
            if (qui.filter(Portier::tooYoung).isPresent()) {
                journal.record(refusal(compte, provenance.adresse(), "petite-classe"));
                return new Refuse(403, petits(), Duration.ZERO);
            }
            boolean open = qui.filter(q -> q.acces() == Acces.OUVERT).isPresent();
            // Twice at once: the other try made this code the password of the account. Tried again, it opens.
            if (open && code != null && !codes.use(compte, code, provenance.adresse())) {
                return crowded();
            }
            frein.succeed(login, provenance, compte);
            vague.entered();
            return open(compte, serrure.garde(), qui, provenance, Map.of());
        });
    }

    /// Right after choosing a password with a code: the place is known from then on.
    public Reponse enterByCode(UUID compte, String login, Provenance provenance) {
        var qui = utilisateurs.first(compte);
        return transaction.execute(_ -> {
            frein.succeed(login, provenance, compte);
            vague.entered();
            return open(compte, facteurs.guards(compte), qui, provenance, Map.of("par", "code"));
        });
    }

    /// Who gave the second proof: the same rules, in the middle of which the account may have been suspended.
    public Reponse enterProven(UUID compte, String adresse) {
        var qui = utilisateurs.first(compte);
        return transaction.execute(_ -> let(compte, qui, adresse, Map.of("par", "second-facteur")));
    }

    /// One click in a demonstration: the same rules, without a password.
    public Reponse enterWithoutPassword(UUID compte, String adresse, String par) {
        var qui = utilisateurs.first(compte);
        return transaction.execute(
                _ -> open(compte, facteurs.guards(compte), qui, new Provenance(adresse, null), Map.of("par", par)));
    }

    /// @param garde a second proof is asked for, unless this device is spared it
    private Reponse open(
            UUID compte, boolean garde, Optional<Identite> qui, Provenance provenance, Map<String, Object> details) {
        boolean waits = garde
                && qui.filter(q -> q.acces() == Acces.OUVERT).isPresent()
                && !facteurs.spares(compte, appareil.print(provenance));
        // in once the second proof is given
        return waits ? new Entre(compte, true) : let(compte, qui, provenance.adresse(), details);
    }

    private Reponse let(UUID compte, Optional<Identite> qui, String adresse, Map<String, Object> details) {
        return switch (qui.map(Identite::acces).orElse(Acces.SUSPENDU)) {
            case OUVERT -> {
                journal.record(Fait.of(ActeComptes.CONNEXION, compte)
                        .by(compte)
                        .inEcoles(utilisateurs.ecoles(compte))
                        .from(adresse)
                        .with(details));
                yield new Entre(compte, false);
            }
            case SUSPENDU -> {
                journal.record(refusal(compte, adresse, "suspendu"));
                yield new Refuse(403, suspended(), Duration.ZERO);
            }
            case ECOLE_FERMEE -> {
                journal.record(refusal(compte, adresse, "ecole-fermee"));
                yield new Refuse(403, closed(), Duration.ZERO);
            }
        };
    }

    private Fait refusal(UUID compte, String adresse, String raison) {
        return Fait.of(ActeComptes.CONNEXION_REFUSEE, compte)
                .inEcoles(utilisateurs.ecoles(compte))
                .from(adresse)
                .with(Map.of("raison", raison));
    }

    private static boolean tooYoung(Identite qui) {
        return qui.profil() == Profil.ELEVE && Registre.ofNiveau(qui.niveau()).petits();
    }

    private static Refuse wrong() {
        return new Refuse(
                422,
                t(
                        "L’identifiant ou le mot de passe ne va pas. Vérifiez les deux : le mot de passe d’un adulte distingue les majuscules."),
                Duration.ZERO);
    }

    /// To those who do not read yet, or begin to: they come in with their class.
    static String petits() {
        return t("Demande à ta maîtresse ou à ton maître d’ouvrir la classe : tu entreras avec tes camarades.");
    }

    public static String suspended() {
        return t(
                "Votre compte est suspendu : l’annuaire de l’académie ne vous compte plus. Si c’est une erreur, demandez à l’école.");
    }

    public static String closed() {
        return t(
                "Votre école n’est pas ouverte dans l’ENT. Demandez à l’école quand elle le sera ; votre identifiant reste le même.");
    }

    public static Refuse crowded() {
        return new Refuse(
                503,
                t("Il y a beaucoup de monde à l’entrée en ce moment. Attendez quelques secondes, puis réessayez."),
                Duration.ofSeconds(5));
    }

    public static Refuse slowed(Duration attente) {
        long seconds = Math.max(1, attente.toSeconds() + (attente.toNanosPart() > 0 ? 1 : 0));
        var words = seconds < 60
                ? t("Trop d’essais. Attendez {0, plural, one {# seconde} other {# secondes}}, puis réessayez.", seconds)
                : t(
                        "Trop d’essais. Attendez {0, plural, one {# minute} other {# minutes}}, puis réessayez.",
                        (seconds + 59) / 60);
        return new Refuse(429, words, Duration.ofSeconds(seconds));
    }

    /// What the door answers.
    public sealed interface Reponse {}

    /// @param attendu nobody is in before a second proof is given
    public record Entre(UUID compte, boolean attendu) implements Reponse {}

    /// @param attente when to come back, zero when waiting changes nothing
    public record Refuse(int statut, String phrase, Duration attente) implements Reponse {}
}
