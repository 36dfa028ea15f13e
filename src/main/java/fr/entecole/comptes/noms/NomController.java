package fr.entecole.comptes.noms;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// How one is called by families and pupils; a head reads how the team is, and may put back the directory's name.
@Controller
class NomController {

    private static final String DIRECTORY = "annuaire";

    private final NomsChoisis noms;
    private final Appellations appellations;

    NomController(NomsChoisis noms, Appellations appellations) {
        this.noms = noms;
        this.appellations = appellations;
    }

    /// @param fait what was just done: `choisi`, `remis`
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
    @GetMapping("/mon-compte/nom")
    ModelAndView show(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String fait) {
        var ecoles = Perimetre.of(utilisateur).ecolesDirected();
        return page.titled(t("Mon nom pour les familles et les élèves"))
                .view(
                        "comptes/noms/nom",
                        Map.of(
                                "formes",
                                formes(utilisateur),
                                "choisi",
                                noms.of(utilisateur.personneId())
                                        .map(Civilite::name)
                                        .orElse(DIRECTORY),
                                "dirige",
                                !ecoles.isEmpty(),
                                "equipe",
                                ecoles.isEmpty() ? List.of() : noms.ofTeams(ecoles),
                                "ecoles",
                                ecoles.size() < 2 ? Map.of() : appellations.ecoles(ecoles),
                                "fait",
                                fait));
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
    @PostMapping("/mon-compte/nom")
    ModelAndView choose(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String civilite) {
        var chosen = Civilite.offeredTo(utilisateur).stream()
                .filter(c -> c.name().equals(civilite))
                .findFirst();
        if (chosen.isEmpty() && !civilite.equals(DIRECTORY)) {
            return show(page.with(Erreurs.of("civilite", t("Choisissez l’un des noms proposés."))), utilisateur, "");
        }
        noms.choose(utilisateur, chosen.orElse(null));
        return Adresse.go("/mon-compte/nom?fait=choisi");
    }

    @Pour(Profil.DIRECTEUR)
    @PostMapping("/comptes/ecoles/{ecole}/noms/{personne}/fin")
    ModelAndView putBack(Utilisateur utilisateur, @PathVariable UUID ecole, @PathVariable UUID personne) {
        if (!Perimetre.of(utilisateur).directs(ecole) || !noms.isOfTheTeam(ecole, personne)) {
            throw new Introuvable();
        }
        noms.putBack(ecole, personne, utilisateur);
        return Adresse.go("/mon-compte/nom?fait=remis");
    }

    private static List<Option> formes(Utilisateur utilisateur) {
        List<Option> formes = new ArrayList<>();
        formes.add(new Option(DIRECTORY, utilisateur.nomComplet(), t("comme dans l’annuaire")));
        Civilite.offeredTo(utilisateur)
                .forEach(c -> formes.add(new Option(c.name(), c.name(utilisateur.prenom(), utilisateur.nom()))));
        return formes;
    }
}
