package fr.entecole.mesure.ecoles;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where the schools of an agent of the académie stand: open, begun, families reached, records to mend. As a table, as
/// bars and on a map; nobody is named.
@SousOnglet(OngletsAnnuaire.ANNUAIRE)
@Pour({Profil.ADMINISTRATEUR, Profil.IEN, Profil.ERUN, Profil.ASSISTANCE})
@Controller
class EcolesSuiviesController {

    private final EcolesSuivies ecoles;

    EcolesSuiviesController(EcolesSuivies ecoles) {
        this.ecoles = ecoles;
    }

    /// @param voir which of them
    @GetMapping("/usages/ecoles")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String voir,
            @RequestParam(defaultValue = "") String departement) {
        var chosen = departement.matches("[0-9]{3}") ? departement : "";
        return page.titled(t("Les écoles suivies"))
                .view(
                        "mesure/ecoles/ecoles",
                        Map.of("ensemble", ecoles.of(utilisateur, voir, chosen), "voir", voir, "departement", chosen));
    }
}
