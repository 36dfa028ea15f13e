package fr.entecole.comptes.portes;

import fr.entecole.socle.AdressePublique;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The page that a signed-out person asked for, kept in a cookie of ten minutes while they sign in: visitors cost no
/// session.
@Component
public class PageDemandee {

    private static final String COOKIE = "suite";
    private static final int LONGEST = 1_000;
    // A path of ours: "//host" and "/\host" would leave the site; ".." is refused by the server.
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])(?!.*\\.\\.)[\\x21-\\x7E&&[^\\\\]]*");

    private final boolean https;

    PageDemandee(AdressePublique adresse) {
        this.https = adresse.https();
    }

    void remember(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        var asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (asked.length() <= LONGEST
                && !asked.equals("/")
                && PATH.matcher(asked).matches()) {
            var value = Base64.getUrlEncoder().withoutPadding().encodeToString(asked.getBytes(StandardCharsets.UTF_8));
            write(response, value, Duration.ofMinutes(10));
        }
    }

    /// Where to go once signed in, read once.
    String take(HttpServletRequest request, HttpServletResponse response) {
        var cookies = request.getCookies();
        for (var cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                write(response, "", Duration.ZERO);
                return read(cookie.getValue());
            }
        }
        return "/";
    }

    static boolean isOurs(String path) {
        return path.length() <= LONGEST && PATH.matcher(path).matches();
    }

    private static String read(String value) {
        try {
            var asked = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            return PATH.matcher(asked).matches() ? asked : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    private void write(HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(https)
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
