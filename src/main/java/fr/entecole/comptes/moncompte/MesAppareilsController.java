package fr.entecole.comptes.moncompte;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.appareils.Machine;
import fr.entecole.comptes.sessions.MesSeances;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.PourAdultes;
import fr.entecole.socle.web.Adresse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Mes appareils »: where one is signed in now, and how to be there no more.
@Controller
@PourAdultes
class MesAppareilsController {

    private final MesSeances seances;

    MesAppareilsController(MesSeances seances) {
        this.seances = seances;
    }

    /// @param fait how many stays have just ended
    @GetMapping("/mon-compte/appareils")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "-1") int fait,
            HttpServletRequest request) {
        return page.titled(t("Mes appareils"))
                .view(
                        "comptes/moncompte/appareils",
                        Map.of(
                                "seances",
                                seances.of(utilisateur.compteId(), Machine.SEANCE),
                                "ici",
                                here(request),
                                "fait",
                                fait));
    }

    /// @param seance the stay to end; empty: all but this one
    @PostMapping("/mon-compte/appareils")
    ModelAndView end(
            Utilisateur utilisateur, @RequestParam(defaultValue = "") String seance, HttpServletRequest request) {
        int ended = seances.end(utilisateur.compteId(), here(request), seance.strip(), request.getRemoteAddr());
        return Adresse.go("/mon-compte/appareils?fait={fait}", ended);
    }

    private static String here(HttpServletRequest request) {
        return MesSeances.print(request.getSession().getId());
    }
}
