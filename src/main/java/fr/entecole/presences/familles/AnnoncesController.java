package fr.entecole.presences.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendriers;
import fr.entecole.presences.Mots;
import fr.entecole.presences.familles.Excuses.Enfant;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// A guardian says beforehand that a child will be missing: the one place for it.
@SousOnglet(Onglet.JOURNEE)
@Controller
class AnnoncesController {

    private static final int TOO_MANY = 429;

    private final Excuses excuses;
    private final JointesAUneRaison jointes;
    private final Calendriers calendriers;
    private final Clock clock;

    AnnoncesController(Excuses excuses, JointesAUneRaison jointes, Calendriers calendriers, Clock clock) {
        this.excuses = excuses;
        this.jointes = jointes;
        this.calendriers = calendriers;
        this.clock = clock;
    }

    /// @param fait what was just done: `dit`, `deja`, `retire`
    /// @param dite what was just said of a day of every week, which is said again with its days
    @Pour(Profil.PARENT)
    @GetMapping("/presences/absences")
    ModelAndView list(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String fait,
            @RequestParam(defaultValue = "") String dite) {
        return list(page, utilisateur, ExcuseForm.VIDE, List.of(), fait, dite);
    }

    @Pour(Profil.PARENT)
    @PostMapping("/presences/absences")
    ModelAndView announce(
            Page page,
            Utilisateur utilisateur,
            @ModelAttribute ExcuseForm form,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers) {
        var enfants = excuses.enfants(utilisateur);
        var erreurs = form.erreurs(enfants.stream().map(Enfant::eleve).toList(), page.aujourdhui());
        var enfant = enfants.stream()
                .filter(e -> e.eleve().toString().equals(form.text(form.enfant())))
                .findFirst();
        var calendrier = enfant.filter(_ -> erreurs.isEmpty()).map(e -> calendriers.of(e.ecole()));
        calendrier.ifPresent(c -> form.enClasse(c).entries().forEach(e -> erreurs.add(e.getKey(), e.getValue())));
        var pieces = jointes.take(utilisateur, depots, fichiers, erreurs);
        if (!erreurs.isEmpty()) {
            return list(page.with(erreurs), utilisateur, form, pieces, "", "");
        }
        var said = excuses.announce(
                utilisateur,
                enfant.orElseThrow(Introuvable::new),
                form.raison(),
                form.text(form.precisions()),
                form.plage(calendrier.orElseThrow(Introuvable::new)),
                clock.instant());
        if (said.id() == null) {
            return list(page.with(tooMuch(), TOO_MANY), utilisateur, form, pieces, "", "");
        }
        if (said.deja()) {
            return Adresse.go("/presences/absences?fait=deja");
        }
        var refused = jointes.attach(utilisateur, said.id(), enfant.get().ecole(), pieces);
        if (!refused.isEmpty()) {
            excuses.withdraw(utilisateur, said.id());
            return list(page.with(refused), utilisateur, form, pieces, "", "");
        }
        return form.weekly()
                ? Adresse.go("/presences/absences?fait=dit&dite={dite}", said.id())
                : Adresse.go("/presences/absences?fait=dit");
    }

    private static Erreurs tooMuch() {
        return Erreurs.of(
                "precisions",
                t(
                        "Vous avez déjà écrit {0} fois aujourd’hui pour cet enfant. Si c’est urgent, appelez l’école.",
                        Excuses.A_DAY));
    }

    @Pour(Profil.PARENT)
    @PostMapping("/presences/excuses/{id}/retrait")
    ModelAndView withdraw(Utilisateur utilisateur, @PathVariable UUID id) {
        if (!excuses.withdraw(utilisateur, id)) {
            throw new Introuvable();
        }
        jointes.withdraw(id);
        return Adresse.go("/presences/absences?fait=retire");
    }

    private ModelAndView list(
            Page page, Utilisateur utilisateur, ExcuseForm form, List<UUID> depots, String fait, String dite) {
        var dites = excuses.ofParent(utilisateur);
        return page.titled(t("Les absences"))
                .view(
                        "presences/familles/absences",
                        Map.of(
                                "enfants",
                                excuses.enfants(utilisateur),
                                "absences",
                                excuses.absences(utilisateur),
                                "dites",
                                dites,
                                "form",
                                form,
                                "deja",
                                jointes.shown(utilisateur, depots),
                                "fait",
                                fait,
                                "lues",
                                dites.stream()
                                        .filter(e -> e.id().toString().equals(dite))
                                        .map(e -> Mots.plage(e.plage()))
                                        .toList()));
    }
}
