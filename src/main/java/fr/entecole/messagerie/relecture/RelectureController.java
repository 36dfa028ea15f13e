package fr.entecole.messagerie.relecture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Pupils' messages that wait for a teacher of theirs.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class RelectureController {

    private static final int LONGEST = 300;

    private final MessagesRetenus retenues;
    private final Clock clock;

    RelectureController(MessagesRetenus retenues, Clock clock) {
        this.retenues = retenues;
        this.clock = clock;
    }

    /// @param fait `laisse`, `rendu`
    @GetMapping("/messagerie/relecture")
    ModelAndView show(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String fait) {
        return show(page, utilisateur, fait, Map.of());
    }

    /// @param geste `rendre` gives it back, with a word to its author
    @PostMapping("/messagerie/relecture/{message}")
    ModelAndView decide(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "") String geste,
            @RequestParam(defaultValue = "") String motif) {
        var retenue = retenues.of(utilisateur, message).orElseThrow(Introuvable::new);
        if (!geste.equals("rendre")) {
            retenues.let(utilisateur, retenue, clock.instant());
            return Adresse.go("/messagerie/relecture?fait=laisse");
        }
        var why = motif.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            var erreurs =
                    Erreurs.of("motif-" + message, t("Dites à l’élève pourquoi, en {0} caractères au plus.", LONGEST));
            return show(page.with(erreurs), utilisateur, "", Map.of(message, motif));
        }
        retenues.giveBack(utilisateur, retenue, why, clock.instant());
        return Adresse.go("/messagerie/relecture?fait=rendu");
    }

    private ModelAndView show(Page page, Utilisateur utilisateur, String fait, Map<UUID, String> motifs) {
        return page.titled(t("Messages d’élèves à relire"))
                .view(
                        "messagerie/relecture/relecture",
                        Map.of("retenues", retenues.of(utilisateur), "fait", fait, "motifs", motifs));
    }
}
