package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile.Place;
import fr.entecole.socle.Utilisateur;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The home of every profile: the board of the day, then what the modules' tiles have to say, in their order.
@Controller
class AccueilController {

    private final Tuiles tuiles;
    private final AVenir aVenir;

    AccueilController(Tuiles tuiles, AVenir aVenir) {
        this.tuiles = tuiles;
        this.aVenir = aVenir;
    }

    @Pour
    @GetMapping("/")
    ModelAndView home(Page page, Utilisateur utilisateur) {
        var parts = tuiles.parts(utilisateur);
        var filled = parts.stream().anyMatch(part -> part.place() == Place.COLONNE);
        return page.titled(utilisateur.is(Profil.ELEVE) ? t("Ma page") : t("Accueil"))
                .view(
                        page.petits() ? "portail/accueil-petits" : "portail/accueil",
                        Map.of(
                                "utilisateur",
                                utilisateur,
                                "jour",
                                page.aujourdhui(),
                                "craie",
                                craie(utilisateur),
                                "ardoise",
                                tuiles.contents(parts, Place.ARDOISE, page),
                                "attend",
                                tuiles.contents(parts, Place.ATTEND, page),
                                "outils",
                                tuiles.contents(parts, Place.OUTIL, page),
                                "colonne",
                                tuiles.contents(filled ? parts : aVenir.parts(utilisateur), Place.COLONNE, page),
                                "cote",
                                tuiles.contents(parts, Place.COTE, page)));
    }

    private static String craie(Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case ENSEIGNANT, ELEVE, PERSONNEL -> "classe";
            case REFERENT_VILLE, CONTRIBUTEUR, FINANCES, MAIRE -> "mairie";
            default -> "parent";
        };
    }
}
