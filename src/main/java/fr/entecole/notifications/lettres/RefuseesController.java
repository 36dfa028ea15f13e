package fr.entecole.notifications.lettres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// For a head: who of the school is no longer reached by mail.
@Controller
@Pour(Profil.DIRECTEUR)
class RefuseesController {

    private final Refusees refusees;
    private final Appellations appellations;

    RefuseesController(Refusees refusees, Appellations appellations) {
        this.refusees = refusees;
        this.appellations = appellations;
    }

    @GetMapping("/notifications/adresses-refusees")
    ModelAndView list(Page page, Utilisateur utilisateur) {
        var personnes = refusees.in(Perimetre.of(utilisateur).ecolesDirected());
        var noms = appellations.personnes(personnes);
        List<String> names = personnes.stream()
                .flatMap(id -> Stream.ofNullable(noms.get(id)))
                .toList();
        return page.titled(t("Les courriels qui ne passent plus"))
                .view("notifications/lettres/refusees", Map.of("noms", names));
    }
}
