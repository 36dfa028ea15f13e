package fr.entecole.comptes.preuves;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Lost devices, for those who help: one asks, another decides.
@Controller
@Pour({Profil.DIRECTEUR, Profil.REFERENT_VILLE, Profil.ERUN, Profil.IEN, Profil.ASSISTANCE, Profil.ADMINISTRATEUR})
@RequestMapping("/comptes/depannages")
class DepannagesController {

    private static final int LONGEST = 300;

    private final Depannages depannages;

    DepannagesController(Depannages depannages) {
        this.depannages = depannages;
    }

    /// @param fait what was just done: `demande`, `accord`, `refus`
    @GetMapping
    ModelAndView show(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String fait) {
        return show(page, utilisateur, fait, "", "");
    }

    private ModelAndView show(Page page, Utilisateur utilisateur, String fait, String identifiant, String motif) {
        return page.titled(t("Appareils perdus"))
                .view(
                        "comptes/preuves/depannages",
                        Map.of(
                                "demandes",
                                depannages.of(utilisateur),
                                "moi",
                                utilisateur.compteId(),
                                "fait",
                                fait,
                                "identifiant",
                                identifiant,
                                "motif",
                                motif));
    }

    @PostMapping
    ModelAndView ask(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String identifiant,
            @RequestParam(defaultValue = "") String motif,
            HttpServletRequest request) {
        var said = motif.strip();
        var erreurs = new Erreurs();
        if (identifiant.isBlank()) {
            erreurs.add("identifiant", t("Écrivez l’identifiant de la personne."));
        }
        if (said.isEmpty() || said.length() > LONGEST) {
            erreurs.add("motif", t("Écrivez comment vous savez que c’est elle, en {0} caractères au plus.", LONGEST));
        }
        if (erreurs.isEmpty()) {
            depannages
                    .ask(utilisateur, identifiant, said, request.getRemoteAddr())
                    .ifPresent(why -> erreurs.add("identifiant", why));
        }
        return erreurs.isEmpty()
                ? Adresse.go("/comptes/depannages?fait=demande")
                : show(page.with(erreurs), utilisateur, "", identifiant, said);
    }

    @Confirmee
    @PostMapping("/{id}/accord")
    ModelAndView agree(Utilisateur utilisateur, @PathVariable UUID id, HttpServletRequest request) {
        return decide(utilisateur, id, true, request);
    }

    @PostMapping("/{id}/refus")
    ModelAndView refuse(Utilisateur utilisateur, @PathVariable UUID id, HttpServletRequest request) {
        return decide(utilisateur, id, false, request);
    }

    private ModelAndView decide(Utilisateur utilisateur, UUID id, boolean accord, HttpServletRequest request) {
        if (!depannages.decide(utilisateur, id, accord, request.getRemoteAddr())) {
            throw new Introuvable();
        }
        return Adresse.go("/comptes/depannages?fait=" + (accord ? "accord" : "refus"));
    }
}
