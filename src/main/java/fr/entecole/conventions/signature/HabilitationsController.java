package fr.entecole.conventions.signature;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.saisies.Agents;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who signs for the region in the application: one names another, never oneself.
@SousOnglet(OngletsAnnuaire.ECOLES)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class HabilitationsController {

    private final Habilitations habilitations;
    private final Agents agents;

    HabilitationsController(Habilitations habilitations, Agents agents) {
        this.habilitations = habilitations;
        this.agents = agents;
    }

    /// @param fait what was just done
    @GetMapping("/conventions/signataires")
    ModelAndView list(Page page, @RequestParam(defaultValue = "") String fait) {
        return page(page, HabilitationForm.EMPTY, fait);
    }

    private ModelAndView page(Page page, HabilitationForm form, String fait) {
        return page.titled(t("Qui signe pour la région"))
                .view(
                        "conventions/signature/signataires",
                        Map.of("habilitations", habilitations.all(), "form", form, "fait", fait));
    }

    @Confirmee
    @PostMapping("/conventions/signataires")
    ModelAndView grant(Page page, Utilisateur utilisateur, @ModelAttribute HabilitationForm form) {
        var erreurs = form.erreurs(page.aujourdhui());
        var agent = agents.find(Profil.ADMINISTRATEUR, form.prenom(), form.nom(), page.aujourdhui());
        if (agent.isEmpty() && erreurs.isEmpty()) {
            erreurs.add(
                    "nom",
                    t(
                            "Personne de l’administration régionale ne s’appelle ainsi dans l’ENT. Vérifiez l’orthographe, ou créez d’abord son accès."));
        }
        if (agent.filter(utilisateur.personneId()::equals).isPresent()) {
            erreurs.add("nom", t("On ne s’habilite pas soi-même\u00a0: demandez-le à quelqu’un d’autre de la région."));
        }
        if (!erreurs.isEmpty() || agent.isEmpty()) {
            return page(page.with(erreurs), form, "");
        }
        habilitations.grant(
                agent.get(),
                form.qualite(),
                form.acte(),
                Dates.typed(form.du()).orElseThrow(),
                Dates.typed(form.au()).orElseThrow(),
                utilisateur);
        return Adresse.go("/conventions/signataires?fait=habilitee");
    }

    @Confirmee
    @PostMapping("/conventions/signataires/{id}/retrait")
    ModelAndView withdraw(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        if (habilitations.all().stream().noneMatch(h -> h.id().equals(id))) {
            throw new Introuvable();
        }
        return habilitations.withdraw(id, utilisateur)
                ? Adresse.go("/conventions/signataires?fait=retiree")
                : page(
                        page.with(Erreurs.of("nom", t("Cette habilitation était déjà retirée. Rien n’a été fait."))),
                        HabilitationForm.EMPTY,
                        "");
    }
}
