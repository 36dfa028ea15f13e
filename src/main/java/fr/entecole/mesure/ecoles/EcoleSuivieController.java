package fr.entecole.mesure.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.ecoles.FichesSuivies;
import fr.entecole.annuaire.ecoles.FichesSuivies.Fiche;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// One school that an agent of the académie follows: what it is, where it stands, who has come in, what is to mend.
@SousOnglet(OngletsAnnuaire.ANNUAIRE)
@Pour({Profil.ADMINISTRATEUR, Profil.IEN, Profil.ERUN, Profil.ASSISTANCE})
@Controller
class EcoleSuivieController {

    private final EcolesSuivies ecoles;
    private final FichesSuivies fiches;

    EcoleSuivieController(EcolesSuivies ecoles, FichesSuivies fiches) {
        this.ecoles = ecoles;
        this.fiches = fiches;
    }

    @GetMapping("/usages/ecoles/{ecole}")
    ModelAndView show(Page page, Utilisateur utilisateur, @PathVariable UUID ecole) {
        var fiche = fiches.of(utilisateur, ecole).orElseThrow(Introuvable::new);
        var suivie = ecoles.one(utilisateur, ecole).orElseThrow(Introuvable::new);
        return page.titled(t("Où en est {0}", fiche.nom()))
                .view(
                        "mesure/ecoles/ecole",
                        Map.of(
                                "fiche",
                                fiche,
                                "suivie",
                                suivie,
                                "signales",
                                Signale.of(ecole, fiche.signales()),
                                "frequentation",
                                measured(utilisateur, fiche, suivie)));
    }

    /// Whether this person reads its figures week by week: those of the circonscription do, of its open schools.
    private static boolean measured(Utilisateur utilisateur, Fiche fiche, EcoleSuivie suivie) {
        var circonscription = utilisateur.circonscription();
        return utilisateur.is(Profil.IEN, Profil.ERUN)
                && suivie.ouverte() != null
                && circonscription != null
                && circonscription.equals(fiche.circonscriptionId());
    }
}
