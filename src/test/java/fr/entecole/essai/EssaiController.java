package fr.entecole.essai;

import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Routes of the tests alone, one of which declares no rule on purpose.
@Controller
public class EssaiController {

    @Pour
    @GetMapping("/essai/tous")
    ResponseEntity<String> everyone(Page page, Utilisateur utilisateur) {
        return ResponseEntity.ok(utilisateur.nomComplet() + " " + page.csrf());
    }

    @Pour(Profil.MAIRE)
    @GetMapping("/essai/maire")
    ResponseEntity<String> maire() {
        return ResponseEntity.ok("mairie");
    }

    @Pour
    @PostMapping("/essai/tous")
    ResponseEntity<String> post() {
        return ResponseEntity.ok("fait");
    }

    @Ouvert
    @GetMapping("/essai/ouverte")
    ResponseEntity<String> open() {
        return ResponseEntity.ok("ouverte");
    }

    @GetMapping("/essai/oubliee")
    ResponseEntity<String> forgotten() {
        return ResponseEntity.ok("personne ne devrait lire ceci");
    }
}
