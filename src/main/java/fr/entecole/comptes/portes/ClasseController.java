package fr.entecole.comptes.portes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Petits;
import fr.entecole.annuaire.Petits.Classe;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.appareils.ClasseOuverte;
import fr.entecole.comptes.sessions.SessionReglages;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The door of those who do not read: their teacher opens the class on a device, which signs the teacher out there; a
/// child touches their picture. Without an open class in the session nothing here answers.
@Ouvert
@Controller
class ClasseController {

    private final Petits petits;
    private final Comptes comptes;
    private final Portier portier;
    private final Entree entree;
    private final SessionReglages reglages;
    private final Clock clock;

    ClasseController(
            Petits petits, Comptes comptes, Portier portier, Entree entree, SessionReglages reglages, Clock clock) {
        this.petits = petits;
        this.comptes = comptes;
        this.portier = portier;
        this.entree = entree;
        this.reglages = reglages;
        this.clock = clock;
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @SousOnglet(OngletsAnnuaire.CLASSE)
    @GetMapping("/classe/ouverture")
    ModelAndView choose(Page page, Utilisateur utilisateur) {
        return page.titled(t("Ouvrir la classe"))
                .view(
                        "comptes/portes/classe-ouverture",
                        Map.of(
                                "classes",
                                petits.classes(utilisateur.personneId()),
                                "fin",
                                LocalTime.now(clock).plus(reglages.classe())));
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @SousOnglet(OngletsAnnuaire.CLASSE)
    @PostMapping("/classe/ouverture")
    ModelAndView open(
            Utilisateur utilisateur,
            @RequestParam UUID classe,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = petits.classe(classe, utilisateur.personneId())
                .filter(c -> !c.petits().isEmpty())
                .orElseThrow(Introuvable::new);
        var fin = clock.instant().plus(reglages.classe());
        entree.openClasse(
                new ClasseOuverte(found.id(), utilisateur.personneId(), utilisateur.compteId(), found.ecoleId(), fin),
                request,
                response);
        return Adresse.go("/classe");
    }

    @GetMapping("/classe")
    ModelAndView whoAreYou(Page page, HttpServletRequest request, HttpServletResponse response) {
        var ouverte = ClasseOuverte.of(request);
        if (ouverte == null) {
            return Adresse.go(page.utilisateur() == null ? "/connexion" : "/");
        }
        if (page.utilisateur() != null) {
            return Adresse.go("/");
        }
        var classe = petits.classe(ouverte.classe(), ouverte.personnel());
        if (classe.isEmpty()) {
            entree.closeClasse(request, response);
            return word(page, t("La classe est fermée"), t("Appelle ta maîtresse ou ton maître."), "/connexion");
        }
        if (entree.leaveChild(request)) {
            return word(
                    page,
                    t("Au revoir"),
                    t("Tu n’es plus dans cette classe. Appelle ta maîtresse ou ton maître."),
                    "/classe");
        }
        return page.in(Registre.MATERNELLE)
                .titled(t("Qui es-tu ?"))
                .view(
                        "comptes/portes/classe",
                        Map.of("classe", classe.get(), "fin", LocalTime.ofInstant(ouverte.fin(), clock.getZone())));
    }

    @PostMapping("/classe/eleve")
    ModelAndView enter(Page page, @RequestParam UUID eleve, HttpServletRequest request) {
        var ouverte = ClasseOuverte.of(request);
        if (ouverte == null) {
            return Adresse.go("/connexion");
        }
        if (page.utilisateur() != null) {
            // Touched twice, or two pictures at once: the first one is in.
            return Adresse.go("/");
        }
        boolean there = petits.classe(ouverte.classe(), ouverte.personnel()).map(Classe::petits).stream()
                .flatMap(java.util.List::stream)
                .anyMatch(p -> p.id().equals(eleve));
        var compte = there ? comptes.ofPersonne(eleve).orElse(null) : null;
        if (compte == null) {
            // The list on the screen may be a minute old: it is shown anew, without saying anything of that child.
            return Adresse.go("/classe");
        }
        return switch (portier.enterWithoutPassword(compte, request.getRemoteAddr(), "classe")) {
            case Portier.Entre entre -> Adresse.go(entree.openChild(entre.compte(), request));
            case Portier.Refuse _ -> Adresse.go("/classe");
        };
    }

    @PostMapping("/classe/fermeture")
    ModelAndView close(HttpServletRequest request, HttpServletResponse response) {
        entree.closeClasse(request, response);
        return Adresse.go("/connexion");
    }

    private static ModelAndView word(Page page, String titre, String texte, String adresse) {
        return page.in(Registre.MATERNELLE)
                .titled(titre)
                .view("comptes/portes/classe-mot", Map.of("titre", titre, "texte", texte, "adresse", adresse));
    }
}
