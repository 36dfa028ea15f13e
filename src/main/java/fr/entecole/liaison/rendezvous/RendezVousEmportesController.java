package fr.entecole.liaison.rendezvous;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.rendezvous.Proposition.Creneau;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Meetings that one takes along: on paper for the school, in the calendar of a telephone for a family.
@Controller
class RendezVousEmportesController {

    private final LectureDesMots mots;
    private final LectureDesRendezVous lecture;
    private final PagesDeLEcole pages;
    private final Imprimerie imprimerie;
    private final Clock clock;

    RendezVousEmportesController(
            LectureDesMots mots,
            LectureDesRendezVous lecture,
            PagesDeLEcole pages,
            Imprimerie imprimerie,
            Clock clock) {
        this.mots = mots;
        this.lecture = lecture;
        this.pages = pages;
        this.imprimerie = imprimerie;
        this.clock = clock;
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @HorsEnvoi
    @PostMapping("/liaison/mots/{id}/rendez-vous/papier")
    @Nullable
    ModelAndView print(Page page, Utilisateur utilisateur, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        var mot = pages.mot(utilisateur, id);
        var proposition = pages.proposition(id);
        var attente = new Attente(Map.of(), "", "/liaison/mots/" + id + "/rendez-vous", t("Retour aux rendez-vous"));
        return imprimerie.print(page, attente, response, () -> {
            try (var tirage = imprimerie.open(response, "rendez-vous-" + page.aujourdhui())) {
                tirage.add(
                        List.of(RendezVousImprimes.of(mot.titre(), proposition).feuillet()));
                tirage.finish();
            }
            return null;
        });
    }

    /// What one has taken oneself: another guardian's is not found.
    @Pour(Profil.PARENT)
    @GetMapping("/liaison/mots/{id}/rendez-vous/{prise}/agenda")
    ResponseEntity<byte[]> agenda(Utilisateur utilisateur, @PathVariable UUID id, @PathVariable UUID prise) {
        var mot = mots.received(utilisateur, id).orElseThrow(Introuvable::new);
        var proposition = lecture.of(id).orElseThrow(Introuvable::new);
        var held = proposition.creneaux().stream()
                .filter(c -> isHeld(c, prise, utilisateur))
                .findFirst()
                .orElseThrow(Introuvable::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rendez-vous.ics\"")
                .body(AgendaDUnRendezVous.of(
                        prise, mot.titre(), proposition.lieu(), held.debut(), held.fin(), clock.instant()));
    }

    private static boolean isHeld(Creneau creneau, UUID prise, Utilisateur utilisateur) {
        var one = creneau.prise();
        return one != null && one.id().equals(prise) && one.isOf(utilisateur.personnes());
    }
}
