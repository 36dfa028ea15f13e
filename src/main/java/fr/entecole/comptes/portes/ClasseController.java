package fr.entecole.comptes.portes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Petits;
import fr.entecole.annuaire.Petits.Petit;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.comptes.appareils.ClasseOuverte;
import fr.entecole.comptes.appareils.ClassesOuvertes;
import fr.entecole.comptes.appareils.ClassesOuvertes.Ouverte;
import fr.entecole.comptes.charte.Accords;
import fr.entecole.comptes.images.Besoin;
import fr.entecole.comptes.images.ImagesSecretes;
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
import java.util.stream.Collectors;
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
    private final EntreeDesPetits porte;
    private final ImagesSecretes images;
    private final ClassesOuvertes ouvertes;
    private final Accords accords;
    private final Entree entree;
    private final SessionReglages reglages;
    private final Clock clock;

    ClasseController(
            Petits petits,
            EntreeDesPetits porte,
            ImagesSecretes images,
            ClassesOuvertes ouvertes,
            Accords accords,
            Entree entree,
            SessionReglages reglages,
            Clock clock) {
        this.petits = petits;
        this.porte = porte;
        this.images = images;
        this.ouvertes = ouvertes;
        this.accords = accords;
        this.entree = entree;
        this.reglages = reglages;
        this.clock = clock;
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @SousOnglet(OngletsAnnuaire.CLASSE)
    @GetMapping("/classe/ouverture")
    ModelAndView choose(Page page, Utilisateur utilisateur) {
        var classes = petits.classes(utilisateur.personneId());
        var eleves = classes.stream()
                .flatMap(classe -> classe.petits().stream().map(Petit::id))
                .toList();
        return page.titled(t("Ouvrir la classe"))
                .view(
                        "comptes/portes/classe-ouverture",
                        Map.of(
                                "classes",
                                classes,
                                "ouvertes",
                                ouvertes.of(utilisateur.compteId()).stream()
                                        .collect(Collectors.groupingBy(Ouverte::classe)),
                                "sourds",
                                accords.withoutCharter(eleves),
                                "fuseau",
                                clock.getZone(),
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
        Touchees.end(request.getSession());
        var classe = porte.classe(ouverte);
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
                        Map.of(
                                "classe",
                                classe.get(),
                                "parti",
                                EntreeDesPetits.takeGoodbye(request)
                                        .flatMap(eleve -> classe.get().etiquette(eleve)),
                                "fin",
                                LocalTime.ofInstant(ouverte.fin(), clock.getZone())));
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
        var petit = porte.classe(ouverte)
                .flatMap(classe -> EntreeDesPetits.find(classe, eleve))
                .orElse(null);
        if (petit == null) {
            // The list on the screen may be a minute old: it is shown anew, without saying anything of that child.
            return Adresse.go("/classe");
        }
        if (images.besoin(ouverte.classe(), petit.id(), petit.niveau()) == Besoin.RIEN) {
            return Adresse.go(porte.letIn(petit.id(), request));
        }
        Touchees.begin(request.getSession(), petit.id());
        return Adresse.go("/classe/images");
    }

    private static ModelAndView word(Page page, String titre, String texte, String adresse) {
        return page.in(Registre.MATERNELLE)
                .titled(titre)
                .view("comptes/portes/classe-mot", Map.of("titre", titre, "texte", texte, "adresse", adresse));
    }
}
