package fr.entecole.liaison.rendezvous;

import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.MotAccess;
import fr.entecole.liaison.ReglagesLiaison;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The meetings of a mot as its author and the head see them: day by day, who comes, who would like what, who has none.
@Component
class PagesDeLEcole {

    private final LectureDesMots mots;
    private final LectureDesRendezVous lecture;
    private final ReglagesLiaison reglages;
    private final Clock clock;

    PagesDeLEcole(LectureDesMots mots, LectureDesRendezVous lecture, ReglagesLiaison reglages, Clock clock) {
        this.mots = mots;
        this.lecture = lecture;
        this.reglages = reglages;
        this.clock = clock;
    }

    /// One whose families they may follow by name.
    Mot mot(Utilisateur utilisateur, UUID id) {
        return mots.sent(utilisateur, id)
                .filter(mot -> MotAccess.of(utilisateur).follows(mot))
                .orElseThrow(Introuvable::new);
    }

    Proposition proposition(UUID id) {
        return lecture.of(id).orElseThrow(Introuvable::new);
    }

    ModelAndView show(Page page, Utilisateur utilisateur, UUID id, String fait) {
        var mot = mot(utilisateur, id);
        var proposition = proposition(id);
        return page.titled(mot.titre())
                .view(
                        "liaison/rendezvous/carnet",
                        Map.of(
                                "mot",
                                mot,
                                "proposition",
                                proposition,
                                "sans",
                                lecture.without(mot, proposition),
                                "souhaits",
                                lecture.wishes(id),
                                "fait",
                                fait,
                                "fin",
                                reglages.fin(mot.annee()),
                                "maintenant",
                                clock.instant()));
    }

    ModelAndView slot(Page page, Utilisateur utilisateur, UUID id, UUID creneau, String fait) {
        var mot = mot(utilisateur, id);
        var proposition = proposition(id);
        var slot = proposition.creneau(creneau).orElseThrow(Introuvable::new);
        return page.titled(Heures.words(slot.debut()))
                .view(
                        "liaison/rendezvous/creneau",
                        Map.of(
                                "mot",
                                mot,
                                "proposition",
                                proposition,
                                "creneau",
                                slot,
                                "sans",
                                lecture.without(mot, proposition),
                                "souhaits",
                                lecture.wishes(id),
                                "fait",
                                fait,
                                "maintenant",
                                clock.instant()));
    }
}
