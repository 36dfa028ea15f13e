package fr.entecole.comptes.portes;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.ModelAndView;

/// What a form carried when its stay had ended, or when one had to prove oneself again: the fields as they were typed,
/// and where they were going. It lives in the pages between the two sendings and nowhere on the server; passwords,
/// codes and files are never in it.
///
/// @param vers a path of ours
public record Saisie(String vers, List<Champ> champs) {

    /// Prefix of the fields on the page that asks to come in again.
    public static final String PREFIXE = "repris.";

    public static final String VERS = "vers";
    private static final int LONGEST = 200_000;
    private static final Pattern SECRET =
            Pattern.compile("(?i)code|.*(passe|password|ancien|confirmation|secret|jeton|_csrf).*");
    private static final Pattern SENTENCE = Pattern.compile("\\s");

    /// @return null when nothing can be taken up: not a form of a page of ours, or too much of it
    public static @Nullable Saisie late(HttpServletRequest request) {
        if (!request.getMethod().equals(HttpMethod.POST.name()) || !sameOrigin(request) || !isPage(request)) {
            return null;
        }
        return of(request.getRequestURI(), "", request);
    }

    /// What the page that asks to come in again carried.
    public static @Nullable Saisie carried(HttpServletRequest request) {
        var vers = request.getParameter(VERS);
        return vers == null || !sameOrigin(request) ? null : of(vers, PREFIXE, request);
    }

    private static @Nullable Saisie of(String vers, String prefix, HttpServletRequest request) {
        var champs = new ArrayList<Champ>();
        int length = 0;
        for (var field : request.getParameterMap().entrySet()) {
            if (!field.getKey().startsWith(prefix)) {
                continue;
            }
            var nom = field.getKey().substring(prefix.length());
            for (var valeur : SECRET.matcher(nom).matches() ? new String[0] : field.getValue()) {
                champs.add(new Champ(nom, valeur));
                length += nom.length() + valeur.length();
            }
        }
        return length > LONGEST || !PageDemandee.isOurs(vers) ? null : new Saisie(vers, List.copyOf(champs));
    }

    /// What a person recognises as theirs: sentences, not identifiers, dates and choices.
    public List<String> textes() {
        return champs.stream()
                .map(Champ::valeur)
                .filter(v -> SENTENCE.matcher(v.strip()).find())
                .toList();
    }

    /// A form of another site is refused by its missing token before it comes here; what the browser says of it is
    /// asked besides. Ours say `null` as their origin, because pages tell nobody where one comes from.
    private static boolean sameOrigin(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = request.getHeader("Origin");
        return origin == null || origin.equals("null") || origin.equals(here(request));
    }

    private static String here(HttpServletRequest request) {
        var url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }

    private static boolean isPage(HttpServletRequest request) {
        var wanted = request.getHeader("Sec-Fetch-Dest");
        return wanted == null || wanted.equals("document");
    }

    public record Champ(String nom, String valeur) {}

    /// A form came in after its stay had ended: what it carries is given back to the person instead of being lost.
    static final class Tardive extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Saisie saisie;

        Tardive(Saisie saisie) {
            super("", null, false, false);
            this.saisie = saisie;
        }

        Saisie saisie() {
            return saisie;
        }
    }

    /// What asks for the second proof, and gives what was typed back after it.
    public interface Attente {

        ModelAndView ask(Saisie saisie, HttpServletRequest request, HttpServletResponse response);
    }
}
