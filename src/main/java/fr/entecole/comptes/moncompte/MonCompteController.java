package fr.entecole.comptes.moncompte;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Titulaires;
import fr.entecole.comptes.appareils.Appareil;
import fr.entecole.comptes.codes.AccesRedonnes;
import fr.entecole.comptes.motsdepasse.Choix;
import fr.entecole.comptes.motsdepasse.MotsDePasse;
import fr.entecole.comptes.portes.Entree;
import fr.entecole.comptes.sessions.ForceDeSession;
import fr.entecole.comptes.sessions.SessionEnt;
import fr.entecole.socle.AvantLaCharte;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Pause;
import fr.entecole.socle.contrats.PourAdultes;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One's own account: its login, its password, its roles.
@Controller
@PourAdultes
class MonCompteController {

    private final Comptes comptes;
    private final MotsDePasse motsDePasse;
    private final Changement changement;
    private final Appareil appareil;
    private final Entree entree;
    private final AccesRedonnes redonnes;
    private final Titulaires titulaires;
    private final ObjectProvider<Pause> pauses;

    MonCompteController(
            Comptes comptes,
            MotsDePasse motsDePasse,
            Changement changement,
            Appareil appareil,
            Entree entree,
            AccesRedonnes redonnes,
            Titulaires titulaires,
            ObjectProvider<Pause> pauses) {
        this.pauses = pauses;
        this.comptes = comptes;
        this.motsDePasse = motsDePasse;
        this.changement = changement;
        this.appareil = appareil;
        this.entree = entree;
        this.redonnes = redonnes;
        this.titulaires = titulaires;
    }

    /// @param fait what was just done: `mot-de-passe`, `reunion`, `separation`
    @GetMapping("/mon-compte")
    ModelAndView show(Page page, @RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        return render(page, fait, Choix.of(motsDePasse.exigence(me(page).compteId())), request);
    }

    @PostMapping("/mon-compte/mot-de-passe")
    ModelAndView change(
            Page page,
            @RequestParam(defaultValue = "") String ancien,
            @RequestParam(defaultValue = "") String motDePasse,
            @RequestParam(defaultValue = "") String confirmation,
            @RequestParam(defaultValue = "") String proposer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var compte = me(page).compteId();
        var exigence = motsDePasse.exigence(compte);
        if (!proposer.isEmpty()) {
            return render(page, "", Choix.proposed(exigence), request);
        }
        var refus = changement.change(compte, ancien, motDePasse, confirmation, appareil.of(request));
        if (refus.isPresent()) {
            var why = refus.get();
            return render(
                    page.with(Erreurs.of(why.champ(), why.phrase()), why.statut()),
                    "",
                    Choix.typed(exigence, motDePasse, confirmation),
                    request);
        }
        stay(compte, request, response);
        return Adresse.go("/mon-compte?fait=mot-de-passe");
    }

    /// Every stay of the account has ended: this one goes on in a new session, in the same role.
    private void stay(UUID compte, HttpServletRequest request, HttpServletResponse response) {
        var role = request.getSession().getAttribute(SessionEnt.ROLE);
        entree.openProven(compte, request, response);
        request.getSession().setAttribute(SessionEnt.ROLE, role);
    }

    @AvantLaCharte
    @PostMapping("/role")
    ModelAndView switchTo(Page page, @RequestParam UUID compte, HttpServletRequest request) {
        if (me(page).autresRoles().stream().noneMatch(role -> role.compteId().equals(compte))) {
            throw new Introuvable();
        }
        request.getSession().setAttribute(SessionEnt.ROLE, compte.toString());
        return Adresse.go("/");
    }

    /// What one is told at an entry: somebody has given an access to this account again.
    @GetMapping("/mon-compte/acces-redonnes")
    ModelAndView told(Page page) {
        var given = redonnes.of(me(page).compteId());
        if (given.isEmpty()) {
            return Adresse.go("/");
        }
        var noms =
                titulaires.noms(given.stream().map(AccesRedonnes.Redonne::par).toList());
        return page.titled(t("Un accès vous a été redonné"))
                .view("comptes/moncompte/acces-redonnes", Map.of("redonnes", given, "noms", noms));
    }

    @PostMapping("/mon-compte/acces-redonnes")
    ModelAndView know(Page page, HttpServletRequest request) {
        redonnes.told(me(page).compteId());
        var suite = request.getSession().getAttribute(SessionEnt.SUITE);
        request.getSession().removeAttribute(SessionEnt.SUITE);
        return Adresse.go(suite instanceof String where ? where : "/");
    }

    private ModelAndView render(Page page, String fait, Choix choix, HttpServletRequest request) {
        var compte = me(page).compteId();
        return page.titled(t("Mon compte"))
                .view(
                        "comptes/moncompte/mon-compte",
                        Map.of(
                                "moi",
                                me(page),
                                "comptes",
                                comptes.behind(compte),
                                "choix",
                                choix,
                                "arrete",
                                pauses.stream().anyMatch(pause -> pause.stopped(compte)),
                                "fait",
                                fait,
                                "faible",
                                ForceDeSession.blocks(request.getSession(false))));
    }

    private static Utilisateur me(Page page) {
        return Objects.requireNonNull(page.utilisateur());
    }
}
