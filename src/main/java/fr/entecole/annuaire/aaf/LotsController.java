package fr.entecole.annuaire.aaf;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The batches of the académies' feeds and what each did.
@Pour(Profil.ADMINISTRATEUR)
@Controller
class LotsController {

    private static final int SHOWN = 50;

    private final Lots lots;
    private final LotsDeposes depots;
    private final AafReglages reglages;

    LotsController(Lots lots, LotsDeposes depots, AafReglages reglages) {
        this.lots = lots;
        this.depots = depots;
        this.reglages = reglages;
    }

    @GetMapping("/annuaire/lots")
    ModelAndView list(Page page) {
        return page.titled(t("Les imports"))
                .view(
                        "annuaire/aaf/lots",
                        Map.of(
                                "lots",
                                lots.latest(SHOWN),
                                "depots",
                                depots.open(),
                                "frais",
                                reglages.freshSince(page.aujourdhui())));
    }

    /// @param decision what became of the gesture that led here: `prise`, or `deja` when somebody else was first
    @GetMapping("/annuaire/lots/{id}")
    ModelAndView show(@PathVariable UUID id, @RequestParam(defaultValue = "") String decision, Page page) {
        return lots.find(id)
                .map(lot -> page.titled(t("Un import"))
                        .view(
                                "annuaire/aaf/lot",
                                Map.of(
                                        "detail",
                                        lot,
                                        "decision",
                                        decision,
                                        "reglages",
                                        reglages,
                                        "frais",
                                        reglages.freshSince(page.aujourdhui()))))
                .orElseThrow(Introuvable::new);
    }
}
