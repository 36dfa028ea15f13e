package fr.entecole.surete.arrets;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.AvantLaCharte;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.PourAdultes;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.surete.Appareils;
import fr.entecole.surete.Pauses;
import fr.entecole.surete.SorteSurete;
import fr.entecole.surete.Vu;
import fr.entecole.surete.arrets.Arret.Par;
import fr.entecole.surete.arrets.Arrets.Cible;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Ce n’était pas moi »: from the notice of an entry on a new device, or from one's own account. All stays end, this
/// one too: one comes in again, chooses another password, and is called by the school.
@PourAdultes
@Controller
class PasMoiController {

    private static final Duration JOUR = Duration.ofDays(1);

    private final LectureDesArrets lecture;
    private final Arrets arrets;
    private final Appareils appareils;
    private final Nouvelles nouvelles;
    private final Pauses pauses;
    private final Clock clock;

    PasMoiController(
            LectureDesArrets lecture,
            Arrets arrets,
            Appareils appareils,
            Nouvelles nouvelles,
            Pauses pauses,
            Clock clock) {
        this.pauses = pauses;
        this.lecture = lecture;
        this.arrets = arrets;
        this.appareils = appareils;
        this.nouvelles = nouvelles;
        this.clock = clock;
    }

    @GetMapping("/surete/entrees/{id}")
    ModelAndView entry(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var entree = appareils.entree(id, utilisateur.compteId()).orElseThrow(Introuvable::new);
        nouvelles.read(utilisateur, SorteSurete.NOUVEL_APPAREIL, id);
        return show(page, utilisateur, entree);
    }

    @AvantLaCharte
    @GetMapping("/surete/pas-moi")
    ModelAndView ask(Page page, Utilisateur utilisateur) {
        return show(page, utilisateur, null);
    }

    private ModelAndView show(Page page, Utilisateur utilisateur, Appareils.@Nullable Entree entree) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("entree", entree);
        model.put("arrete", pauses.stopped(utilisateur.compteId()));
        model.put("vu", vu(utilisateur, entree));
        return page.titled(t("Ce n’était pas vous\u00a0?")).view("surete/arrets/pas-moi", model);
    }

    /// @param entree the entry that was not theirs; empty: nobody knows which, since yesterday
    @AvantLaCharte
    @PostMapping("/surete/pas-moi")
    ModelAndView stop(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String entree,
            @RequestParam(defaultValue = "") String vu) {
        var which = which(utilisateur, entree);
        if (!vu.equals(vu(utilisateur, which.orElse(null)))) {
            var erreurs = Erreurs.of("relire", t("Relisez ce qui va s’arrêter, puis confirmez."));
            return show(page.with(erreurs), utilisateur, which.orElse(null));
        }
        var personne = utilisateur.personneId();
        var ecole = lecture.directs(personne)
                ? Cle.PARTOUT
                : lecture.ecoles(personne).stream().sorted().findFirst().orElse(Cle.PARTOUT);
        arrets.stop(
                new Cible(utilisateur.compteId(), personne, ecole),
                which.map(Appareils.Entree::vuLe)
                        .orElseGet(() -> clock.instant().minus(JOUR)),
                Par.TITULAIRE,
                t("La personne dit que ce n’était pas elle."),
                true,
                utilisateur);
        return Adresse.go("/connexion?sortie=arrete");
    }

    private Optional<Appareils.Entree> which(Utilisateur utilisateur, String entree) {
        try {
            return appareils.entree(UUID.fromString(entree), utilisateur.compteId());
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static String vu(Utilisateur utilisateur, Appareils.@Nullable Entree entree) {
        return Vu.of(utilisateur.compteId(), entree == null ? "" : entree.id());
    }
}
