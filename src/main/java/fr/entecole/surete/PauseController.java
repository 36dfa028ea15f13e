package fr.entecole.surete;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Why one's sending is stopped, for whom it is; home for everyone else.
@Pour
@Controller
class PauseController {

    private final Pauses pauses;
    private final Clock clock;

    PauseController(Pauses pauses, Clock clock) {
        this.pauses = pauses;
        this.clock = clock;
    }

    @GetMapping("/surete/pause")
    ModelAndView show(Page page, Utilisateur utilisateur) {
        return pauses.holding(utilisateur)
                .map(tenue -> view(page, tenue, List.of(), clock))
                .orElseGet(() -> Adresse.go("/"));
    }

    static ModelAndView view(Page page, Tenue tenue, List<String> textes, Clock clock) {
        var moi = page.utilisateur();
        boolean eleve = moi != null && moi.is(Profil.ELEVE);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("tenue", tenue);
        model.put("textes", textes);
        model.put("peu", tenue.palier(clock.instant()) == Palier.PEU);
        model.put("suite", tenue.next(clock.instant()).orElse(null));
        return page.titled(eleve ? t("Tes envois sont en pause") : t("Vos envois sont en pause"))
                .view(eleve ? "surete/pause-eleve" : "surete/pause", model);
    }
}
