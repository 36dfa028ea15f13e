package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.PageResolver;
import fr.entecole.socle.web.Adresse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Text size, spacing and contrast, chosen by the person for this device: a cookie that the server reads, so that it
/// works without script, before signing in as after.
@Controller
@Ouvert
class ConfortController {

    @GetMapping("/confort")
    ModelAndView form(Page page, @RequestParam @Nullable String garde) {
        return page.titled(t("Confort de lecture")).view("portail/confort", Map.of("garde", garde != null));
    }

    @PostMapping("/confort")
    ModelAndView keep(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String taille,
            @RequestParam(defaultValue = "") String espace,
            @RequestParam(defaultValue = "") String contraste) {
        var value =
                Page.Preferences.of(String.join(".", taille, espace, contraste)).cookie();
        var cookie = ResponseCookie.from(PageResolver.COOKIE, value)
                .path("/")
                .maxAge(value.isEmpty() ? Duration.ZERO : Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return Adresse.go("/confort?garde");
    }
}
