package fr.entecole.annuaire;

import static fr.entecole.socle.Mots.t;

import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// All schools of the region, found by code, commune or name, a page at a time.
@Controller
class EcolesController {

    private static final int PAGE = 50;

    private final LectureDesEcoles lecture;

    EcolesController(LectureDesEcoles lecture) {
        this.lecture = lecture;
    }

    @Pour(Profil.ADMINISTRATEUR)
    @GetMapping("/annuaire/ecoles")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String apres, Page page) {
        var found = lecture.page(q.strip(), apres, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var last = shown.isEmpty() ? null : shown.getLast().uai();
        return page.titled(t("Les écoles"))
                .view(
                        "annuaire/ecoles",
                        Map.of(
                                "ecoles",
                                shown,
                                "recherche",
                                q.strip(),
                                "suite",
                                found.size() > PAGE && last != null ? last : ""));
    }
}
