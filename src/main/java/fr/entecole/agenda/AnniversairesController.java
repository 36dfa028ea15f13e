package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.agenda.Anniversaires.Pour;
import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Whom a head lets see the birthdays of each class.
@fr.entecole.socle.Pour(Profil.DIRECTEUR)
@SousOnglet(OngletsAnnuaire.ECOLE)
@Controller
class AnniversairesController {

    private final Anniversaires anniversaires;
    private final Appellations appellations;

    AnniversairesController(Anniversaires anniversaires, Appellations appellations) {
        this.anniversaires = anniversaires;
        this.appellations = appellations;
    }

    @GetMapping("/agenda/anniversaires")
    ModelAndView show(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "false") boolean fait) {
        Map<UUID, Pour> choix = new LinkedHashMap<>();
        var noms = appellations.ecoles(Perimetre.of(utilisateur).ecolesDirected());
        noms.keySet().forEach(ecole -> choix.put(ecole, anniversaires.of(ecole)));
        return page.titled(t("Les anniversaires à l’agenda"))
                .view("agenda/anniversaires", Map.of("noms", noms, "choix", choix, "fait", fait));
    }

    @PostMapping("/agenda/anniversaires/{ecole}")
    ModelAndView set(Utilisateur utilisateur, @PathVariable UUID ecole, @RequestParam(defaultValue = "") String pour) {
        if (!Perimetre.of(utilisateur).directs(ecole)) {
            throw new Introuvable();
        }
        anniversaires.set(ecole, Pour.parse(pour).orElseThrow(Introuvable::new), utilisateur.compteId());
        return Adresse.go("/agenda/anniversaires?fait=true");
    }
}
