package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.comptes.OngletsComptes;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The way to the lists that codes are handed out from: straight to the only one, else a choice.
@SousOnglet({OngletsComptes.COMPTES, OngletsAnnuaire.CLASSE})
@Controller
class ListesController {

    private final LectureDesLieux lieux;

    ListesController(LectureDesLieux lieux) {
        this.lieux = lieux;
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL, Profil.ADMINISTRATEUR})
    @GetMapping("/comptes")
    ModelAndView choose(Page page, Utilisateur utilisateur) {
        if (utilisateur.is(Profil.ADMINISTRATEUR)) {
            return Adresse.go("/comptes/region");
        }
        var places = utilisateur.is(Profil.DIRECTEUR)
                ? lieux.directedBy(utilisateur.personneId(), utilisateur.ecoles())
                : lieux.taughtBy(utilisateur.personneId(), utilisateur.ecoles());
        if (places.size() == 1) {
            return Adresse.go(places.getFirst().adresse());
        }
        return page.titled(t("Les accès")).view("comptes/feuilles/lieux", Map.of("lieux", places));
    }
}
