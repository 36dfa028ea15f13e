package fr.entecole.liaison.formulaires;

import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.web.Adresse;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Closing a form, and taking its results away.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class ResultatsController {

    private final PagesDesResultats pages;
    private final GestesDesFormulaires gestes;

    ResultatsController(PagesDesResultats pages, GestesDesFormulaires gestes) {
        this.pages = pages;
        this.gestes = gestes;
    }

    @HorsEnvoi
    @PostMapping("/liaison/mots/{id}/formulaire/fermeture")
    ModelAndView close(Utilisateur utilisateur, @PathVariable UUID id) {
        var mot = pages.mot(utilisateur, id);
        pages.formulaire(id);
        gestes.close(mot, utilisateur);
        return Adresse.go("/liaison/mots/{id}/formulaire?fait=ferme", id);
    }

    /// By a form, and told in the journal: what leaves the ENT is kept by whoever has it.
    @HorsEnvoi
    @PostMapping("/liaison/mots/{id}/formulaire/tableau")
    ResponseEntity<byte[]> csv(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var mot = pages.mot(utilisateur, id);
        var csv = pages.csv(mot, pages.formulaire(id));
        gestes.taken(mot, utilisateur);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=utf-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"reponses-" + page.aujourdhui() + ".csv\"")
                .body(csv);
    }
}
