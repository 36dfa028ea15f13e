package fr.entecole.comptes.charte;

import fr.entecole.comptes.charte.Accords.Dues;
import fr.entecole.socle.Utilisateur;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a stay remembers of the charter from its beginning: the texts still to accept, and where the person was going.
/// A stay that began with nothing to answer remembers nothing.
public final class CharteDeSession {

    private static final String DUES = "charte";
    private static final String SUITE = "charte-suite";
    private static final String PAGE = "/charte";

    private CharteDeSession() {}

    /// @param suite the page to go to
    /// @return the same, or the charter's page when it comes first
    public static String begin(HttpSession session, Utilisateur utilisateur, Dues dues, String suite) {
        if (!dues.textes().isEmpty()) {
            session.setAttribute(DUES, words(dues.textes()));
        }
        if (!dues.textes().contains(Texte.of(utilisateur)) && !dues.enfants()) {
            return suite;
        }
        session.setAttribute(SUITE, suite);
        return PAGE;
    }

    public static void end(HttpSession session) {
        session.removeAttribute(DUES);
        session.removeAttribute(SUITE);
    }

    /// Whether the charter comes before any other page. It never does for those to whom it is read.
    public static boolean blocks(@Nullable HttpSession session, Utilisateur utilisateur) {
        return isDue(session, utilisateur) && !Texte.of(utilisateur).heard();
    }

    static boolean isDue(@Nullable HttpSession session, Utilisateur utilisateur) {
        return dues(session).contains(Texte.of(utilisateur));
    }

    static void answered(HttpSession session, Texte texte) {
        var left = dues(session);
        left.remove(texte);
        session.setAttribute(DUES, left.isEmpty() ? null : words(left));
    }

    /// Where the person was going, asked as often as the page is shown.
    static String suite(@Nullable HttpSession session) {
        return session != null && session.getAttribute(SUITE) instanceof String suite ? suite : "/";
    }

    static String take(HttpSession session) {
        var suite = suite(session);
        session.removeAttribute(SUITE);
        return suite;
    }

    private static Set<Texte> dues(@Nullable HttpSession session) {
        var texts = EnumSet.noneOf(Texte.class);
        if (session != null && session.getAttribute(DUES) instanceof String words) {
            Arrays.stream(words.split(" ")).map(Texte::valueOf).forEach(texts::add);
        }
        return texts;
    }

    private static String words(Set<Texte> textes) {
        return textes.stream().map(Texte::name).sorted().collect(Collectors.joining(" "));
    }
}
