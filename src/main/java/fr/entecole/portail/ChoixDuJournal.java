package fr.entecole.portail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// Whether a head reads entries and charters too: kept on the device for a year, as reading comfort is, and for the
/// account that chose it, so that who comes in after on the same device reads what they chose themselves.
final class ChoixDuJournal {

    static final String COOKIE = "journal";

    private static final Duration KEPT = Duration.ofDays(365);

    private ChoixDuJournal() {}

    /// @param choisi whether the form was sent: what it says is kept
    static boolean of(
            HttpServletRequest request, HttpServletResponse response, UUID compte, boolean choisi, boolean entrees) {
        if (!choisi) {
            var kept = WebUtils.getCookie(request, COOKIE);
            return entrees || kept != null && compte.toString().equals(kept.getValue());
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, entrees ? compte.toString() : "")
                        .path("/journal")
                        .maxAge(entrees ? KEPT : Duration.ZERO)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
        return entrees;
    }
}
