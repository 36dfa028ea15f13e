package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Accessibilite;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.Region;
import fr.entecole.socle.Tuile.Place;
import gg.jte.Content;
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
    private final Tuiles tuiles;

    ServiceController(Region region, ObjectProvider<DonneesPersonnelles> donnees, Tuiles tuiles) {
        this.region = region;
        this.donnees = donnees;
        this.tuiles = tuiles;
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

    /// The menu, and every tool that the rooms put within reach of this person.
    @GetMapping("/plan-du-site")
    ModelAndView plan(Page page) {
        var utilisateur = page.utilisateur();
        var outils = utilisateur == null
                ? List.<Content>of()
                : tuiles.contents(tuiles.parts(utilisateur), Place.OUTIL, page);
        return page.titled(t("Plan du site")).view("portail/plan", Map.of("outils", outils));
    }

    /// Kept by the browser, and shown by it when no server answers.
    @GetMapping("/hors-ligne")
    ModelAndView horsLigne(Page page) {
        return page.titled(t("Hors ligne")).view("portail/horsLigne", Map.of());
    }
}
