package fr.entecole.conventions.personnes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Commune;
import fr.entecole.conventions.recherche.CommunesCherchees;
import fr.entecole.conventions.recherche.EnvoisSansCompte;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.web.Erreurs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A town hall asks for whom it wants to act for it, without an account: the region looks at it first.
@Ouvert
@Controller
class ReferentDemandeController {

    private final CommunesCherchees communes;
    private final DemandesDeReferent demandes;
    private final EnvoisSansCompte passages;

    ReferentDemandeController(CommunesCherchees communes, DemandesDeReferent demandes, EnvoisSansCompte passages) {
        this.communes = communes;
        this.demandes = demandes;
        this.passages = passages;
    }

    /// @param commune INSEE code, for who comes from a declaration
    @GetMapping("/conventions/referent")
    ModelAndView write(Page page, @RequestParam(defaultValue = "") String commune) {
        return form(
                page,
                new PersonneForm(commune, DemandesDeReferent.PROFILS.getFirst().name(), "", "", "", "", ""),
                false);
    }

    @PostMapping("/conventions/referent")
    ModelAndView ask(
            Page page, @ModelAttribute PersonneForm form, HttpServletRequest request, HttpServletResponse response) {
        var erreurs = new Erreurs();
        var commune = communes.one(form.commune(), erreurs);
        form.function(form.erreurs(DemandesDeReferent.PROFILS))
                .entries()
                .forEach(e -> erreurs.add(e.getKey(), e.getValue()));
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), form, false);
        }
        if (!passages.pass(request.getRemoteAddr())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(EnvoisSansCompte.HEURE.toSeconds()));
            return form(
                    page.with(
                            Erreurs.of(
                                    "commune",
                                    t(
                                            "Trop de demandes viennent d’ici depuis une heure. Attendez un peu, puis renvoyez celle-ci.")),
                            HttpStatus.TOO_MANY_REQUESTS.value()),
                    form,
                    false);
        }
        if (!asked(form, commune)) {
            return form(
                    page.with(
                            Erreurs.of(
                                    "courriel",
                                    t(
                                            "Cette demande est déjà à l’étude\u00a0: la région académique répond à l’adresse donnée."))),
                    form,
                    false);
        }
        return form(page, PersonneForm.EMPTY, true);
    }

    private boolean asked(PersonneForm form, Optional<Commune> commune) {
        return demandes.ask(
                commune.orElseThrow().insee(),
                form.profilOf(DemandesDeReferent.PROFILS).orElseThrow(),
                form.prenom(),
                form.nom(),
                form.fonction(),
                form.courriel());
    }

    private static ModelAndView form(Page page, PersonneForm form, boolean faite) {
        return page.titled(t("Agir pour une commune"))
                .view("conventions/personnes/demande", Map.of("form", form, "faite", faite));
    }
}
