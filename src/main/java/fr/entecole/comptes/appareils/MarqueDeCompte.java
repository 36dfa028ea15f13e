package fr.entecole.comptes.appareils;

import fr.entecole.comptes.Empreinte;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.PageResolver;
import fr.entecole.socle.Sceau;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// A print of the account that last came in here, which outlives its session until the browser closes: it lets nobody
/// in, it only tells whether who comes back is the same person, with a proof that we wrote it. Signing out erases it.
@Component
public class MarqueDeCompte {

    private static final String COOKIE = "marque";
    private static final char ENTRE = '.';

    private final boolean https;
    private final Sceau sceau;

    MarqueDeCompte(AdressePublique adresse, Sceau sceau) {
        this.https = adresse.https();
        this.sceau = sceau;
    }

    public static boolean present(HttpServletRequest request) {
        return read(request).length() == Empreinte.SECRET_LENGTH;
    }

    public static boolean isOf(UUID compte, HttpServletRequest request) {
        return of(compte).equals(read(request));
    }

    /// Whether this house wrote it: whoever bears it has once come in here.
    public boolean genuine(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return (cookie != null && genuine(cookie.getValue()))
                || genuine(Objects.requireNonNullElse(carried(request), ""));
    }

    private boolean genuine(String signed) {
        var print = signed.split("\\.", 2)[0];
        return print.length() == Empreinte.SECRET_LENGTH
                && MessageDigest.isEqual(
                        signed.getBytes(StandardCharsets.UTF_8),
                        (print + ENTRE + proof(print)).getBytes(StandardCharsets.UTF_8));
    }

    /// What a form of this account carries: the same as the cookie, which goes with the browser's session while a page
    /// may stay open.
    public String signed(UUID compte) {
        var print = of(compte);
        return print + ENTRE + proof(print);
    }

    /// Whether a form says that it is of this account, and was written by this house.
    public boolean isSigned(UUID compte, @Nullable String signed) {
        return signed != null
                && MessageDigest.isEqual(
                        signed(compte).getBytes(StandardCharsets.UTF_8), signed.getBytes(StandardCharsets.UTF_8));
    }

    /// Of a form with files it stands in the address, which is read before they are.
    public static @Nullable String carried(HttpServletRequest request) {
        var kind = request.getContentType();
        if (kind == null || !kind.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return request.getParameter(PageResolver.AUTEUR);
        }
        var query = Objects.requireNonNullElse(request.getQueryString(), "");
        return Arrays.stream(query.split("&"))
                .filter(one -> one.startsWith(PageResolver.AUTEUR + "="))
                .map(one -> one.substring(PageResolver.AUTEUR.length() + 1))
                .findFirst()
                .orElse(null);
    }

    public void write(UUID compte, HttpServletResponse response) {
        add(response, signed(compte), Duration.ofSeconds(-1));
    }

    public void clear(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private static String of(UUID compte) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Empreinte.of("marque " + compte));
    }

    private String proof(String print) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sceau.of("marque", print));
    }

    private static String read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? "" : cookie.getValue().split("\\.", 2)[0];
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
