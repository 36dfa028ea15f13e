package fr.entecole.notifications.push;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.PourAdultes;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The devices that an adult lets ring: the browser fills the form in, once its holder has agreed.
@Controller
@PourAdultes
class AppareilsController {

    private final Abonnements abonnements;

    AppareilsController(Abonnements abonnements) {
        this.abonnements = abonnements;
    }

    @PostMapping("/notifications/reglages/appareils")
    ModelAndView add(
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String adresse,
            @RequestParam(defaultValue = "") String cle,
            @RequestParam(defaultValue = "") String secret,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent) {
        var added = abonnements.add(utilisateur, adresse, cle, secret, nom(agent));
        return Adresse.go("/notifications/reglages?fait={fait}", added ? "appareil" : "sans-appareil");
    }

    @PostMapping("/notifications/reglages/appareils/{id}/retrait")
    ModelAndView remove(Utilisateur utilisateur, @PathVariable UUID id) {
        if (!abonnements.remove(utilisateur.compteId(), id)) {
            throw new Introuvable();
        }
        return Adresse.go("/notifications/reglages?fait=appareil-retire");
    }

    /// By what its holder knows it again.
    private static String nom(String agent) {
        var words = agent.toLowerCase(Locale.ROOT);
        var browser = words.contains("firefox")
                ? "Firefox"
                : words.contains("edg/")
                        ? "Edge"
                        : words.contains("chrome") ? "Chrome" : words.contains("safari") ? "Safari" : "";
        boolean phone = words.contains("mobile") || words.contains("android") || words.contains("iphone");
        var kind = phone ? t("Téléphone ou tablette") : t("Ordinateur");
        return browser.isEmpty() ? kind : t("{0}, avec {1}", kind, browser);
    }
}
