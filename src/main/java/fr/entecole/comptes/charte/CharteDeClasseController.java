package fr.entecole.comptes.charte;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Petits;
import fr.entecole.annuaire.Petits.Classe;
import fr.entecole.annuaire.Petits.Petit;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The charter of those who do not read, read aloud once to the whole class by who teaches it: no child meets it alone
/// at the first entry.
@SousOnglet(OngletsAnnuaire.CLASSE)
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
@RequestMapping("/classe/{id}/charte")
class CharteDeClasseController {

    private final Petits petits;
    private final Chartes chartes;
    private final Accords accords;

    CharteDeClasseController(Petits petits, Chartes chartes, Accords accords) {
        this.petits = petits;
        this.chartes = chartes;
        this.accords = accords;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, Page page, Utilisateur utilisateur) {
        var classe = find(id, utilisateur);
        return page.titled(t("La charte de la classe"))
                .view(
                        "comptes/charte/classe",
                        Map.of(
                                "classe",
                                classe,
                                "charte",
                                chartes.enVigueur(Texte.ELEVE_CYCLE_1_2),
                                "restent",
                                accords.withoutCharter(ids(classe)).size()));
    }

    /// What was on the screen is what was read, even when a newer version came meanwhile.
    @PostMapping
    ModelAndView heard(@PathVariable UUID id, @RequestParam UUID charte, Page page, Utilisateur utilisateur) {
        var classe = find(id, utilisateur);
        chartes.byId(charte)
                .filter(c -> c.texte() == Texte.ELEVE_CYCLE_1_2 && !c.effetLe().isAfter(page.aujourdhui()))
                .ifPresent(c -> accords.heardInClass(
                        ids(classe), c.id(), utilisateur.compteId(), classe.id(), classe.ecoleId()));
        return Adresse.go("/classe/ouverture");
    }

    private Classe find(UUID id, Utilisateur utilisateur) {
        return petits.classe(id, utilisateur.personneId())
                .filter(classe -> !classe.petits().isEmpty())
                .orElseThrow(Introuvable::new);
    }

    private static List<UUID> ids(Classe classe) {
        return classe.petits().stream().map(Petit::id).toList();
    }
}
