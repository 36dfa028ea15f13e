package fr.entecole.liaison.rendezvous;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.liaison.rendezvous.Horaires.Plage;
import fr.entecole.liaison.rendezvous.Proposition.Prise;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the school does with the meetings of a mot of its own.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class TenueController {

    private static final String PAGE = "/liaison/mots/{id}/rendez-vous?fait={fait}";

    private final PagesDeLEcole pages;
    private final LectureDesRendezVous lecture;
    private final TenueDesRendezVous tenue;
    private final GestesDesRendezVous gestes;
    private final Calendriers calendriers;
    private final Clock clock;

    TenueController(
            PagesDeLEcole pages,
            LectureDesRendezVous lecture,
            TenueDesRendezVous tenue,
            GestesDesRendezVous gestes,
            Calendriers calendriers,
            Clock clock) {
        this.pages = pages;
        this.lecture = lecture;
        this.tenue = tenue;
        this.gestes = gestes;
        this.calendriers = calendriers;
        this.clock = clock;
    }

    @GetMapping("/liaison/mots/{id}/rendez-vous/creneaux/{creneau}")
    ModelAndView slot(Page page, Utilisateur utilisateur, @PathVariable UUID id, @PathVariable UUID creneau) {
        return pages.slot(page, utilisateur, id, creneau, "");
    }

    /// @param famille a child and who comes ([LectureDesRendezVous.Famille#code])
    @PostMapping("/liaison/mots/{id}/rendez-vous/creneaux/{creneau}/famille")
    ModelAndView book(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @PathVariable UUID creneau,
            @RequestParam(defaultValue = "") String famille) {
        var mot = pages.mot(utilisateur, id);
        var proposition = pages.proposition(id);
        if (famille.isEmpty()) {
            return pages.slot(
                    page.with(Erreurs.of("famille", t("Choisissez une famille."))), utilisateur, id, creneau, "");
        }
        var chosen = lecture.without(mot, proposition).stream()
                .filter(one -> one.code().equals(famille))
                .findFirst();
        return chosen.isEmpty()
                ? said(id, Issue.DEJA_UN)
                : said(
                        id,
                        gestes.bookFor(
                                utilisateur,
                                mot,
                                creneau,
                                chosen.get().eleve(),
                                chosen.get().responsable()));
    }

    /// @param vers another slot, free or taken
    @PostMapping("/liaison/mots/{id}/rendez-vous/creneaux/{creneau}/deplacement")
    ModelAndView move(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @PathVariable UUID creneau,
            @RequestParam(required = false) @Nullable UUID vers) {
        var mot = pages.mot(utilisateur, id);
        if (vers == null) {
            return pages.slot(
                    page.with(Erreurs.of("vers", t("Choisissez un autre créneau."))), utilisateur, id, creneau, "");
        }
        return said(id, gestes.move(utilisateur, mot, prise(id, creneau), vers));
    }

    @PostMapping("/liaison/mots/{id}/rendez-vous/creneaux/{creneau}/liberation")
    ModelAndView giveUp(Utilisateur utilisateur, @PathVariable UUID id, @PathVariable UUID creneau) {
        var mot = pages.mot(utilisateur, id);
        return said(id, gestes.giveUpFor(utilisateur, mot, prise(id, creneau)));
    }

    @PostMapping("/liaison/mots/{id}/rendez-vous/creneaux/{creneau}/annulation")
    ModelAndView cancel(Utilisateur utilisateur, @PathVariable UUID id, @PathVariable UUID creneau) {
        var mot = pages.mot(utilisateur, id);
        pages.proposition(id);
        return said(id, gestes.cancel(utilisateur, mot, creneau));
    }

    @PostMapping("/liaison/mots/{id}/rendez-vous/creneaux")
    ModelAndView add(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") String de,
            @RequestParam(defaultValue = "") String a) {
        var mot = pages.mot(utilisateur, id);
        pages.proposition(id);
        var day = Dates.typed(jour);
        var from = PropositionForm.hour(de);
        var to = PropositionForm.hour(a);
        if (day.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return again(page, utilisateur, id, t("Donnez un jour, une heure de début et une heure de fin."));
        }
        var one = new Horaires(List.of(new Plage(day.get(), from.get(), to.get())), 1, 0);
        var refus = one.refus(0, page.aujourdhui(), calendriers.of(mot.ecoleId()));
        if (!refus.isEmpty()) {
            return again(page, utilisateur, id, refus);
        }
        return said(
                id,
                tenue.add(
                        GestesDesRendezVous.ecole(utilisateur, mot),
                        day.get().atTime(from.get()).atZone(Calendrier.PARIS).toInstant(),
                        day.get().atTime(to.get()).atZone(Calendrier.PARIS).toInstant(),
                        clock.instant()));
    }

    private ModelAndView again(Page page, Utilisateur utilisateur, UUID id, String refus) {
        return pages.show(page.with(Erreurs.of("jour", refus)), utilisateur, id, "");
    }

    private @Nullable Prise prise(UUID id, UUID creneau) {
        return pages.proposition(id)
                .creneau(creneau)
                .orElseThrow(Introuvable::new)
                .prise();
    }

    private static ModelAndView said(UUID id, Issue issue) {
        return Adresse.go(PAGE, id, issue.code());
    }
}
