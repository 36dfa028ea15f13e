package fr.entecole.annuaire.perimetres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Option;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What an agent of the académie follows, given and ended by the region.
@SousOnglet(OngletsAnnuaire.ANNUAIRE)
@Pour(Profil.ADMINISTRATEUR)
@Controller
@RequestMapping("/annuaire/agents/{id}/perimetres")
class PerimetresController {

    private final Perimetres perimetres;
    private final Journal journal;

    PerimetresController(Perimetres perimetres, Journal journal) {
        this.perimetres = perimetres;
        this.journal = journal;
    }

    /// What the form sends.
    ///
    /// @param cible one of the choices
    /// @param jusque last day; empty when none is known
    record PerimetreForm(String cible, String depuis, String jusque) {

        PerimetreForm {
            cible = cible == null ? "" : cible;
            depuis = depuis == null ? "" : depuis;
            jusque = jusque == null ? "" : jusque;
        }
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean garde, Page page) {
        return view(page, id, new PerimetreForm("", page.aujourdhui().toString(), ""), garde);
    }

    @PostMapping
    @Transactional
    ModelAndView give(@PathVariable UUID id, Page page, Utilisateur utilisateur, @ModelAttribute PerimetreForm form) {
        if (perimetres.agent(id).isEmpty()) {
            throw new Introuvable();
        }
        var depuis = Dates.typed(form.depuis()).orElse(null);
        var jusque = Dates.typed(form.jusque()).orElse(null);
        var erreurs = new Erreurs();
        if (form.cible().isEmpty()) {
            erreurs.add("cible", t("Choisissez ce que cette personne suit."));
        }
        if (depuis == null) {
            erreurs.add("depuis", t("Écrivez le premier jour en entier, jour, mois et année."));
        }
        if (!form.jusque().isEmpty() && (jusque == null || (depuis != null && jusque.isBefore(depuis)))) {
            erreurs.add("jusque", t("Écrivez un dernier jour qui ne vient pas avant le premier."));
        }
        if (erreurs.isEmpty() && depuis != null && !perimetres.give(id, form.cible(), depuis, jusque)) {
            erreurs.add("cible", t("Cette personne suit déjà cela : choisissez autre chose."));
        }
        if (!erreurs.isEmpty()) {
            return view(page.with(erreurs), id, form, false);
        }
        return kept(id, utilisateur);
    }

    @PostMapping("/{perimetre}/fin")
    @Transactional
    ModelAndView end(@PathVariable UUID id, @PathVariable UUID perimetre, Utilisateur utilisateur) {
        if (!perimetres.end(id, perimetre)) {
            throw new Introuvable();
        }
        return kept(id, utilisateur);
    }

    private ModelAndView kept(UUID agent, Utilisateur utilisateur) {
        journal.record(Fait.of(ActeAnnuaire.AGENT_MODIFIE, agent)
                .by(utilisateur.compteId())
                .ofRegion());
        return Adresse.go("/annuaire/agents/{id}/perimetres?garde=true", agent);
    }

    private ModelAndView view(Page page, UUID id, PerimetreForm form, boolean garde) {
        var agent = perimetres.agent(id).orElseThrow(Introuvable::new);
        return page.titled(t("Ce que suit {0}", agent.nom()))
                .view(
                        "annuaire/perimetres/perimetres",
                        Map.of(
                                "agent",
                                agent,
                                "perimetres",
                                perimetres.of(id),
                                "choix",
                                Option.all(perimetres.choices(), Perimetres.Choix::cible, Perimetres.Choix::mots),
                                "form",
                                form,
                                "garde",
                                garde,
                                "jour",
                                page.aujourdhui()));
    }
}
