package fr.entecole;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Sends what a form of a page carries: `mvc.post().uri(…).with(formulaire())`. The token is the real one, cookie and
/// hidden field (the `csrf()` of Spring's tests would put another repository in the application for good).
public final class Formulaire {

    public static final String JETON = "jeton-d-essai";

    private Formulaire() {}

    public static RequestPostProcessor formulaire() {
        return request -> {
            var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
            var more = Arrays.copyOf(cookies, cookies.length + 1);
            more[cookies.length] = new Cookie("formulaire", JETON);
            request.setCookies(more);
            request.addParameter("_csrf", champ());
            return request;
        };
    }

    /// The field is the token under a mask (against BREACH); here the mask is all zeros.
    public static String champ() {
        var token = JETON.getBytes(StandardCharsets.UTF_8);
        var masked = new byte[token.length * 2];
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }
}
