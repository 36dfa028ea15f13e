package fr.entecole.annuaire.restrictions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The board of a head's restrictions.
@SousOnglet(OngletsAnnuaire.ECOLE)
@Pour(Profil.DIRECTEUR)
@Controller
class TableauController {

    private final TableauDesRestrictions tableau;

    TableauController(TableauDesRestrictions tableau) {
        this.tableau = tableau;
    }

    @GetMapping("/annuaire/restrictions")
    ModelAndView board(Page page, Utilisateur head) {
        return page.titled(t("Les restrictions"))
                .view("annuaire/restrictions/tableau", Map.of("cartes", tableau.of(head)));
    }
}
