package fr.entecole.presences.appel;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Familles;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.presences.Etat;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// Whom to call: those who are missing and of whom nobody has said why, then the whole class, with each guardian. A
/// body that answers for a child has no account: it is told by telephone.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@SousOnglet({OngletsAnnuaire.CLASSE, OngletsAnnuaire.CLASSES})
@Controller
class AppelerController {

    private final PageDAppel pages;
    private final Familles familles;

    AppelerController(PageDAppel pages, Familles familles) {
        this.pages = pages;
        this.familles = familles;
    }

    @GetMapping("/presences/ecoles/{ecole}/classes/{classe}/appeler")
    ModelAndView show(Page page, Utilisateur utilisateur, @PathVariable UUID ecole, @PathVariable UUID classe) {
        var ouvert = pages.open(page, utilisateur, ecole, classe, "", "");
        var liste = familles.classe(classe, utilisateur.personneId())
                .filter(c -> c.ecoleId().equals(ecole))
                .orElseThrow(Introuvable::new);
        return page.titled(t("Qui appeler"))
                .view(
                        "presences/appel/appeler",
                        Map.of("appel", ouvert.appel(), "liste", liste, "manquants", missing(ouvert)));
    }

    /// None where nobody has called.
    private static Set<UUID> missing(PageDAppel.Ouvert ouvert) {
        var dits = ouvert.appel().feuille().dits();
        return ouvert.appel().eleves().stream()
                .filter(e -> e.excuses().isEmpty()
                        && dits.containsKey(e.id())
                        && dits.get(e.id()).etat() == Etat.ABSENT)
                .map(e -> e.id())
                .collect(Collectors.toSet());
    }
}
