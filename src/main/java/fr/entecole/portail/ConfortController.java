package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.langues.LectureDuCompte;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.PageResolver;
import fr.entecole.socle.Preferences;
import fr.entecole.socle.langue.Langue;
import fr.entecole.socle.langue.LangueDuLecteur;
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

/// Text size, spacing, contrast, a light or dark background, stillness and, where the region offers several, language:
/// with the account of who is signed in, and for this device in cookies that the server reads, so that it works without
/// script, before signing in as after.
@Controller
@Ouvert
class ConfortController {

    private final LectureDuCompte lecture;

    ConfortController(LectureDuCompte lecture) {
        this.lecture = lecture;
    }

    @GetMapping("/confort")
    ModelAndView form(Page page, @RequestParam @Nullable String garde) {
        return page.titled(t("Confort de lecture")).view("portail/confort", Map.of("garde", garde != null));
    }

    @PostMapping("/confort")
    ModelAndView keep(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String taille,
            @RequestParam(defaultValue = "") String espace,
            @RequestParam(defaultValue = "") String contraste,
            @RequestParam(defaultValue = "") String fond,
            @RequestParam(defaultValue = "") String son,
            @RequestParam(defaultValue = "") String mouvement,
            @RequestParam(defaultValue = "") String langue) {
        var who = page.utilisateur();
        var confort = Preferences.of(String.join(".", taille, espace, contraste, fond, son, mouvement));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, confort.cookie()));
        var chosen = Langue.of(langue);
        chosen.ifPresent(one -> response.addHeader(HttpHeaders.SET_COOKIE, LangueDuLecteur.cookie(request, one)));
        if (who != null) {
            lecture.choose(who.compteId(), confort);
            chosen.ifPresent(one -> lecture.choose(who.compteId(), one));
        }
        return Adresse.go("/confort?garde");
    }

    private static String cookie(HttpServletRequest request, String value) {
        return ResponseCookie.from(PageResolver.COOKIE, value)
                .path("/")
                .maxAge(value.isEmpty() ? Duration.ZERO : Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build()
                .toString();
    }
}
