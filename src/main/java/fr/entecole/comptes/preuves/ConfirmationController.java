package fr.entecole.comptes.preuves;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.appareils.Appareil;
import fr.entecole.comptes.facteur.FacteurDeSession;
import fr.entecole.comptes.portes.Portier.Refuse;
import fr.entecole.comptes.portes.Rendu;
import fr.entecole.comptes.portes.Saisie;
import fr.entecole.comptes.preuves.Verification.Moyen;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.PourAdultes;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « C’est bien vous ? »: asked before a grave act, then the form that was sent comes back.
@Controller
@PourAdultes
class ConfirmationController {

    private final Verification verification;
    private final Appareil appareil;
    private final Rendu rendu;
    private final Clock clock;

    ConfirmationController(Verification verification, Appareil appareil, Rendu rendu, Clock clock) {
        this.verification = verification;
        this.appareil = appareil;
        this.rendu = rendu;
        this.clock = clock;
    }

    @GetMapping(Confirmations.PAGE)
    ModelAndView ask(Page page, HttpSession session) {
        return show(page, null, session);
    }

    /// @param code of a telephone or one of the ten, where the account has a factor; else its password
    @PostMapping(Confirmations.PAGE)
    ModelAndView confirm(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String cle,
            @RequestParam(defaultValue = "") String motDePasse,
            HttpServletRequest request) {
        var compte = utilisateur.compteId();
        var saisie = Saisie.carried(request);
        Optional<Refuse> refus = switch (verification.moyen(compte)) {
            case FACTEUR -> verification.factor(compte, code, cle, request);
            case MOT_DE_PASSE -> verification.password(compte, motDePasse, appareil.of(request));
            case RIEN -> Optional.empty();
        };
        if (refus.isPresent()) {
            var why = refus.get();
            var champ = verification.moyen(compte) == Moyen.FACTEUR ? "code" : "motDePasse";
            return show(page.with(Erreurs.of(champ, why.phrase()), why.statut()), saisie, request.getSession());
        }
        FacteurDeSession.prove(request.getSession(), clock.instant());
        return saisie == null ? Adresse.go("/") : rendu.show(saisie, request);
    }

    ModelAndView show(Page page, @Nullable Saisie saisie, HttpSession session) {
        var compte = Objects.requireNonNull(page.utilisateur()).compteId();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("saisie", saisie);
        model.put("moyen", verification.moyen(compte));
        model.put("passe", verification.passkeys(compte, session));
        var view = page.titled(t("C’est bien vous ?")).view("comptes/preuves/confirmation", model);
        if (saisie != null && page.erreurs().isEmpty()) {
            view.setStatus(HttpStatus.UNAUTHORIZED); // nothing was done
        }
        return view;
    }
}
