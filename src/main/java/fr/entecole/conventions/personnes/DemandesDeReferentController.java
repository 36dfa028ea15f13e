package fr.entecole.conventions.personnes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.conventions.personnes.DemandesDeReferent.Demande;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who asks to act for a commune: the region grants it, or says why not.
@SousOnglet(OngletsAnnuaire.ECOLES)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class DemandesDeReferentController {

    private static final int LONGEST = 300;

    private final DemandesDeReferent demandes;
    private final EcolesDesCommunes communes;

    DemandesDeReferentController(DemandesDeReferent demandes, EcolesDesCommunes communes) {
        this.demandes = demandes;
        this.communes = communes;
    }

    /// @param fait what was just decided
    @GetMapping("/conventions/demandes")
    ModelAndView list(Page page, @RequestParam(defaultValue = "") String fait) {
        return page(page, fait, "", "");
    }

    private ModelAndView page(Page page, String fait, String refusee, String motif) {
        var waiting = demandes.waiting();
        return page.titled(t("Demandes des communes"))
                .view(
                        "conventions/personnes/demandes",
                        Map.of(
                                "demandes",
                                waiting,
                                "communes",
                                names(waiting),
                                "fait",
                                fait,
                                "refusee",
                                refusee,
                                "motif",
                                motif));
    }

    private Map<String, String> names(List<Demande> waiting) {
        return communes.named(waiting.stream().map(Demande::insee).distinct().toList()).stream()
                .collect(Collectors.toMap(EcolesDesCommunes.Commune::insee, EcolesDesCommunes.Commune::nom));
    }

    private void known(UUID id) {
        if (!demandes.isKnown(id)) {
            throw new Introuvable();
        }
    }

    @Confirmee
    @PostMapping("/conventions/demandes/{id}/accord")
    ModelAndView grant(Utilisateur utilisateur, @PathVariable UUID id) {
        known(id);
        return Adresse.go("/conventions/demandes?fait={fait}", demandes.grant(id, utilisateur) ? "accord" : "deja");
    }

    @PostMapping("/conventions/demandes/{id}/refus")
    ModelAndView refuse(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String motif) {
        known(id);
        if (motif.isBlank() || motif.length() > LONGEST) {
            return page(
                    page.with(Erreurs.of("motif-" + id, t("Dites pourquoi, en {0} caractères au plus.", LONGEST))),
                    "",
                    id.toString(),
                    motif);
        }
        return Adresse.go(
                "/conventions/demandes?fait={fait}",
                demandes.refuse(id, motif.strip(), utilisateur) ? "refus" : "deja");
    }
}
