package fr.entecole.annuaire.classes;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// From the page of a school's team: gives a class to one of its teachers, and takes it back.
@SousOnglet(OngletsAnnuaire.ECOLE)
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
@Controller
@RequestMapping("/annuaire/ecoles/{ecole}/equipe/{personnel}/classes")
class ClassesDeLEquipeController {

    private final Enseignements enseignements;
    private final Appellations appellations;

    ClassesDeLEquipeController(Enseignements enseignements, Appellations appellations) {
        this.enseignements = enseignements;
        this.appellations = appellations;
    }

    @PostMapping
    ModelAndView attach(
            @PathVariable UUID ecole,
            @PathVariable UUID personnel,
            @RequestParam @Nullable UUID classe,
            Utilisateur utilisateur) {
        if (classe == null) {
            if (!sees(utilisateur, ecole)) {
                throw new Introuvable();
            }
            return Adresse.go("/annuaire/ecoles/{ecole}/equipe?membre={membre}", ecole, personnel);
        }
        return done(enseignements.attach(ecole, classe, personnel, utilisateur), ecole, "rattachee");
    }

    @PostMapping("/{classe}/retrait")
    ModelAndView detach(
            @PathVariable UUID ecole,
            @PathVariable UUID personnel,
            @PathVariable UUID classe,
            Utilisateur utilisateur) {
        return done(enseignements.detach(ecole, classe, personnel, utilisateur), ecole, "detachee");
    }

    private static ModelAndView done(boolean found, UUID ecole, String fait) {
        if (!found) {
            throw new Introuvable();
        }
        return Adresse.go("/annuaire/ecoles/{ecole}/equipe?fait={fait}", ecole, fait);
    }

    private boolean sees(Utilisateur utilisateur, UUID ecole) {
        return utilisateur.is(Profil.ADMINISTRATEUR)
                ? appellations.ecoles(Set.of(ecole)).containsKey(ecole)
                : Perimetre.of(utilisateur).directs(ecole);
    }
}
