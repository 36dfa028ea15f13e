package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.Convention;
import fr.entecole.conventions.ConventionAccess;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
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

/// The act of the commune, with what stands on it: what does not agree is said on the convention’s page, never in the
/// way.
@Pour({Profil.REFERENT_VILLE, Profil.MAIRE})
@Controller
class ActeController {

    private final LectureDesConventions lecture;
    private final Conventions conventions;
    private final PdfRecus recus;

    ActeController(LectureDesConventions lecture, Conventions conventions, PdfRecus recus) {
        this.lecture = lecture;
        this.conventions = conventions;
        this.recus = recus;
    }

    @GetMapping("/conventions/{id}/acte")
    ModelAndView write(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var convention = mine(utilisateur, id);
        return form(page, utilisateur, convention, ActeForm.of(convention, page.aujourdhui()), List.of());
    }

    @PostMapping("/conventions/{id}/acte")
    ModelAndView deposit(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @ModelAttribute ActeForm form,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers) {
        var convention = mine(utilisateur, id);
        var erreurs = form.erreurs(page.aujourdhui());
        var pieces = recus.take(utilisateur, depots, fichiers, t("acte"), erreurs);
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), utilisateur, convention, form, pieces);
        }
        conventions.deposit(id, form.acte(), pieces, utilisateur);
        return Adresse.go("/conventions/{id}?fait=acte", id);
    }

    private ModelAndView form(
            Page page, Utilisateur utilisateur, Convention convention, ActeForm form, List<UUID> depots) {
        return page.titled(t("Déposer l’acte de la commune"))
                .view(
                        "conventions/commune/acte",
                        Map.of("convention", convention, "form", form, "deja", recus.shown(utilisateur, depots)));
    }

    private Convention mine(Utilisateur utilisateur, UUID id) {
        var convention = lecture.readable(utilisateur, id);
        if (!ConventionAccess.of(utilisateur).signs(convention.communes())) {
            throw new Introuvable();
        }
        return convention;
    }
}
