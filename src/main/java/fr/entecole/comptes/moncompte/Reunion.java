package fr.entecole.comptes.moncompte;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Logins;
import fr.entecole.comptes.ProtectionChangee;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.codes.Codes;
import fr.entecole.comptes.codes.Codes.Remis;
import fr.entecole.comptes.motsdepasse.MotDePasseChoisi;
import fr.entecole.comptes.motsdepasse.MotsDePasse;
import fr.entecole.comptes.sessions.Sessions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One account for who is several people of the directory: signed in with one, they type the code of another. Families
/// and the people of schools may; agents of communes and of the académie keep an account apart, which ends with their
/// function. ADR 0014.
@Component
class Reunion {

    private final Comptes comptes;
    private final Codes codes;
    private final Utilisateurs utilisateurs;
    private final MotsDePasse motsDePasse;
    private final Sessions sessions;

    Reunion(Comptes comptes, Codes codes, Utilisateurs utilisateurs, MotsDePasse motsDePasse, Sessions sessions) {
        this.comptes = comptes;
        this.codes = codes;
        this.utilisateurs = utilisateurs;
        this.motsDePasse = motsDePasse;
        this.sessions = sessions;
    }

    boolean mayJoin(UUID compte) {
        return comptes.behind(compte).stream().noneMatch(c -> c.nature() == Nature.AGENT);
    }

    /// @param prenom,autrePrenom of who is signed in, and of whom the code was handed for
    /// @return why this code joins nothing to the account
    Optional<String> refusal(UUID compte, Remis remis, String prenom, String autrePrenom) {
        if (remis.compte().equals(compte)) {
            return Optional.of(t("Ce code est celui de votre propre compte : il n’y a rien à réunir."));
        }
        if (remis.nature() == Nature.AGENT) {
            return Optional.of(
                    t(
                            "Le compte d’un agent de la commune ou de l’académie reste à part : il finit avec la fonction. Servez-vous de cette feuille à la page d’entrée."));
        }
        if (comptes.behind(remis.compte()).size() > 1) {
            return Optional.of(
                    t(
                            "Ce compte en réunit déjà plusieurs. Entrez avec lui, et tapez-y le code de celui où vous êtes maintenant."));
        }
        // Two guardians of a home hold both sheets: a given name tells them apart where family names change.
        if (!Logins.racine(prenom, "").equals(Logins.racine(autrePrenom, ""))) {
            return Optional.of(
                    t(
                            "Cette feuille est au nom d’une autre personne : chacun garde son compte. Si c’est bien vous, demandez à l’école de corriger votre prénom."));
        }
        return Optional.empty();
    }

    /// The new password that the joined account asks, when it must be stronger than what this one had to be.
    Optional<MotsDePasse.Exigence> stronger(UUID compte, Remis remis) {
        var mine = motsDePasse.exigence(compte);
        var other = motsDePasse.exigence(remis.compte());
        return other.force().compareTo(mine.force()) > 0 ? Optional.of(mine.atLeast(other.force())) : Optional.empty();
    }

    /// The account opens more from now on: codes that were handed for less serve no more, and every stay begins anew,
    /// with the charter of all its roles.
    ///
    /// @param choisi the new password if one was asked
    /// @return false when the code was used, or one of the accounts joined, meanwhile
    @Transactional
    public boolean join(UUID compte, Remis remis, @Nullable MotDePasseChoisi choisi, String adresse) {
        if (!codes.use(remis)) {
            return false;
        }
        var ecoles = new HashSet<>(utilisateurs.ecoles(compte));
        ecoles.addAll(utilisateurs.ecoles(remis.compte()));
        if (!comptes.join(compte, remis.compte(), ecoles)) {
            throw new IllegalStateException("joined meanwhile");
        }
        codes.voidAll(compte, "AUTRE");
        sessions.endAll(List.of(compte));
        if (choisi != null) {
            motsDePasse.set(compte, choisi, adresse);
        }
        comptes.tell(compte, ProtectionChangee.Quoi.COMPTES_REUNIS);
        utilisateurs.forget(compte);
        utilisateurs.forget(remis.compte());
        return true;
    }
}
