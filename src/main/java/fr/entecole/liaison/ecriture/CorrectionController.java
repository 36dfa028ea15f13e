package fr.entecole.liaison.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.Documents;
import fr.entecole.liaison.CahierDeLiaison.Propos;
import fr.entecole.liaison.CahierDeLiaison.Redite;
import fr.entecole.liaison.CahierDeLiaison.Suite;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.MotAccess;
import fr.entecole.liaison.PiecesDesMots;
import fr.entecole.redaction.Brouillons;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.HashMap;
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
import org.springframework.web.servlet.ModelAndView;

/// Correcting a mot, taking it back.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class CorrectionController {

    private final RemiseDesMots remise;
    private final Publication publication;
    private final LectureDesMots lecture;
    private final Brouillons brouillons;
    private final Documents documents;

    CorrectionController(
            RemiseDesMots remise,
            Publication publication,
            LectureDesMots lecture,
            Brouillons brouillons,
            Documents documents) {
        this.remise = remise;
        this.publication = publication;
        this.lecture = lecture;
        this.brouillons = brouillons;
        this.documents = documents;
    }

    @GetMapping("/liaison/mots/{id}/correction")
    ModelAndView rewrite(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var mot = changed(utilisateur, id, false);
        return form(page, utilisateur, mot, MotForm.of(mot), Redite.RIEN, null);
    }

    /// @param version the one that was changed: another has been written since, it is shown beside what was typed
    /// @param prevenir tell again those for whom it is
    /// @param resigner who had answered answers again
    @PostMapping("/liaison/mots/{id}/correction")
    ModelAndView correct(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @ModelAttribute MotForm form,
            @RequestParam(name = "texte-version", defaultValue = "") String version,
            @RequestParam(defaultValue = "false") boolean prevenir,
            @RequestParam(defaultValue = "false") boolean resigner) {
        var mot = changed(utilisateur, id, false);
        var erreurs = form.erreurs();
        var visible = remise.of(mot.ecoleId(), null);
        if (visible.isEmpty()) {
            erreurs.add(
                    "texte", t("Le calendrier de l’école ne permet aucune remise\u00a0: parlez-en à la direction."));
        }
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), utilisateur, mot, form, new Redite(prevenir, resigner), null);
        }
        int base = version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
        var propos = new Propos(form.titre(), form.redige());
        var redite = new Redite(prevenir, resigner && mot.demande().asks());
        var suite = publication.correct(utilisateur, mot, base, propos, visible.orElseThrow(), redite);
        if (suite == Suite.DEPASSE) {
            var other = changed(utilisateur, id, false);
            var behind = Erreurs.of("texte", t("Relisez l’autre texte, puis publiez de nouveau le vôtre."));
            return form(page.with(behind), utilisateur, other, form, redite, other.texte());
        }
        return Adresse.go("/liaison/mots/{id}?fait={fait}", id, suite == Suite.CORRIGE ? "corrige" : "inchange");
    }

    private ModelAndView form(
            Page page, Utilisateur utilisateur, Mot mot, MotForm form, Redite redite, @Nullable TexteRiche autre) {
        Map<String, Object> model = new HashMap<>();
        var lieu = Publication.lieu(mot.id());
        model.put("mot", mot);
        model.put("form", form);
        model.put("redite", redite);
        model.put("lieu", lieu);
        model.put("brouillon", brouillons.of(utilisateur, lieu).orElse(null));
        model.put("autre", autre);
        model.put("pieces", documents.of(PiecesDesMots.SALLE, List.of(mot.id())).getOrDefault(mot.id(), List.of()));
        return page.titled(t("Corriger le mot")).view("liaison/ecriture/correction", model);
    }

    @PostMapping("/liaison/mots/{id}/retrait")
    ModelAndView withdraw(Utilisateur utilisateur, @PathVariable UUID id) {
        return publication.withdraw(utilisateur, changed(utilisateur, id, true))
                ? Adresse.go("/liaison?repris=true")
                : Adresse.go("/liaison/mots/{id}?fait=lu", id);
    }

    private Mot changed(Utilisateur utilisateur, UUID id, boolean repris) {
        return lecture.sent(utilisateur, id, repris)
                .filter(mot -> MotAccess.of(utilisateur).changes(mot))
                .orElseThrow(Introuvable::new);
    }
}
