package fr.entecole.rgpd.violations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.rgpd.violations.Violation.Genre;
import fr.entecole.rgpd.violations.Violation.Note;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Opened by whoever learns of it, the officer or the region; followed until it closes.
@Pour({Profil.DPO, Profil.ADMINISTRATEUR})
@Controller
@RequestMapping("/rgpd/violations")
class ViolationsController {

    private static final int LONGEST = 2000;

    private final Violations violations;
    private final Appellations appellations;

    ViolationsController(Violations violations, Appellations appellations) {
        this.violations = violations;
        this.appellations = appellations;
    }

    @GetMapping
    ModelAndView list(Page page) {
        return list(page, ViolationForm.EMPTY);
    }

    private ModelAndView list(Page page, ViolationForm form) {
        return page.titled(t("Violations de données"))
                .view(
                        "rgpd/violations/violations",
                        Map.of("violations", violations.all(), "form", form, "maintenant", violations.now()));
    }

    @PostMapping
    ModelAndView open(Page page, Utilisateur utilisateur, ViolationForm form) {
        var erreurs = form.erreurs(violations.now());
        if (!erreurs.isEmpty()) {
            return list(page.with(erreurs), form);
        }
        var id = violations.open(form.connue(), form.titre(), form.which(), form.count(), form.constat(), utilisateur);
        return Adresse.go("/rgpd/violations/{id}?fait=ouverte", id);
    }

    /// @param fait what was just done: `ouverte`, `note`, `close`
    @GetMapping("/{id}")
    ModelAndView show(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String fait) {
        return show(page, id, fait, Map.of());
    }

    private ModelAndView show(Page page, UUID id, String fait, Map<String, String> typed) {
        var violation = violations.find(id).orElseThrow(Introuvable::new);
        return page.titled(violation.titre())
                .view(
                        "rgpd/violations/violation",
                        Map.of(
                                "violation",
                                violation,
                                "noms",
                                appellations.personnes(violation.notes().stream()
                                        .map(Note::par)
                                        .filter(Objects::nonNull)
                                        .distinct()
                                        .toList()),
                                "maintenant",
                                violations.now(),
                                "fait",
                                fait,
                                "saisie",
                                typed));
    }

    @PostMapping("/{id}/notes")
    ModelAndView note(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String genre,
            @RequestParam(defaultValue = "") String texte) {
        var which = Arrays.stream(Genre.values())
                .filter(one -> one.name().equals(genre))
                .findFirst();
        var erreurs = new Erreurs();
        if (which.isEmpty()) {
            erreurs.add("genre", t("Choisissez de quoi il s’agit."));
        }
        if (texte.isBlank() || texte.strip().length() > LONGEST) {
            erreurs.add("texte", t("Écrivez-le en {0, number} caractères au plus.", LONGEST));
        }
        if (!erreurs.isEmpty()) {
            return show(page.with(erreurs), id, "", Map.of("genre", genre, "texte", texte));
        }
        if (!violations.note(id, which.orElseThrow(), texte.strip(), utilisateur)) {
            throw new Introuvable();
        }
        return Adresse.go("/rgpd/violations/{id}?fait=note", id);
    }

    @PostMapping("/{id}/fin")
    ModelAndView close(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        if (!violations.close(id, utilisateur)) {
            var erreurs = Erreurs.of(
                    "genre",
                    t(
                            "Écrivez d’abord si la CNIL a été avertie, avec le numéro du dossier, ou pourquoi elle ne l’a pas été."));
            return show(page.with(erreurs), id, "", Map.of());
        }
        return Adresse.go("/rgpd/violations/{id}?fait=close", id);
    }
}
