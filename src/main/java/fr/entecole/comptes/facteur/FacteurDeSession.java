package fr.entecole.comptes.facteur;

import fr.entecole.comptes.Empreinte;
import fr.entecole.comptes.sessions.SessionEnt;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a stay remembers of proofs: whose password was right while the second one is still waited for (nobody is
/// signed in until then), when one was last given, and that an account must have a second factor.
public final class FacteurDeSession {

    /// The page of the door that asks for it.
    public static final String PAGE = "/connexion/second-facteur";

    /// Where one adds one's own.
    public static final String MIENS = "/mon-compte/second-facteur";

    /// What says, at an entry, until when one may do without.
    public static final String BIENTOT = MIENS + "/bientot";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String ATTEND = "second-facteur-de";
    private static final String PROUVE = "prouve-le";
    private static final String POUR = "a-prouver-pour";
    private static final String PROUVE_POUR = "prouve-pour";
    private static final String AVANT = "second-facteur-avant";
    private static final String DEFI = "defi";
    private static final String SUITE = "second-facteur-suite";

    private FacteurDeSession() {}

    /// @return the page to go to
    public static String wait(HttpSession session, UUID compte, Instant now) {
        session.setAttribute(ATTEND, compte.toString());
        session.setAttribute(SessionEnt.FIN, now.plus(PATIENCE).toString());
        return PAGE;
    }

    /// Whose password was right.
    public static Optional<UUID> waiting(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTEND) instanceof String compte
                ? Optional.of(UUID.fromString(compte))
                : Optional.empty();
    }

    /// A word that a passkey signs: a new one for each page that asks.
    public static String challenge(HttpSession session) {
        var defi = Empreinte.newSecret();
        session.setAttribute(DEFI, defi);
        return defi;
    }

    /// It serves once.
    public static Optional<String> takeChallenge(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(DEFI) instanceof String defi)) {
            return Optional.empty();
        }
        session.removeAttribute(DEFI);
        return Optional.of(defi);
    }

    public static void prove(HttpSession session, Instant now) {
        session.setAttribute(PROUVE, now.toString());
        session.setAttribute(PROUVE_POUR, session.getAttribute(POUR));
        session.removeAttribute(POUR);
    }

    /// Whether a proof was given since it was asked for this act; it serves once. Where none was, it is asked for now.
    public static boolean takeProof(@Nullable HttpSession session, String acte, Instant now, Duration fraicheur) {
        if (session == null) {
            return false;
        }
        boolean given = acte.equals(session.getAttribute(PROUVE_POUR)) && isFresh(session, now, fraicheur);
        session.removeAttribute(PROUVE_POUR);
        session.setAttribute(POUR, given ? null : acte);
        return given;
    }

    public static boolean isFresh(@Nullable HttpSession session, Instant now, Duration fraicheur) {
        return session != null
                && session.getAttribute(PROUVE) instanceof String le
                && Instant.parse(le).plus(fraicheur).isAfter(now);
    }

    /// @param avant the last day on which one may do without
    /// @return the page to go to
    public static String ask(HttpSession session, LocalDate avant, LocalDate today, String to) {
        session.setAttribute(AVANT, avant.isBefore(today) ? "" : avant.toString());
        session.setAttribute(SUITE, to);
        return avant.isBefore(today) ? MIENS : BIENTOT;
    }

    /// Whether pages wait until one is added.
    public static boolean blocks(@Nullable HttpSession session) {
        return session != null && "".equals(session.getAttribute(AVANT));
    }

    /// The last day on which one may do without, empty where nobody asks or the day is past.
    public static Optional<LocalDate> before(@Nullable HttpSession session) {
        return session != null && session.getAttribute(AVANT) instanceof String day && !day.isEmpty()
                ? Optional.of(LocalDate.parse(day))
                : Optional.empty();
    }

    /// One was added: nothing waits any more.
    public static void added(HttpSession session) {
        session.removeAttribute(AVANT);
    }

    /// Where the person was going.
    public static String take(HttpSession session) {
        var suite = session.getAttribute(SUITE);
        session.removeAttribute(SUITE);
        return suite instanceof String to ? to : "/";
    }
}
