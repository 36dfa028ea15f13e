package fr.entecole.notifications;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.notifications.EnfantsConcernes.Enfant;
import fr.entecole.notifications.LectureDesNouvelles.Ligne;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Tranche;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The list behind the bell.
@Controller
@Pour
class NotificationsController {

    private final LectureDesNouvelles lignes;
    private final Sortes sortes;
    private final Appellations appellations;
    private final EnfantsConcernes enfants;

    NotificationsController(
            LectureDesNouvelles lignes, Sortes sortes, Appellations appellations, EnfantsConcernes enfants) {
        this.lignes = lignes;
        this.sortes = sortes;
        this.appellations = appellations;
        this.enfants = enfants;
    }

    @GetMapping("/notifications")
    ModelAndView list(Page page, Utilisateur utilisateur, @RequestParam(required = false) @Nullable UUID apres) {
        var tranche = Tranche.read(LectureDesNouvelles.PAGE, most -> lignes.page(utilisateur, apres, most), Ligne::id);
        return page.titled(page.registre().equals("adulte") ? t("Vos nouvelles") : t("Tes nouvelles"))
                .view(
                        "notifications/nouvelles",
                        Map.of(
                                "lignes",
                                tranche,
                                "sortes",
                                sortes,
                                "ecoles",
                                ecoles(tranche.elements()),
                                "enfants",
                                children(utilisateur)));
    }

    private List<Enfant> children(Utilisateur utilisateur) {
        return utilisateur.is(Profil.PARENT)
                        && Perimetre.of(utilisateur).enfants().size() > 1
                ? enfants.of(utilisateur.personnes())
                : List.of();
    }

    /// Nothing for whoever hears of one alone: it goes without saying.
    private Map<UUID, String> ecoles(List<Ligne> lignes) {
        var several = lignes.stream().map(Ligne::ecole).distinct().toList();
        return several.size() < 2 ? Map.of() : appellations.ecoles(several);
    }

    @PostMapping("/notifications/{id}/lecture")
    ModelAndView read(Utilisateur utilisateur, @PathVariable UUID id) {
        return Adresse.go(lignes.read(utilisateur, id).orElseThrow(Introuvable::new));
    }

    @PostMapping("/notifications/lecture")
    ModelAndView readAll(Utilisateur utilisateur, @RequestParam UUID jusque) {
        if (!lignes.readAll(utilisateur, jusque)) {
            throw new Introuvable();
        }
        return Adresse.go("/notifications");
    }
}
