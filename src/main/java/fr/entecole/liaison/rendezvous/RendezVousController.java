package fr.entecole.liaison.rendezvous;

import fr.entecole.liaison.Concernes;
import fr.entecole.liaison.Concernes.Enfant;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.rendezvous.PageDeLaFamille.Fait;
import fr.entecole.liaison.reponses.Correction;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A family chooses a meeting for a child, changes it, gives it up, says which it would like.
@Controller
class RendezVousController {

    private static final String PAGE = "/liaison/mots/{id}/rendez-vous?fait={fait}";

    private final LectureDesMots mots;
    private final Concernes concernes;
    private final LectureDesRendezVous lecture;
    private final CarnetDeRendezVous carnet;
    private final GestesDesRendezVous gestes;
    private final PagesDeLEcole ecole;
    private final PageDeLaFamille famille;
    private final Clock clock;

    RendezVousController(
            LectureDesMots mots,
            Concernes concernes,
            LectureDesRendezVous lecture,
            CarnetDeRendezVous carnet,
            GestesDesRendezVous gestes,
            PagesDeLEcole ecole,
            PageDeLaFamille famille,
            Clock clock) {
        this.mots = mots;
        this.concernes = concernes;
        this.lecture = lecture;
        this.carnet = carnet;
        this.gestes = gestes;
        this.ecole = ecole;
        this.famille = famille;
        this.clock = clock;
    }

    /// @param fait what was just done ([Issue]), for which child
    /// @param creneau that was asked for, and is not taken
    /// @param lu number of the version that was read
    @Pour({Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/liaison/mots/{id}/rendez-vous")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String fait,
            @RequestParam(defaultValue = "") String eleve,
            @RequestParam(defaultValue = "") String creneau,
            @RequestParam(defaultValue = "") String lu,
            @RequestHeader(name = "X-Direct", required = false) @Nullable String parSoi) {
        if (!utilisateur.is(Profil.PARENT)) {
            return ecole.show(page, utilisateur, id, fait);
        }
        var mot = mots.received(utilisateur, id).orElseThrow(Introuvable::new);
        return famille.show(
                page, utilisateur, mot, enfants(utilisateur, mot), new Fait(fait, eleve, creneau, lu), parSoi != null);
    }

    @Pour(Profil.PARENT)
    @HorsEnvoi
    @PostMapping("/liaison/mots/{id}/rendez-vous")
    ModelAndView book(
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam UUID eleve,
            @RequestParam UUID creneau,
            @RequestParam(name = Correction.CHAMP, defaultValue = "") String version) {
        int lu = Correction.lu(version);
        var issue = judge(
                utilisateur,
                id,
                eleve,
                (mot, _) -> lu == mot.numero() ? gestes.book(utilisateur, mot, eleve, creneau) : Issue.CORRIGE);
        return issue == Issue.CORRIGE
                ? Adresse.go(PAGE + "&eleve={eleve}&creneau={creneau}&lu={lu}", id, issue.code(), eleve, creneau, lu)
                : done(id, eleve, issue);
    }

    @Pour(Profil.PARENT)
    @HorsEnvoi
    @PostMapping("/liaison/mots/{id}/rendez-vous/rendu")
    ModelAndView giveUp(Utilisateur utilisateur, @PathVariable UUID id, @RequestParam UUID eleve) {
        return act(
                utilisateur,
                id,
                eleve,
                (mot, proposition) -> proposition
                        .held(eleve, utilisateur.personnes())
                        .flatMap(c -> Optional.ofNullable(c.prise()))
                        .map(prise -> gestes.giveUp(utilisateur, mot, prise))
                        .orElse(Issue.DISPARU));
    }

    /// @param creneau empty: any
    @Pour(Profil.PARENT)
    @HorsEnvoi
    @PostMapping("/liaison/mots/{id}/rendez-vous/souhait")
    ModelAndView wish(
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam UUID eleve,
            @RequestParam(required = false) @Nullable UUID creneau) {
        return act(utilisateur, id, eleve, (mot, proposition) -> {
            if (!proposition.isOpen(clock.instant())) {
                return Issue.CLOS;
            }
            return creneau != null && proposition.creneau(creneau).isEmpty()
                    ? Issue.DISPARU
                    : carnet.wish(id, mot.ecoleId(), creneau, eleve, utilisateur.personneId(), clock.instant());
        });
    }

    @Pour(Profil.PARENT)
    @HorsEnvoi
    @PostMapping("/liaison/mots/{id}/rendez-vous/oubli")
    ModelAndView dropWish(Utilisateur utilisateur, @PathVariable UUID id, @RequestParam UUID eleve) {
        return act(
                utilisateur, id, eleve, (_, _) -> carnet.dropWish(id, eleve, utilisateur.personnes(), clock.instant()));
    }

    private ModelAndView act(
            Utilisateur utilisateur, UUID id, UUID eleve, BiFunction<Mot, Proposition, Issue> gesture) {
        return done(id, eleve, judge(utilisateur, id, eleve, gesture));
    }

    private Issue judge(Utilisateur utilisateur, UUID id, UUID eleve, BiFunction<Mot, Proposition, Issue> gesture) {
        var mot = mots.received(utilisateur, id).orElseThrow(Introuvable::new);
        var proposition = lecture.of(id).orElseThrow(Introuvable::new);
        if (enfants(utilisateur, mot).stream().noneMatch(e -> e.id().equals(eleve))) {
            throw new Introuvable();
        }
        return gesture.apply(mot, proposition);
    }

    private static ModelAndView done(UUID id, UUID eleve, Issue issue) {
        return issue == Issue.DEJA_UN
                ? Adresse.go(PAGE + "&eleve={eleve}", id, issue.code(), eleve)
                : Adresse.go(PAGE, id, issue.code());
    }

    private List<Enfant> enfants(Utilisateur utilisateur, Mot mot) {
        return concernes.asked(concernes.enfants(utilisateur), mot);
    }
}
