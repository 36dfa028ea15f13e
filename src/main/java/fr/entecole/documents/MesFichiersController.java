package fr.entecole.documents;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Tranche;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Mes fichiers »: what one keeps, how much room is left, and taking something away.
@Pour
@Controller
class MesFichiersController {

    private static final int SHOWN = 15;

    private final MesFichiers fichiers;
    private final Quotas quotas;

    MesFichiersController(MesFichiers fichiers, Quotas quotas) {
        this.fichiers = fichiers;
        this.quotas = quotas;
    }

    @GetMapping("/documents")
    ModelAndView list(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String apres,
            @RequestParam(defaultValue = "false") boolean fait) {
        var shown = Tranche.read(SHOWN, most -> fichiers.page(utilisateur, apres, most), MesFichiers.Fichier::cle);
        return page.titled(page.petits() ? t("Ce que j’ai envoyé") : t("Mes fichiers"))
                .view(
                        "documents/mes-fichiers",
                        Map.of(
                                "fichiers",
                                shown,
                                "enRoute",
                                fichiers.onTheirWay(utilisateur),
                                "jauge",
                                quotas.of(utilisateur),
                                "fait",
                                fait));
    }

    @PostMapping("/documents/{id}/retrait")
    ModelAndView remove(@PathVariable UUID id, Utilisateur utilisateur) {
        fichiers.remove(utilisateur, id);
        return Adresse.go("/documents?fait=true");
    }
}
