package fr.entecole.portail;

import static fr.entecole.socle.Phrases.jour;
import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.eleves.Interlocuteurs;
import fr.entecole.annuaire.eleves.Interlocuteurs.Interlocuteur;
import fr.entecole.redaction.TextesDuService;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Region;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Help, signed in or not: whom to ask, the questions of a first morning, and what to say when one asks for more.
@Ouvert
@Controller
class AideController {

    private static final ZoneId ICI = ZoneId.of("Europe/Paris");

    private final Interlocuteurs interlocuteurs;
    private final Region region;
    private final TextesDuService textes;
    private final Clock clock;

    AideController(Interlocuteurs interlocuteurs, Region region, TextesDuService textes, Clock clock) {
        this.interlocuteurs = interlocuteurs;
        this.region = region;
        this.textes = textes;
        this.clock = clock;
    }

    @GetMapping("/aide")
    ModelAndView help(Page page) {
        var utilisateur = page.utilisateur();
        page.titled(t("Aide"));
        if (utilisateur != null && utilisateur.is(Profil.ELEVE)) {
            return page.view("portail/aide-eleve", Map.of());
        }
        var now = ZonedDateTime.now(clock.withZone(ICI));
        return page.view(
                "portail/aide",
                Map.of(
                        "interlocuteurs",
                        whoToAsk(utilisateur),
                        "region",
                        region,
                        "dit",
                        textes.read(AideDeLaRegionController.CLE),
                        "moment",
                        t(
                                "{0} à {1} h {2}",
                                jour(now.toLocalDate()), now.getHour(), "%02d".formatted(now.getMinute()))));
    }

    private List<Interlocuteur> whoToAsk(@Nullable Utilisateur utilisateur) {
        if (utilisateur == null) {
            return List.of();
        }
        return switch (utilisateur.profil()) {
            case PARENT -> interlocuteurs.ofResponsables(utilisateur.personnes());
            case ENSEIGNANT, PERSONNEL -> interlocuteurs.ofEcoles(utilisateur.ecoles());
            default -> List.of();
        };
    }
}
