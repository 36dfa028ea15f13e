package fr.entecole.surete;

import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What somebody reads who opens a form while nothing of theirs leaves: why, before they write, instead of the form.
@Component
public class PageDePause {

    private final Pauses pauses;
    private final Clock clock;

    PageDePause(Pauses pauses, Clock clock) {
        this.pauses = pauses;
        this.clock = clock;
    }

    /// Whether nothing of theirs leaves now.
    public boolean holds(Utilisateur utilisateur) {
        return pauses.of(utilisateur) == Palier.RIEN;
    }

    /// Before they take back what nobody has read, which sends nothing: a freeze of many lets it be. What left an
    /// account that is stopped is hidden, and judged by who reopens it: whoever came in with its password must not
    /// choose what is found of it. A message may be taken back all the same: one that was delivered is sealed even so.
    ///
    /// @throws RuntimeException which this module answers with the page, when their own account is stopped
    public void checkTakingBack(Utilisateur utilisateur) {
        if (pauses.stopped(utilisateur.compteId())) {
            pauses.check(utilisateur, Map.of());
        }
    }

    /// @param textes what they had begun to write
    /// @return empty where they may write
    public Optional<ModelAndView> instead(Page page, Utilisateur utilisateur, String... textes) {
        var written = Arrays.stream(textes)
                .map(EnvoiEnPause::plain)
                .filter(texte -> !texte.isEmpty())
                .toList();
        return pauses.holding(utilisateur)
                .filter(tenue -> tenue.palier(clock.instant()) == Palier.RIEN)
                .map(tenue -> PauseController.view(page, tenue, List.copyOf(written), clock));
    }
}
