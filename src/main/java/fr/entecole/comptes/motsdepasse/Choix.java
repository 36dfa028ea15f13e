package fr.entecole.comptes.motsdepasse;

import fr.entecole.comptes.motsdepasse.MotDePasse.Condition;
import fr.entecole.comptes.motsdepasse.MotsDePasse.Exigence;

/// The fields in which a password is chosen, as the answer to a form gives them back: what was refused can be mended
/// rather than typed again, twice, on a telephone. It is given back in the answer alone, which nothing keeps
/// (`no-store`, no log, no stay), to whoever has just sent it; the field of the password in force never is. ADR 0012.
///
/// @param propose drawn by the house, and shown
public record Choix(Exigence exigence, String motDePasse, String confirmation, boolean propose) {

    public static Choix of(Exigence exigence) {
        return new Choix(exigence, "", "", false);
    }

    public static Choix typed(Exigence exigence, String motDePasse, String confirmation) {
        return new Choix(exigence, motDePasse, confirmation, false);
    }

    public static Choix proposed(Exigence exigence) {
        var proposed = exigence.propose();
        return new Choix(exigence, proposed, proposed, true);
    }

    /// Whether what is in the field meets it, and the server knows.
    boolean tenue(Condition condition) {
        return !motDePasse.isEmpty() && exigence.meets(condition, motDePasse);
    }

    @Override
    public String toString() {
        return "Choix[…]";
    }
}
