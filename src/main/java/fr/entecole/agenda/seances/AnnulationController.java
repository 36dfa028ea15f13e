package fr.entecole.agenda.seances;

import fr.entecole.agenda.LectureDeLAgenda;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Cancels a date, it and those after it, or all of them, and takes it back from the page that says so.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class AnnulationController {

    private final LectureDeLAgenda lecture;
    private final TenueDesSeances tenue;
    private final Clock clock;

    AnnulationController(LectureDeLAgenda lecture, TenueDesSeances tenue, Clock clock) {
        this.lecture = lecture;
        this.tenue = tenue;
        this.clock = clock;
    }

    /// @param seance the one date that is; null: all that are to come
    /// @param suivantes those after it too
    @PostMapping("/agenda/evenements/{id}/annulation")
    ModelAndView cancel(
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID seance,
            @RequestParam(defaultValue = "false") boolean suivantes) {
        var detail = SeancesController.changed(lecture, utilisateur, id);
        if (seance != null && detail.seance(seance) == null) {
            throw new Introuvable();
        }
        if (tenue.cancel(detail.evenement(), seance, suivantes, SeancesController.auteur(utilisateur), clock.instant())
                == 0) {
            return Adresse.go("/agenda/evenements/{id}?fait=deja", id);
        }
        int version =
                SeancesController.changed(lecture, utilisateur, id).evenement().version();
        return Adresse.go("/agenda/evenements/{id}?fait=annule&version={version}", id, version);
    }

    /// @param version the one that cancelling has left
    @PostMapping("/agenda/evenements/{id}/retablissement")
    ModelAndView restore(
            Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String version) {
        var event = SeancesController.changed(lecture, utilisateur, id).evenement();
        int restored = tenue.restore(
                event, SeancesController.number(version), SeancesController.auteur(utilisateur), clock.instant());
        return Adresse.go("/agenda/evenements/{id}?fait={fait}", id, restored > 0 ? "retabli" : "depasse");
    }
}
