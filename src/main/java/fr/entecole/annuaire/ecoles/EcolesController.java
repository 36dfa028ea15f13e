package fr.entecole.annuaire.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.ecoles.LectureDesEcoles.Recherche;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Tranche;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// All schools of the region, found by code, commune, name or state, a page at a time; and one of them.
@Pour(Profil.ADMINISTRATEUR)
@Controller
class EcolesController {

    private static final int PAGE = 50;

    private final LectureDesEcoles lecture;
    private final FicheDEcole fiche;

    EcolesController(LectureDesEcoles lecture, FicheDEcole fiche) {
        this.lecture = lecture;
        this.fiche = fiche;
    }

    /// @param faites how many schools the act that led here has changed
    @GetMapping("/annuaire/ecoles")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "") String apres,
            @RequestParam(defaultValue = "-1") int faites,
            Page page) {
        var recherche = new Recherche(q.strip(), etat);
        var ecoles = Tranche.read(PAGE, most -> lecture.page(recherche, apres, most), LectureDesEcoles.Ecole::cle);
        return page.titled(t("Les écoles"))
                .view(
                        "annuaire/ecoles/ecoles",
                        Map.of("ecoles", ecoles, "recherche", q.strip(), "etat", etat, "faites", faites));
    }

    @GetMapping("/annuaire/ecoles/{id}")
    ModelAndView show(@PathVariable UUID id, @RequestParam(defaultValue = "-1") int faites, Page page) {
        return fiche.of(id)
                .map(f -> page.titled(f.ecole().nom())
                        .view("annuaire/ecoles/ecole", Map.of("fiche", f, "faites", faites)))
                .orElseThrow(Introuvable::new);
    }
}
