package fr.entecole.conventions.mairies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Codes;
import fr.entecole.conventions.recherche.CommunesCherchees;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.web.Erreurs;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where a declaration without an account begins: which commune, which year.
@Ouvert
@Controller
class CommunesTrouveesController {

    private final CommunesCherchees communes;
    private final DeclarationsAnnoncees annonces;

    CommunesTrouveesController(CommunesCherchees communes, DeclarationsAnnoncees annonces) {
        this.communes = communes;
        this.annonces = annonces;
    }

    /// @param q name, SIRET or INSEE code
    @GetMapping("/conventions/declarer")
    ModelAndView find(Page page, @RequestParam(defaultValue = "") String q) {
        var found = communes.find(q);
        var asked = q.isBlank() || !found.isEmpty() ? page : page.with(Erreurs.of("q", nobody(q)));
        return asked.titled(t("Inscrire les écoles de la commune"))
                .view("conventions/mairies/communes", Map.of("q", q, "communes", found, "annees", annonces.open()));
    }

    /// What to mend where no commune is found: fourteen digits were meant for a SIRET.
    private static String nobody(String q) {
        var digits = q.replaceAll("[\\s\u00a0]", "");
        if (!digits.matches("\\d{14}")) {
            return t(
                    "Aucune commune ayant une école publique ne s’appelle ainsi. Écrivez le début de son nom, ou ses 14 chiffres de SIRET.");
        }
        return Codes.siret(digits)
                ? t("Aucune commune ayant une école publique n’a ce SIRET. Écrivez le début de son nom.")
                : t("Ce SIRET n’existe pas\u00a0: un de ses 14 chiffres est faux. Vérifiez-le, ou écrivez le nom.");
    }
}
