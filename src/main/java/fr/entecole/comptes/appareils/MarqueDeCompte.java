package fr.entecole.comptes.appareils;

import fr.entecole.comptes.Empreinte;
import fr.entecole.socle.AdressePublique;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// A print of the account that last came in here, which outlives its session until the browser closes: it lets nobody
/// in, it only tells whether who comes back is the same person. Signing out erases it.
@Component
public class MarqueDeCompte {

    private static final String COOKIE = "marque";

    private final boolean https;

    MarqueDeCompte(AdressePublique adresse) {
        this.https = adresse.https();
    }

    public static boolean present(HttpServletRequest request) {
        return read(request).length() == Empreinte.SECRET_LENGTH;
    }

    public static boolean isOf(UUID compte, HttpServletRequest request) {
        return of(compte).equals(read(request));
    }

    public void write(UUID compte, HttpServletResponse response) {
        add(response, of(compte), Duration.ofSeconds(-1));
    }

    public void clear(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private static String of(UUID compte) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Empreinte.of("marque " + compte));
    }

    private static String read(HttpServletRequest request) {
        var cookies = request.getCookies();
        for (var cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                return cookie.getValue();
            }
        }
        return "";
    }

    private void add(HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(https)
                        .sameSite("Strict")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
