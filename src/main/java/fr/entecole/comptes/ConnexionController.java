package fr.entecole.comptes;

import static fr.entecole.socle.Mots.t;

import fr.entecole.socle.Page;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ConnexionController {

    @GetMapping("/connexion")
    ModelAndView form(Page page) {
        return page.titled(t("Entrer"))
                .view("comptes/connexion", Map.of("identifiant", "", "erreur", "", "entrees", List.of()));
    }
}
