package fr.entecole.annuaire.restrictions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.eleves.LectureDesEleves;
import fr.entecole.annuaire.eleves.LectureDesEleves.Fiche;
import fr.entecole.documents.DepotRefuse;
import fr.entecole.documents.Documents;
import fr.entecole.documents.Reception;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The head keeps a guardian out of one child's pages, and lets them back in. For anyone else there is nothing here.
@SousOnglet(OngletsAnnuaire.CLASSES)
@Pour(Profil.DIRECTEUR)
@Controller
@RequestMapping("/annuaire/eleves/{eleve}/restrictions")
class RestrictionsController {

    private static final int SHORTEST_REASON = 5;

    private final LectureDesEleves eleves;
    private final Restrictions restrictions;
    private final Remises remises;
    private final Reception reception;
    private final Documents documents;

    RestrictionsController(
            LectureDesEleves eleves,
            Restrictions restrictions,
            Remises remises,
            Reception reception,
            Documents documents) {
        this.eleves = eleves;
        this.restrictions = restrictions;
        this.remises = remises;
        this.reception = reception;
        this.documents = documents;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable UUID eleve, @RequestParam(defaultValue = "") String fait, Page page, Utilisateur head) {
        var fiche = fiche(eleve, head);
        var restrictions = this.restrictions.of(fiche.id(), head.personneId());
        return view(page, fiche, restrictions, RestrictionForm.empty(page.aujourdhui()), "")
                .addObject("fait", RestrictionForm.fait(fait, fiche, restrictions, page.aujourdhui()));
    }

    @Confirmee
    @PostMapping
    ModelAndView set(
            @PathVariable UUID eleve,
            @RequestParam(defaultValue = "") String responsable,
            @RequestParam(defaultValue = "") String depuis,
            @RequestParam(defaultValue = "") String jusque,
            @RequestParam(defaultValue = "") String preuve,
            @RequestParam(required = false) @Nullable List<MultipartFile> piece,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(defaultValue = "false") boolean montrer,
            Page page,
            Utilisateur head) {
        var fiche = fiche(eleve, head);
        var form = new RestrictionForm(responsable, depuis, jusque, preuve, montrer);
        var erreurs = form.erreurs(fiche);
        if (erreurs.isEmpty()) {
            restrictions
                    .overlapping(fiche, form)
                    .ifPresent(there -> erreurs.add("depuis", RestrictionForm.already(there)));
        }
        var papers = erreurs.isEmpty() ? decision(depots, piece, erreurs, head) : depots;
        if (!erreurs.isEmpty()) {
            return view(page.with(erreurs), fiche, head, form, "").addObject("deja", documents.uploads(head, depots));
        }
        var there = restrictions.set(fiche, form.guardians(fiche), form, papers, head);
        if (there.isPresent()) {
            var late = Erreurs.of("depuis", RestrictionForm.already(there.get()));
            return view(page.with(late), fiche, head, form, "").addObject("deja", documents.uploads(head, papers));
        }
        return done(eleve, "ecart");
    }

    @Confirmee
    @PostMapping("/{restriction}/fin")
    ModelAndView end(
            @PathVariable UUID eleve,
            @PathVariable UUID restriction,
            @RequestParam(defaultValue = "") String motif,
            Page page,
            Utilisateur head) {
        var fiche = fiche(eleve, head);
        var reason = motif.strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > 500) {
            var erreurs = Erreurs.of("motif-" + restriction, t("Écrivez pourquoi vous levez la restriction."));
            return view(page.with(erreurs), fiche, head, RestrictionForm.empty(page.aujourdhui()), motif);
        }
        if (!restrictions.end(restriction, fiche, reason, head)) {
            throw new Introuvable();
        }
        return done(eleve, "levee");
    }

    /// What those who teach the child read of it: that one is to see the head, or nothing.
    @PostMapping("/{restriction}/remise")
    ModelAndView mark(
            @PathVariable UUID eleve,
            @PathVariable UUID restriction,
            @RequestParam(defaultValue = "false") boolean montrer,
            @RequestParam(defaultValue = "false") boolean aesh,
            Utilisateur head) {
        var fiche = fiche(eleve, head);
        if (!(montrer ? remises.show(restriction, aesh, fiche, head) : remises.hide(restriction, fiche, head))) {
            throw new Introuvable();
        }
        return done(eleve, !montrer ? "cachee" : aesh ? "montree-aesh" : "montree");
    }

    /// The scanned papers, under a name that says nothing of anyone.
    private List<UUID> decision(
            List<UUID> depots, @Nullable List<MultipartFile> piece, Erreurs erreurs, Utilisateur head) {
        try {
            var files = piece == null ? List.<MultipartFile>of() : piece;
            return reception.take(head, depots, files, "", RestrictionForm.papers());
        } catch (DepotRefuse e) {
            erreurs.add("piece", RestrictionForm.refused(e.statut(), e.phrase()));
            return List.of();
        }
    }

    /// The pupil, if the head of their school is asking.
    private Fiche fiche(UUID eleve, Utilisateur head) {
        return eleves.find(eleve, head.personneId()).filter(Fiche::dirige).orElseThrow(Introuvable::new);
    }

    private ModelAndView view(Page page, Fiche fiche, Utilisateur head, RestrictionForm form, String motif) {
        return view(page, fiche, restrictions.of(fiche.id(), head.personneId()), form, motif);
    }

    private static ModelAndView view(
            Page page, Fiche fiche, List<Restrictions.Restriction> restrictions, RestrictionForm form, String motif) {
        return page.titled(t("Responsables écartés"))
                .view(
                        "annuaire/restrictions/restrictions",
                        Map.of("fiche", fiche, "restrictions", restrictions, "form", form, "motif", motif, "fait", ""));
    }

    static ModelAndView done(UUID eleve, String fait) {
        return Adresse.go("/annuaire/eleves/{eleve}/restrictions?fait={fait}", eleve, fait);
    }
}
