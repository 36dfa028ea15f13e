package fr.entecole.comptes.chezsoi;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Petits;
import fr.entecole.annuaire.Petits.Enfant;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.appareils.ChezSoi;
import fr.entecole.comptes.appareils.Presences;
import fr.entecole.comptes.portes.Entree;
import fr.entecole.comptes.portes.Portier;
import fr.entecole.comptes.portes.Portier.Entre;
import fr.entecole.comptes.portes.Portier.Refuse;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A guardian opens their young child's page on the family's device; « C’est fini » asks for their password before it
/// gives theirs back. Without such a page in the session nothing here answers.
@Ouvert
@Controller
class ChezSoiController {

    private static final String PAGE = "/chez-soi";

    private final Petits petits;
    private final Comptes comptes;
    private final Utilisateurs utilisateurs;
    private final Presences presences;
    private final Portier portier;
    private final Entree entree;
    private final Retour retour;
    private final Clock clock;

    ChezSoiController(
            Petits petits,
            Comptes comptes,
            Utilisateurs utilisateurs,
            Presences presences,
            Portier portier,
            Entree entree,
            Retour retour,
            Clock clock) {
        this.petits = petits;
        this.comptes = comptes;
        this.utilisateurs = utilisateurs;
        this.presences = presences;
        this.portier = portier;
        this.entree = entree;
        this.retour = retour;
        this.clock = clock;
    }

    /// A button that is touched twice asks again as the child, whose page is open.
    @Pour({Profil.PARENT, Profil.ELEVE})
    @PostMapping(PAGE + "/{id}")
    ModelAndView open(
            @PathVariable UUID id, Utilisateur utilisateur, HttpServletRequest request, HttpServletResponse response) {
        if (utilisateur.is(Profil.ELEVE)) {
            if (ChezSoi.of(request) != null && utilisateur.personneId().equals(id)) {
                return Adresse.go("/");
            }
            throw new Introuvable();
        }
        var compte = petits.ofResponsables(utilisateur.personnes()).stream()
                .map(Enfant::id)
                .filter(id::equals)
                .findFirst()
                .flatMap(comptes::ofPersonne)
                .orElseThrow(Introuvable::new);
        if (!(portier.enterWithoutPassword(compte, request.getRemoteAddr(), "chez-soi") instanceof Entre)) {
            throw new Introuvable();
        }
        var chezSoi = new ChezSoi(compte, utilisateur.compteId(), Entree.role(request), clock.instant());
        return Adresse.go(entree.openAtHome(chezSoi, request, response));
    }

    /// Where one stands once the child has finished, or may be there no more.
    @GetMapping(PAGE)
    ModelAndView ask(Page page, HttpServletRequest request) {
        var chezSoi = ChezSoi.of(request);
        if (chezSoi == null || page.utilisateur() != null) {
            return Adresse.go("/");
        }
        entree.leaveAtHome(request);
        return ask(page, chezSoi);
    }

    @PostMapping(PAGE + "/retour")
    ModelAndView comeBack(
            Page page,
            @RequestParam(defaultValue = "") String motDePasse,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chezSoi = ChezSoi.of(request);
        if (chezSoi == null || page.utilisateur() != null) {
            return Adresse.go("/");
        }
        return switch (retour.judge(chezSoi, motDePasse, request.getRemoteAddr())) {
            case Entre entre -> Adresse.go(entree.comeBack(chezSoi, entre, request, response));
            case Refuse refuse -> {
                if (refuse.attente().isPositive()) {
                    response.setHeader(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(refuse.attente().toSeconds()));
                }
                yield ask(page.with(Erreurs.of("motDePasse", refuse.phrase()), refuse.statut()), chezSoi);
            }
        };
    }

    /// « C’est fini » touched too early: the same child, if they still may.
    @PostMapping(PAGE + "/page")
    ModelAndView again(Page page, HttpServletRequest request) {
        var chezSoi = ChezSoi.of(request);
        if (chezSoi == null || page.utilisateur() != null || enfant(chezSoi) == null) {
            return Adresse.go(chezSoi == null ? "/" : PAGE);
        }
        return Adresse.go(
                portier.enterWithoutPassword(chezSoi.enfant(), request.getRemoteAddr(), "chez-soi") instanceof Entre
                        ? entree.again(chezSoi, request)
                        : PAGE);
    }

    /// Signing out altogether asks for nothing.
    @PostMapping(PAGE + "/sortie")
    ModelAndView leave(HttpServletRequest request, HttpServletResponse response) {
        return Adresse.go(
                ChezSoi.of(request) == null ? "/" : entree.leaveAltogether(request, response) + "?sortie=adulte");
    }

    private ModelAndView ask(Page page, ChezSoi chezSoi) {
        var enfant = enfant(chezSoi);
        return page.titled(t("C’est fini"))
                .view(
                        "comptes/chezsoi/retour",
                        Map.of(
                                "enfant",
                                enfant == null ? "" : enfant.prenom(),
                                "code",
                                retour.code(chezSoi).orElse("")));
    }

    /// The child, as long as the page may be open again.
    private @Nullable Utilisateur enfant(ChezSoi chezSoi) {
        return utilisateurs
                .of(chezSoi.enfant(), null)
                .filter(u -> presences.holds(chezSoi, u))
                .orElse(null);
    }
}
