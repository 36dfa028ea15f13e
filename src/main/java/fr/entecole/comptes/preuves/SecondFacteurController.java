package fr.entecole.comptes.preuves;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.appareils.Appareil;
import fr.entecole.comptes.facteur.AppareilsSurs;
import fr.entecole.comptes.facteur.FacteurDeSession;
import fr.entecole.comptes.portes.Entree;
import fr.entecole.comptes.portes.Portier;
import fr.entecole.comptes.portes.Portier.Refuse;
import fr.entecole.comptes.portes.Rendu;
import fr.entecole.comptes.portes.Saisie;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.PageResolver;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The second step of the door: the password was right, nobody is signed in yet. What was being typed when a stay had
/// ended goes on through it.
@Ouvert
@Controller
class SecondFacteurController implements Saisie.Attente {

    private final Verification verification;
    private final AppareilsSurs surs;
    private final Appareil appareil;
    private final Utilisateurs utilisateurs;
    private final Portier portier;
    private final Entree entree;
    private final Rendu rendu;
    private final PageResolver pages;

    SecondFacteurController(
            Verification verification,
            AppareilsSurs surs,
            Appareil appareil,
            Utilisateurs utilisateurs,
            Portier portier,
            Entree entree,
            Rendu rendu,
            PageResolver pages) {
        this.verification = verification;
        this.surs = surs;
        this.appareil = appareil;
        this.utilisateurs = utilisateurs;
        this.portier = portier;
        this.entree = entree;
        this.rendu = rendu;
        this.pages = pages;
    }

    @GetMapping(FacteurDeSession.PAGE)
    ModelAndView ask(Page page, HttpServletRequest request) {
        return FacteurDeSession.waiting(request.getSession(false)).isEmpty()
                ? Adresse.go("/connexion")
                : show(page, null, request);
    }

    @Override
    public ModelAndView ask(Saisie saisie, HttpServletRequest request, HttpServletResponse response) {
        rendu.renewToken(request, response);
        return show(pages.anonymous(request), saisie, request);
    }

    @PostMapping(FacteurDeSession.PAGE)
    ModelAndView enter(
            Page page,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String cle,
            @RequestParam(defaultValue = "false") boolean retenir,
            HttpServletRequest request,
            HttpServletResponse response) {
        var waiting = FacteurDeSession.waiting(request.getSession(false));
        if (waiting.isEmpty()) {
            return Adresse.go("/connexion");
        }
        var saisie = Saisie.carried(request);
        var refus = verification.factor(waiting.get(), code, cle, request);
        return refus.isPresent()
                ? refused(page, saisie, refus.get(), request, response)
                : open(page, waiting.get(), saisie, retenir, request, response);
    }

    private ModelAndView open(
            Page page,
            UUID compte,
            @Nullable Saisie saisie,
            boolean retenir,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (portier.enterProven(compte, request.getRemoteAddr())) {
            case Portier.Entre _ -> {
                var to = entree.openWaiting(compte, request, response);
                if (retenir && mayRemember(compte)) {
                    surs.keep(compte, appareil.print(appareil.of(request)));
                }
                yield saisie == null ? Adresse.go(to) : rendu.entered(compte, saisie, request, response);
            }
            case Refuse refuse -> refused(page, saisie, refuse, request, response);
        };
    }

    private ModelAndView refused(
            Page page,
            @Nullable Saisie saisie,
            Refuse refus,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (refus.attente().isPositive()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(refus.attente().toSeconds()));
        }
        return show(page.with(Erreurs.of("code", refus.phrase()), refus.statut()), saisie, request);
    }

    private boolean mayRemember(UUID compte) {
        return utilisateurs.of(compte, null).filter(surs::mayHave).isPresent();
    }

    /// Not me after all, or no telephone at hand.
    @PostMapping(FacteurDeSession.PAGE + "/abandon")
    ModelAndView leave(HttpServletRequest request, HttpServletResponse response) {
        return Adresse.go(entree.leaveAltogether(request, response));
    }

    private ModelAndView show(Page page, @Nullable Saisie saisie, HttpServletRequest request) {
        var session = request.getSession();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("saisie", saisie);
        model.put(
                "jours",
                FacteurDeSession.waiting(session)
                        .filter(this::mayRemember)
                        .map(_ -> surs.days())
                        .orElse(0L));
        model.put(
                "passe",
                FacteurDeSession.waiting(session)
                        .map(compte -> verification.passkeys(compte, session))
                        .orElse(""));
        return page.titled(t("Second code")).view("comptes/preuves/second-facteur", model);
    }
}
