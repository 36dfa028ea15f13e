package fr.entecole.notifications.lettres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the links of letters lead to. Whoever holds one has proven it: no sign-in is asked for, and nothing is shown
/// of anyone. The one-time word comes in the fragment, which no server is told; the other one only ever stops letters.
@Controller
@Ouvert
class AdresseController {

    private final Adresses adresses;
    private final Desabonnement desabonnement;

    AdresseController(Adresses adresses, Desabonnement desabonnement) {
        this.adresses = adresses;
        this.desabonnement = desabonnement;
    }

    @GetMapping("/notifications/adresse")
    ModelAndView link(Page page) {
        return form(page, "");
    }

    private static ModelAndView form(Page page, String jeton) {
        return page.titled(t("Confirmer votre adresse"))
                .view("notifications/lettres/adresse", Map.of("fait", false, "jeton", jeton));
    }

    @PostMapping("/notifications/adresse")
    ModelAndView verify(Page page, @RequestParam(defaultValue = "") String jeton) {
        var sent = jeton.strip();
        var word = sent.substring(sent.lastIndexOf('#') + 1);
        if (!adresses.verify(word)) {
            var errors = Erreurs.of(
                    "jeton",
                    t(
                            "Ce lien ne convient pas, a déjà servi ou est trop vieux : copiez-le en entier, ou demandez-en un autre dans vos réglages."));
            return form(page.with(errors), sent);
        }
        return page.titled(t("Adresse confirmée"))
                .view("notifications/lettres/adresse", Map.of("fait", true, "jeton", ""));
    }

    @GetMapping("/notifications/desabonnement/{jeton}")
    ModelAndView ask(Page page, @PathVariable String jeton) {
        if (desabonnement.read(jeton).filter(adresses::exists).isEmpty()) {
            throw new Introuvable();
        }
        return page.titled(t("Ne plus recevoir de courriel"))
                .view("notifications/lettres/desabonnement", Map.of("fait", false, "jeton", jeton));
    }

    /// From the page, or from a mail program, which has no form of ours (RFC 8058): the word alone is the proof.
    @PostMapping("/notifications/desabonnement/{jeton}")
    ModelAndView unsubscribe(Page page, @PathVariable String jeton) {
        if (desabonnement.read(jeton).filter(adresses::unsubscribe).isEmpty()) {
            throw new Introuvable();
        }
        var view = page.titled(t("Vous ne recevrez plus de courriel"))
                .view("notifications/lettres/desabonnement", Map.of("fait", true, "jeton", jeton));
        view.setStatus(HttpStatus.OK);
        return view;
    }
}
