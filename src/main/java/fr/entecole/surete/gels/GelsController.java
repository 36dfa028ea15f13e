package fr.entecole.surete.gels;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.surete.Palier;
import fr.entecole.surete.Vu;
import fr.entecole.surete.gels.LieuxDesGels.Lieu;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Freezing the sending of a profile, and reopening it by steps.
@SousOnglet({OngletsAnnuaire.ECOLE, OngletsAnnuaire.ANNUAIRE})
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
@Controller
@RequestMapping("/surete/gels")
class GelsController {

    private final Gels gels;
    private final LieuxDesGels lieux;

    GelsController(Gels gels, LieuxDesGels lieux) {
        this.gels = gels;
        this.lieux = lieux;
    }

    @GetMapping("/nouveau")
    ModelAndView ask(Page page, Utilisateur utilisateur) {
        return form(page, utilisateur, GelForm.empty());
    }

    /// Says first whom it would stop, and again where that has changed since.
    ///
    /// @param vu what was shown
    @Confirmee
    @PostMapping
    ModelAndView freeze(
            Page page,
            Utilisateur utilisateur,
            @ModelAttribute GelForm form,
            @RequestParam(defaultValue = "") String vu) {
        var erreurs = form.erreurs();
        var lieu = lieux.of(utilisateur, form);
        if (lieu.isEmpty()) {
            erreurs.add(
                    form.ecole().isEmpty() ? "lieu" : "ecole",
                    form.ecole().isEmpty() ? t("Choisissez où.") : lieux.unknown(form.ecole()));
        }
        if (lieu.isEmpty() || !erreurs.isEmpty()) {
            return form(page.with(erreurs), utilisateur, form);
        }
        var where = lieu.get();
        var publics = form.profils().stream().map(where.pour()).toList();
        var words = t(
                "{0}\u00a0: {1}",
                form.profils().stream().map(GelForm::mot).collect(Collectors.joining(", ")), where.nom());
        var shown = vu(where, publics, words);
        if (!vu.equals(shown)) {
            return page.titled(t("Mettre des envois en pause\u00a0?"))
                    .view(
                            "surete/gels/confirmer",
                            Map.of(
                                    "form",
                                    form,
                                    "lieu",
                                    words,
                                    "portee",
                                    gels.reach(publics),
                                    "vu",
                                    shown,
                                    "change",
                                    !vu.isEmpty()));
        }
        return Adresse.go("/surete/gels/{id}", gels.freeze(where.ecole(), publics, words, form.motif(), utilisateur));
    }

    /// Of one school, whom it would stop to the last of them; beyond, they come and go all day, and nobody would ever
    /// have seen them all.
    private String vu(Lieu lieu, List<Public> publics, String words) {
        return Vu.of(words, lieu.ecole().equals(Cle.PARTOUT) ? "" : gels.reach(publics));
    }

    @GetMapping("/{id}")
    ModelAndView show(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        return page.titled(t("Des envois en pause")).view("surete/gels/gel", Map.of("gel", theirs(utilisateur, id)));
    }

    @PostMapping("/{id}/palier")
    ModelAndView ease(Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String palier) {
        theirs(utilisateur, id);
        gels.ease(id, palier.equals(Palier.PEU.name()) ? Palier.PEU : Palier.TOUT, utilisateur);
        return Adresse.go("/surete/gels/{id}", id);
    }

    private Gel theirs(Utilisateur utilisateur, UUID id) {
        return gels.one(id)
                .filter(gel -> GelAccess.of(utilisateur).decides(gel.ecole()))
                .orElseThrow(Introuvable::new);
    }

    private ModelAndView form(Page page, Utilisateur utilisateur, GelForm form) {
        return page.titled(t("Mettre des envois en pause"))
                .view(
                        "surete/gels/nouveau",
                        Map.of(
                                "form",
                                form,
                                "lieux",
                                lieux.offered(utilisateur),
                                "partout",
                                utilisateur.is(Profil.ADMINISTRATEUR)));
    }
}
