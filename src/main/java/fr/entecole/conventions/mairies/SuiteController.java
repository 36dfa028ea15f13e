package fr.entecole.conventions.mairies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.saisies.Agents;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.Profil;
import fr.entecole.socle.web.Erreurs;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the letter of a declaration leads to: its word stands in the fragment, which no server is told, and comes by a
/// form (`fragment.js`).
@Ouvert
@Controller
class SuiteController {

    static final String CONFIRMER = "confirmer";

    private final DeclarationsAnnoncees annonces;
    private final Agents agents;

    SuiteController(DeclarationsAnnoncees annonces, Agents agents) {
        this.annonces = annonces;
        this.agents = agents;
    }

    @GetMapping("/conventions/suite")
    ModelAndView ask(Page page) {
        return page.titled(t("Confirmer la déclaration")).view("conventions/mairies/lien", Map.of());
    }

    /// @param etape empty: what was declared is shown again first
    @PostMapping("/conventions/suite")
    ModelAndView go(
            Page page, @RequestParam(defaultValue = "") String jeton, @RequestParam(defaultValue = "") String etape) {
        // the whole link may have been pasted
        var typed = jeton.strip().replaceFirst("^.*#", "");
        if (typed.isEmpty()) {
            return ask(page.with(Erreurs.of("jeton", t("Collez le lien en entier."))));
        }
        var annonce = annonces.find(typed);
        if (annonce.isEmpty()) {
            return gone(page, t("Ce lien a déjà servi, ou il a plus de sept jours. Déclarez les écoles de nouveau."));
        }
        if (!etape.equals(CONFIRMER)) {
            return page.titled(t("Confirmer la déclaration"))
                    .view(
                            "conventions/mairies/confirmation",
                            Map.of("annonce", annonce.get(), "ecoles", annonces.ecoles(annonce.get()), "jeton", typed));
        }
        return annonces.follow(typed)
                .map(convention -> page.titled(t("La déclaration est confirmée"))
                        .view(
                                "conventions/mairies/confirmee",
                                Map.of(
                                        "convention",
                                        convention,
                                        "suivie",
                                        agents.ofCommune(convention.insee(), page.aujourdhui()).stream()
                                                .anyMatch(a -> a.profil() == Profil.REFERENT_VILLE))))
                .orElseGet(
                        () -> gone(
                                page,
                                t(
                                        "Les écoles de la commune ont été déclarées entre-temps\u00a0: sa référente ou son référent ville continue dans l’ENT.")));
    }

    private static ModelAndView gone(Page page, String phrase) {
        var view = page.titled(t("Ce lien ne sert plus")).view("conventions/mairies/fini", Map.of("phrase", phrase));
        view.setStatus(HttpStatus.GONE);
        return view;
    }
}
