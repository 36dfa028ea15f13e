package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.AvenantRecu.Sorte;
import fr.entecole.conventions.Avenants;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.ConventionAccess;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.regles.Facturation;
import fr.entecole.conventions.regles.Facturation.Effet;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Changes the list of an active convention, in two steps: what it would do today, in words and euros, then it is sent.
@Pour(Profil.REFERENT_VILLE)
@Controller
class AvenantController {

    private final ListeProposee liste;
    private final LectureDesConventions lecture;
    private final Avenants avenants;

    AvenantController(ListeProposee liste, LectureDesConventions lecture, Avenants avenants) {
        this.liste = liste;
        this.lecture = lecture;
        this.avenants = avenants;
    }

    @GetMapping("/conventions/{id}/avenant")
    ModelAndView write(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var convention = mine(utilisateur, id, page);
        return form(page, convention, Sorte.LISTE.name(), "", ids(convention.listed(page.aujourdhui())));
    }

    @PostMapping("/conventions/{id}/avenant/apercu")
    ModelAndView preview(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sorte,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(defaultValue = "") Set<UUID> ecole) {
        var convention = mine(utilisateur, id, page);
        var effect = effect(convention, ecole, page);
        var erreurs = liste.erreurs(convention, sorte, motif.strip(), ecole, effect);
        return erreurs.isEmpty()
                ? preview(page, convention, sorte, motif.strip(), ecole, effect)
                : form(page.with(erreurs), convention, sorte, motif, ecole);
    }

    /// @param compte whether the preview said that it is in time: after midnight of the last day it is shown again
    @PostMapping("/conventions/{id}/avenant")
    ModelAndView send(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sorte,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(defaultValue = "") Set<UUID> ecole,
            @RequestParam(defaultValue = "false") boolean compte) {
        var convention = mine(utilisateur, id, page);
        var effect = effect(convention, ecole, page);
        var erreurs = liste.erreurs(convention, sorte, motif.strip(), ecole, effect);
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), convention, sorte, motif, ecole);
        }
        if (compte != effect.compte()) {
            return preview(
                    page.with(Erreurs.of(
                            "apercu",
                            t("La fenêtre s’est fermée pendant que vous lisiez. Relisez ce qui changerait."))),
                    convention,
                    sorte,
                    motif.strip(),
                    ecole,
                    effect);
        }
        return SignatureController.back(
                id,
                avenants.amend(id, Sorte.valueOf(sorte), motif.strip(), liste.chosen(convention, ecole), utilisateur),
                effect.compte() ? "avenant" : "avenant-tard");
    }

    private static Effet effect(Convention convention, Set<UUID> ecole, Page page) {
        return Facturation.effect(
                convention.parametres().fenetre(),
                convention.parametres().prixParEcole(),
                ids(convention.billed(page.aujourdhui())),
                ecole,
                page.aujourdhui());
    }

    private ModelAndView form(Page page, Convention convention, String sorte, String motif, Set<UUID> ecole) {
        return page.titled(t("Préparer un avenant"))
                .view(
                        "conventions/commune/avenant",
                        Map.of(
                                "convention",
                                convention,
                                "sorte",
                                sorte,
                                "motif",
                                motif,
                                "ecole",
                                ecole,
                                "proposees",
                                liste.proposed(convention)));
    }

    private ModelAndView preview(
            Page page, Convention convention, String sorte, String motif, Set<UUID> ecole, Effet effect) {
        var names = liste.proposed(convention).stream()
                .collect(Collectors.toMap(EcoleInscrite::ecole, e -> e, (a, _) -> a));
        return page.titled(t("Ce que changerait l’avenant"))
                .view(
                        "conventions/commune/avenant-apercu",
                        Map.of(
                                "convention",
                                convention,
                                "sorte",
                                Sorte.valueOf(sorte),
                                "motif",
                                motif,
                                "ecole",
                                ecole,
                                "effet",
                                effect,
                                "noms",
                                names));
    }

    private static Set<UUID> ids(List<EcoleInscrite> list) {
        return list.stream().map(EcoleInscrite::ecole).collect(Collectors.toSet());
    }

    private Convention mine(Utilisateur utilisateur, UUID id, Page page) {
        var convention = lecture.readable(utilisateur, id);
        if (!ConventionAccess.of(utilisateur).writes(convention.communes())
                || convention.etat(page.aujourdhui()) != Etat.ACTIVE) {
            throw new Introuvable();
        }
        return convention;
    }
}
