package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Accessibilite;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.Region;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The pages about the service itself, open to everyone and linked from every footer.
@Controller
@Ouvert
class ServiceController {

    private final Region region;
    private final ObjectProvider<DonneesPersonnelles> donnees;

    ServiceController(Region region, ObjectProvider<DonneesPersonnelles> donnees) {
        this.region = region;
        this.donnees = donnees;
    }

    @GetMapping("/accessibilite")
    ModelAndView accessibilite(Page page) {
        return page.titled(t("Accessibilité"))
                .view(
                        "portail/accessibilite",
                        Map.of("region", region, "audit", Accessibilite.courante(), "aujourdhui", page.aujourdhui()));
    }

    @GetMapping("/mentions-legales")
    ModelAndView mentions(Page page) {
        return page.titled(t("Mentions légales")).view("portail/mentions", Map.of("region", region));
    }

    /// What is kept, and how long, is said by the modules themselves.
    @GetMapping("/donnees-personnelles")
    ModelAndView donnees(Page page) {
        List<DonneesPersonnelles.Traitement> traitements =
                donnees.orderedStream().flatMap(d -> d.describe().stream()).toList();
        return page.titled(t("Données personnelles"))
                .view("portail/donnees", Map.of("region", region, "traitements", traitements));
    }

    @GetMapping("/plan-du-site")
    ModelAndView plan(Page page) {
        return page.titled(t("Plan du site")).view("portail/plan", Map.of());
    }

    /// Kept by the browser, and shown by it when no server answers.
    @GetMapping("/hors-ligne")
    ModelAndView horsLigne(Page page) {
        return page.titled(t("Hors ligne")).view("portail/horsLigne", Map.of());
    }
}
