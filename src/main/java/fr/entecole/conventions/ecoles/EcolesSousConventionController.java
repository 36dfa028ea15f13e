package fr.entecole.conventions.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// A head and those who follow schools read until when each is in the ENT; they change nothing here.
@SousOnglet(OngletsAnnuaire.ECOLE)
@Pour({Profil.DIRECTEUR, Profil.IEN, Profil.ERUN})
@Controller
class EcolesSousConventionController {

    private final EcolesSousConvention ecoles;

    EcolesSousConventionController(EcolesSousConvention ecoles) {
        this.ecoles = ecoles;
    }

    @GetMapping("/conventions/ecoles")
    ModelAndView list(Page page, Utilisateur utilisateur) {
        var suivies = ecoles.of(utilisateur, page.aujourdhui());
        return page.titled(suivies.size() == 1 ? t("La convention de l’école") : t("Les conventions des écoles"))
                .view("conventions/ecoles/ecoles", Map.of("ecoles", suivies));
    }
}
