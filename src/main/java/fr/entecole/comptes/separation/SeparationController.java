package fr.entecole.comptes.separation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.OngletsComptes;
import fr.entecole.comptes.separation.Separation.Reunis;
import fr.entecole.comptes.sessions.Sessions;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The head's: two people who share an account by mistake, or somebody who cannot do it. A code is handed after it.
@SousOnglet(OngletsComptes.COMPTES)
@Controller
@Pour(Profil.DIRECTEUR)
@RequestMapping("/comptes/personnes/{id}/separation")
class SeparationController {

    private final Separation separation;
    private final Sessions sessions;

    SeparationController(Separation separation, Sessions sessions) {
        this.separation = separation;
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView ask(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        return ask(page, separation.of(id, utilisateur).orElseThrow(Introuvable::new));
    }

    @Confirmee
    @PostMapping
    ModelAndView part(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var reunis = separation.of(id, utilisateur).orElseThrow(Introuvable::new);
        if (!separation.part(reunis, utilisateur)) {
            return ask(page.with(stopped()), reunis);
        }
        sessions.endAll(List.of(reunis.compte()));
        return Adresse.go("/comptes/personnes/{id}/acces?fait=separation", id);
    }

    static Erreurs stopped() {
        return Erreurs.of(
                "separer",
                t(
                        "Ce compte est arrêté, ou vient d’être séparé : rien n’a changé. S’il est arrêté, il faut d’abord que sa direction le rouvre."));
    }

    private static ModelAndView ask(Page page, Reunis reunis) {
        return page.titled(t("Séparer deux comptes")).view("comptes/separation/ecole", Map.of("reunis", reunis));
    }
}
