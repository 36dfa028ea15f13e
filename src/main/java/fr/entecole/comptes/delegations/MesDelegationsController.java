package fr.entecole.comptes.delegations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// What a school has entrusted to me, and who speaks for the parents there.
@Controller
@Pour({Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
class MesDelegationsController {

    private final LectureDesDelegations lecture;
    private final Appellations appellations;
    private final Clock clock;

    MesDelegationsController(LectureDesDelegations lecture, Appellations appellations, Clock clock) {
        this.lecture = lecture;
        this.appellations = appellations;
        this.clock = clock;
    }

    @GetMapping("/mon-compte/delegations")
    ModelAndView show(Page page, Utilisateur utilisateur) {
        var today = LocalDate.now(clock);
        var mine = lecture.held(utilisateur.personnes(), today);
        var elus = lecture.elus(utilisateur.ecoles(), today);
        var ecoles = new HashSet<>(utilisateur.ecoles());
        mine.forEach(one -> ecoles.add(one.ecole()));
        return page.titled(t("Ce que l’école confie"))
                .view(
                        "comptes/delegations/miennes",
                        Map.of("miennes", mine, "elus", elus, "ecoles", appellations.ecoles(ecoles)));
    }
}
