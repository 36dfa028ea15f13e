package fr.entecole.presences.registre;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.presences.PresencesAccess;
import fr.entecole.presences.registre.ClassesDuRegistre.Finie;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The registers of classes that are over: a month of June is read, printed and signed in September.
@SousOnglet({OngletsAnnuaire.CLASSES})
@Controller
class RegistresPassesController {

    private final ClassesDuRegistre classes;

    RegistresPassesController(ClassesDuRegistre classes) {
        this.classes = classes;
    }

    @Pour(Profil.DIRECTEUR)
    @GetMapping("/presences/ecoles/{ecole}/registres")
    ModelAndView list(Page page, Utilisateur utilisateur, @PathVariable UUID ecole) {
        if (!PresencesAccess.of(utilisateur).directs(ecole)) {
            throw new Introuvable();
        }
        return page.titled(t("Les registres des années passées"))
                .view(
                        "presences/registre/passes",
                        Map.of(
                                "ecole",
                                ecole,
                                "annees",
                                classes.over(utilisateur, ecole).stream()
                                        .collect(Collectors.groupingBy(
                                                Finie::annee, LinkedHashMap::new, Collectors.toList()))));
    }
}
