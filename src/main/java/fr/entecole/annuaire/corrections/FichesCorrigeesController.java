package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.eleves.LectureDesEleves;
import fr.entecole.annuaire.eleves.LectureDesEleves.Fiche;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The head corrects the record of a pupil of her school, or of one of the pupil's guardians.
@SousOnglet(OngletsAnnuaire.CLASSES)
@Pour(Profil.DIRECTEUR)
@Controller
@RequestMapping("/annuaire/eleves/{eleve}")
class FichesCorrigeesController {

    private final LectureDesEleves eleves;
    private final FichesCorrigees corrections;

    FichesCorrigeesController(LectureDesEleves eleves, FichesCorrigees corrections) {
        this.eleves = eleves;
        this.corrections = corrections;
    }

    @GetMapping("/correction")
    ModelAndView pupil(Page page, Utilisateur head, @PathVariable UUID eleve) {
        return show(page, fiche(eleve, head), null);
    }

    @PostMapping("/correction")
    ModelAndView correctPupil(
            Page page, Utilisateur head, @PathVariable UUID eleve, @RequestParam Map<String, String> typed) {
        return correct(page, head, fiche(eleve, head), null, typed);
    }

    @GetMapping("/responsables/{responsable}/correction")
    ModelAndView guardian(Page page, Utilisateur head, @PathVariable UUID eleve, @PathVariable UUID responsable) {
        return show(page, fiche(eleve, head), responsable);
    }

    @PostMapping("/responsables/{responsable}/correction")
    ModelAndView correctGuardian(
            Page page,
            Utilisateur head,
            @PathVariable UUID eleve,
            @PathVariable UUID responsable,
            @RequestParam Map<String, String> typed) {
        return correct(page, head, fiche(eleve, head), responsable, typed);
    }

    private ModelAndView show(Page page, Fiche eleve, @Nullable UUID responsable) {
        var fiche = read(eleve, responsable);
        return view(page, eleve, responsable, fiche, CorrectionForm.of(fiche));
    }

    private ModelAndView correct(
            Page page, Utilisateur head, Fiche eleve, @Nullable UUID responsable, Map<String, String> typed) {
        var fiche = read(eleve, responsable);
        var form = CorrectionForm.typed(fiche.nature(), typed);
        var erreurs = form.erreurs(page.aujourdhui());
        if (!erreurs.isEmpty()) {
            return view(page.with(erreurs), eleve, responsable, fiche, form);
        }
        corrections.correct(fiche, eleve.ecoleId(), form.valeurs(), form.motif(), head);
        return Adresse.go("/annuaire/eleves/{eleve}?fait=corrige", eleve.id());
    }

    private FichesCorrigees.Fiche read(Fiche eleve, @Nullable UUID responsable) {
        if (responsable != null && !eleve.contacts().containsKey(responsable)) {
            throw new Introuvable();
        }
        return responsable == null
                ? corrections.read(Nature.ELEVE, eleve.id())
                : corrections.read(Nature.RESPONSABLE, responsable);
    }

    private Fiche fiche(UUID eleve, Utilisateur head) {
        return eleves.find(eleve, head.personneId()).filter(Fiche::dirige).orElseThrow(Introuvable::new);
    }

    private static ModelAndView view(
            Page page, Fiche eleve, @Nullable UUID responsable, FichesCorrigees.Fiche fiche, CorrectionForm form) {
        var path = "/annuaire/eleves/" + eleve.id();
        return page.titled(t("Corriger une fiche"))
                .view(
                        "annuaire/corrections/correction",
                        Map.of(
                                "eleve",
                                eleve,
                                "qui",
                                responsable == null
                                        ? eleve.nomComplet()
                                        : Objects.requireNonNull(
                                                        eleve.contacts().get(responsable))
                                                .nomComplet(),
                                "action",
                                responsable == null
                                        ? path + "/correction"
                                        : path + "/responsables/" + responsable + "/correction",
                                "fiche",
                                fiche,
                                "form",
                                form));
    }
}
