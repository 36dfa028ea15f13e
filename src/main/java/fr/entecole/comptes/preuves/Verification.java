package fr.entecole.comptes.preuves;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.comptes.facteur.Cles;
import fr.entecole.comptes.facteur.FacteurDeSession;
import fr.entecole.comptes.facteur.Facteurs;
import fr.entecole.comptes.portes.Frein;
import fr.entecole.comptes.portes.MotDePasseActuel;
import fr.entecole.comptes.portes.Portier;
import fr.entecole.comptes.portes.Portier.Refuse;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Judges what proves that it is the holder of an account: a code, or the password where there is nothing else.
@Component
class Verification {

    private final Facteurs facteurs;
    private final Cles cles;
    private final MotDePasseActuel actuel;
    private final Comptes comptes;
    private final Hachage hachage;
    private final Frein frein;
    private final Utilisateurs utilisateurs;
    private final Journal journal;

    Verification(
            Facteurs facteurs,
            Cles cles,
            MotDePasseActuel actuel,
            Comptes comptes,
            Hachage hachage,
            Frein frein,
            Utilisateurs utilisateurs,
            Journal journal) {
        this.facteurs = facteurs;
        this.cles = cles;
        this.actuel = actuel;
        this.comptes = comptes;
        this.hachage = hachage;
        this.frein = frein;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
    }

    /// What can be asked of this account.
    Moyen moyen(UUID compte) {
        return facteurs.guards(compte) ? Moyen.FACTEUR : actuel.exists(compte) ? Moyen.MOT_DE_PASSE : Moyen.RIEN;
    }

    /// What the browser needs to use a passkey of this account; empty where it has none.
    String passkeys(UUID compte, HttpSession session) {
        boolean any = facteurs.of(compte).stream().anyMatch(facteur -> facteur.sorte() == Facteurs.Sorte.CLE);
        return any ? cles.request(compte, FacteurDeSession.challenge(session)).orElse("") : "";
    }

    /// @param code of a telephone, or one of the ten
    /// @param cle what a passkey has signed, empty where a code was typed
    /// @return why not
    Optional<Refuse> factor(UUID compte, String code, String cle, HttpServletRequest request) {
        var adresse = request.getRemoteAddr();
        var defi = FacteurDeSession.takeChallenge(request.getSession(false));
        if (code.isBlank() && cle.isBlank()) {
            return Optional.of(refuse(t("Écrivez le code que montre votre téléphone, ou un code de secours.")));
        }
        var attente = frein.lookSecond(compte);
        if (attente.isPositive()) {
            return Optional.of(Portier.slowed(attente));
        }
        frein.countSecond(compte);
        boolean proven = cle.isBlank()
                ? facteurs.proves(compte, code, adresse)
                : defi.filter(word -> cles.proves(compte, cle, word)).isPresent();
        if (!proven) {
            journal.record(Fait.of(ActeComptes.CONNEXION_REFUSEE, compte)
                    .inEcoles(utilisateurs.ecoles(compte))
                    .from(adresse)
                    .with(Map.of("raison", "second-facteur")));
            return Optional.of(
                    refuse(
                            cle.isBlank()
                                    ? t(
                                            "Ce code ne va pas. Attendez que votre téléphone en montre un nouveau : chacun ne sert qu’une fois. Vérifiez aussi que son heure est juste.")
                                    : t(
                                            "Cette clé n’est pas celle de votre compte, ou la page était ancienne. Réessayez, ou servez-vous d’un code.")));
        }
        frein.succeedSecond(compte);
        return Optional.empty();
    }

    /// @return why not
    Optional<Refuse> password(UUID compte, String typed, Provenance provenance) {
        var login = comptes.login(compte);
        try {
            return hachage.inTurn(() -> actuel.refusal(compte, login, typed, provenance));
        } catch (Hachage.TropDeMonde e) {
            return Optional.of(Portier.crowded());
        }
    }

    private static Refuse refuse(String phrase) {
        return new Refuse(HttpStatus.UNPROCESSABLE_CONTENT.value(), phrase, Duration.ZERO);
    }

    public enum Moyen {
        FACTEUR,
        MOT_DE_PASSE,
        /// a demonstration, which one enters by a click
        RIEN
    }
}
