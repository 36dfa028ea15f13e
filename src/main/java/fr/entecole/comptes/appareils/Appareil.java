package fr.entecole.comptes.appareils;

import fr.entecole.comptes.Empreinte;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Sceau;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// A random word left on a device where someone has come in, so that nobody else behind the same school's address can
/// slow them there. The server keeps only a print of it with the login: it tells nothing, and follows nobody. ADR 0011.
@Component
public class Appareil {

    public static final Duration DUREE = Duration.ofDays(90);

    private final String nom;
    private final boolean https;
    private final Sceau sceau;

    Appareil(AdressePublique adresse, Sceau sceau) {
        this.sceau = sceau;
        this.https = adresse.https();
        this.nom = https ? "__Host-appareil" : "appareil";
    }

    /// The device's own mark, or a new one that it will be given if the door opens.
    public Provenance of(HttpServletRequest request) {
        var cookies = request.getCookies();
        for (var cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(nom) && cookie.getValue().length() == Empreinte.SECRET_LENGTH) {
                return new Provenance(request.getRemoteAddr(), cookie.getValue());
            }
        }
        return new Provenance(request.getRemoteAddr(), Empreinte.newSecret());
    }

    /// A print of the mark, which leads to no cookie; empty where there is none.
    public String print(Provenance provenance) {
        var appareil = provenance.appareil();
        return appareil == null
                ? ""
                : Base64.getUrlEncoder().withoutPadding().encodeToString(sceau.of("appareil-entre", appareil));
    }

    public void leave(Provenance provenance, HttpServletResponse response) {
        var appareil = provenance.appareil();
        if (appareil != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(nom, appareil)
                            .path("/")
                            .httpOnly(true)
                            .secure(https)
                            .sameSite("Lax")
                            .maxAge(DUREE)
                            .build()
                            .toString());
        }
    }
}
