package fr.entecole.conventions.region;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where the communes of a year stand, on a map; the board is the table behind it.
@SousOnglet(OngletsAnnuaire.ECOLES)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class CarteController {

    private final LectureDuTableau lecture;
    private final Communes communes;

    CarteController(LectureDuTableau lecture, Communes communes) {
        this.lecture = lecture;
        this.communes = communes;
    }

    @GetMapping("/conventions/carte")
    ModelAndView show(Page page, @RequestParam(defaultValue = "0") int annee) {
        int year = annee == 0 ? AnneeScolaire.of(page.aujourdhui()).rentree() : annee;
        return page.titled(t("La carte des conventions"))
                .view(
                        "conventions/region/carte",
                        Map.of("annee", year, "carte", communes.picture(lecture.byCommune(year, page.aujourdhui()))));
    }
}
