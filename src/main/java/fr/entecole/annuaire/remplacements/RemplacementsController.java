package fr.entecole.annuaire.remplacements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.remplacements.LectureDesRemplacements.Ecole;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// A head gives a class to someone from a day to a day, and ends it before. « Mon équipe » shows them.
@SousOnglet(OngletsAnnuaire.ECOLE)
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
@Controller
@RequestMapping("/annuaire/ecoles/{ecole}/remplacements")
class RemplacementsController {

    private final LectureDesRemplacements lecture;
    private final Remplacements remplacements;

    RemplacementsController(LectureDesRemplacements lecture, Remplacements remplacements) {
        this.lecture = lecture;
        this.remplacements = remplacements;
    }

    @GetMapping
    ModelAndView form(
            @PathVariable UUID ecole, @ModelAttribute RemplacementForm form, Page page, Utilisateur utilisateur) {
        return view(page, found(ecole, utilisateur), form.from(page.aujourdhui()));
    }

    @PostMapping
    ModelAndView name(
            @PathVariable UUID ecole, @ModelAttribute RemplacementForm form, Page page, Utilisateur utilisateur) {
        var school = found(ecole, utilisateur);
        if (form.searches()) {
            return view(page, school, form);
        }
        var erreurs = form.erreurs(page.aujourdhui());
        if (!erreurs.isEmpty()) {
            return view(page.with(erreurs), school, form);
        }
        var classe = form.classeId().flatMap(school::classe).orElseThrow(Introuvable::new);
        var qui = form.personnelId()
                .filter(id -> lecture.nommables(ecole, "", id).stream().anyMatch(n -> n.id().equals(id)))
                .orElseThrow(Introuvable::new);
        if (!remplacements.name(ecole, classe.id(), qui, form.duJour(), form.auJour(), utilisateur)) {
            return view(
                    page.with(
                            Erreurs.of(
                                    "du",
                                    t(
                                            "Cette personne remplace déjà dans cette classe l’un de ces jours : changez les jours, ou mettez d’abord fin à ce remplacement."))),
                    school,
                    form);
        }
        return team(ecole, "remplacement");
    }

    @PostMapping("/{remplacement}/fin")
    ModelAndView end(@PathVariable UUID ecole, @PathVariable UUID remplacement, Utilisateur utilisateur) {
        found(ecole, utilisateur);
        if (!remplacements.end(ecole, remplacement, utilisateur)) {
            throw new Introuvable();
        }
        return team(ecole, "remplacement-fini");
    }

    private Ecole found(UUID ecole, Utilisateur utilisateur) {
        return lecture.ecole(ecole, utilisateur).orElseThrow(Introuvable::new);
    }

    private ModelAndView view(Page page, Ecole ecole, RemplacementForm form) {
        return page.titled(t("Un remplacement"))
                .view(
                        "annuaire/remplacements/nouveau",
                        Map.of(
                                "ecole",
                                ecole,
                                "form",
                                form,
                                "nommables",
                                lecture.nommables(
                                        ecole.id(),
                                        form.cherche(),
                                        form.personnelId().orElse(null))));
    }

    private static ModelAndView team(UUID ecole, String fait) {
        return Adresse.go("/annuaire/ecoles/{ecole}/equipe?fait={fait}", ecole, fait);
    }
}
