package fr.entecole.portail;

import static fr.entecole.socle.Mots.t;

import fr.entecole.socle.Gabarits;
import fr.entecole.socle.Page;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Tuile.Partie;
import fr.entecole.socle.Tuile.Place;
import fr.entecole.socle.Utilisateur;
import gg.jte.Content;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The home of every profile: the board of the day, then what the modules' tiles have to say, in their order.
@Controller
class AccueilController {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRANCE);

    private final List<Tuile> tuiles;
    private final Gabarits gabarits;
    private final Clock clock;

    AccueilController(List<Tuile> tuiles, Gabarits gabarits, Clock clock) {
        this.tuiles = tuiles;
        this.gabarits = gabarits;
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView home(Page page, Utilisateur utilisateur) {
        var parts = tuiles.stream()
                .filter(tuile -> tuile.concerns(utilisateur))
                .flatMap(tuile -> tuile.parts(utilisateur).stream())
                .sorted(Comparator.comparingInt(Partie::ordre))
                .toList();
        boolean petits = page.registre().equals("maternelle") || page.registre().equals("cp-ce1");
        return page.titled(petits || page.registre().equals("ce2-cm2") ? t("Ma page") : t("Accueil"))
                .view(
                        petits ? "portail/accueil-petits" : "portail/accueil",
                        Map.of(
                                "utilisateur", utilisateur,
                                "jour",
                                        capitalised(LocalDate.now(clock.withZone(FRANCE))
                                                .format(JOUR)),
                                "ardoise", contents(parts, Place.ARDOISE, page),
                                "colonne", contents(parts, Place.COLONNE, page),
                                "cote", contents(parts, Place.COTE, page)));
    }

    private List<Content> contents(List<Partie> parts, Place place, Page page) {
        return parts.stream()
                .filter(part -> part.place() == place)
                .map(part -> {
                    Map<String, Object> parameters = new HashMap<>(part.parametres());
                    parameters.put("page", page);
                    return gabarits.part(part.gabarit(), parameters);
                })
                .toList();
    }

    private static String capitalised(String day) {
        return day.substring(0, 1).toUpperCase(Locale.FRANCE) + day.substring(1).replace("e 1 ", "e 1er ");
    }
}
