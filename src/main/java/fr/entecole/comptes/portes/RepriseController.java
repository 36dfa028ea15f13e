package fr.entecole.comptes.portes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.EntreesDeDemonstration;
import fr.entecole.comptes.appareils.Appareil;
import fr.entecole.comptes.appareils.MarqueDeCompte;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.socle.Installation;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.PageResolver;
import fr.entecole.socle.web.Adresse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Gives back what was typed when a stay ended in the middle of a form: one comes in again on the very page that
/// carries it, then sees it and sends it. Whoever else comes in instead goes home without it.
@Ouvert
@Controller
class RepriseController {

    private final Portier portier;
    private final Entree entree;
    private final Appareil appareil;
    private final EntreesDeDemonstration demonstration;
    private final Installation installation;
    private final PageResolver pages;
    private final Rendu rendu;
    private final ObjectProvider<Saisie.Attente> attente;
    private final MarqueDeCompte marque;

    RepriseController(
            Portier portier,
            Entree entree,
            Appareil appareil,
            EntreesDeDemonstration demonstration,
            Installation installation,
            PageResolver pages,
            Rendu rendu,
            ObjectProvider<Saisie.Attente> attente,
            MarqueDeCompte marque) {
        this.portier = portier;
        this.entree = entree;
        this.appareil = appareil;
        this.demonstration = demonstration;
        this.installation = installation;
        this.pages = pages;
        this.rendu = rendu;
        this.attente = attente;
        this.marque = marque;
    }

    @PostMapping("/reprise")
    ModelAndView enter(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String identifiant,
            @RequestParam(defaultValue = "") String motDePasse,
            @RequestParam @Nullable UUID compte) {
        var saisie = Saisie.carried(request);
        if (saisie == null) {
            return Adresse.go("/connexion");
        }
        var provenance = appareil.of(request);
        boolean demonstration = compte != null && isOfDemonstration(compte);
        var answer = compte != null && demonstration
                ? portier.enterWithoutPassword(compte, request.getRemoteAddr(), "demonstration")
                : portier.enter(identifiant, motDePasse, provenance);
        if (answer instanceof Portier.Entre && !demonstration) {
            appareil.leave(provenance, response);
        }
        return switch (answer) {
            case Portier.Entre entre -> entered(entre, saisie, demonstration ? null : provenance, request, response);
            case Portier.Refuse refuse -> {
                if (refuse.attente().isPositive()) {
                    response.setHeader(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(refuse.attente().toSeconds()));
                }
                yield ask(request, saisie, identifiant, refuse.phrase(), refuse.statut());
            }
        };
    }

    private ModelAndView entered(
            Portier.Entre entre,
            Saisie saisie,
            @Nullable Provenance provenance,
            HttpServletRequest request,
            HttpServletResponse response) {
        var compte = entre.compte();
        boolean same = MarqueDeCompte.isOf(compte, request)
                || marque.isSigned(compte, request.getParameter(Saisie.PREFIXE + PageResolver.AUTEUR));
        var to = provenance == null
                ? entree.open(entre, request, response)
                : entree.open(entre, provenance, request, response);
        if (!same) {
            return Adresse.go(to);
        }
        return entre.attendu()
                ? attente.getObject().ask(saisie, request, response)
                : rendu.entered(compte, saisie, request, response);
    }

    /// The page that carries what was typed and asks to come in again.
    ModelAndView ask(HttpServletRequest request, Saisie saisie, String identifiant, String erreur, int statut) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("saisie", saisie);
        model.put("identifiant", identifiant);
        model.put("erreur", erreur);
        model.put("demonstration", installation.demonstration() ? last(request) : null);
        var view = pages.anonymous(request).titled(t("Entrer de nouveau")).view("comptes/portes/seance-finie", model);
        view.setStatus(HttpStatus.valueOf(statut));
        return view;
    }

    private boolean isOfDemonstration(UUID compte) {
        return installation.demonstration() && demonstration.contains(compte);
    }

    private EntreesDeDemonstration.@Nullable Entree last(HttpServletRequest request) {
        return demonstration.groups().stream()
                .flatMap(groupe -> groupe.personnes().stream())
                .filter(personne -> MarqueDeCompte.isOf(personne.compteId(), request))
                .findFirst()
                .orElse(null);
    }
}
