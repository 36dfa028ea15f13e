package fr.entecole.comptes.sessions;

import fr.entecole.socle.AvantLaCharte;
import fr.entecole.socle.Pour;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// « Rester »: any request keeps a stay going, this one does nothing else.
@AvantLaCharte
@Pour
@Controller
class SeanceController {

    @PostMapping("/session/prolonger")
    ResponseEntity<Void> stay() {
        return ResponseEntity.noContent().build();
    }
}
