package fr.entecole.comptes.portes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Petits;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.appareils.ClasseOuverte;
import fr.entecole.comptes.appareils.ClassesOuvertes;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Installation;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
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

/// Closes an open class: on its device with the password of who opened it, or with the code that stands on that
/// person's own page; from that page, in one touch. Wrong tries are slowed, whoever makes them, and never slow that
/// person's own door.
@Ouvert
@Controller
class FermetureController {

    private final Petits petits;
    private final ClassesOuvertes ouvertes;
    private final Entree entree;
    private final Fermeture fermeture;
    private final Journal journal;
    private final Installation installation;
    private final Clock clock;

    FermetureController(
            Petits petits,
            ClassesOuvertes ouvertes,
            Entree entree,
            Fermeture fermeture,
            Journal journal,
            Installation installation,
            Clock clock) {
        this.petits = petits;
        this.ouvertes = ouvertes;
        this.entree = entree;
        this.fermeture = fermeture;
        this.journal = journal;
        this.installation = installation;
        this.clock = clock;
    }

    @GetMapping("/classe/fermeture")
    ModelAndView ask(Page page, HttpServletRequest request) {
        var ouverte = ClasseOuverte.of(request);
        if (ouverte == null || page.utilisateur() != null) {
            return Adresse.go("/classe");
        }
        return ask(page, ouverte);
    }

    @PostMapping("/classe/fermeture")
    ModelAndView close(
            Page page,
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        var ouverte = ClasseOuverte.of(request);
        if (ouverte == null || page.utilisateur() != null) {
            return Adresse.go("/classe");
        }
        var refusal = fermeture.refusal(ouverte, secret.strip());
        if (refusal.isPresent()) {
            var refus = refusal.get();
            return ask(page.with(Erreurs.of("secret", refus.phrase()), refus.statut()), ouverte);
        }
        entree.closeClasse(request, response);
        return Adresse.go("/classe/fermee");
    }

    @GetMapping("/classe/fermee")
    ModelAndView closed(Page page) {
        return page.titled(t("La classe est fermée")).view("comptes/portes/classe-fermee", Map.of());
    }

    /// From the teacher's own page, wherever the devices are.
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @SousOnglet(OngletsAnnuaire.CLASSE)
    @PostMapping("/classe/ouverture/fermeture")
    ModelAndView closeFromAfar(Utilisateur utilisateur, @RequestParam UUID classe) {
        var mine = petits.classe(classe, utilisateur.personneId()).orElseThrow(Introuvable::new);
        if (ouvertes.close(utilisateur.compteId(), classe)) {
            journal.record(Fait.of(ActeComptes.CLASSE_FERMEE, classe)
                    .by(utilisateur.compteId())
                    .inEcole(mine.ecoleId()));
        }
        return Adresse.go("/classe/ouverture");
    }

    private ModelAndView ask(Page page, ClasseOuverte ouverte) {
        return page.titled(t("Fermer la classe"))
                .view(
                        "comptes/portes/classe-fermeture",
                        Map.of(
                                "code",
                                installation.demonstration() ? ouvertes.code(ouverte) : "",
                                "fin",
                                LocalTime.ofInstant(ouverte.fin(), clock.getZone())));
    }
}
