package fr.entecole.essai.sansgene;

import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Each route has its rule, and none looks at the thing.
@Controller
class SansGeneController {

    private final MotsSansGene mots;

    SansGeneController(MotsSansGene mots) {
        this.mots = mots;
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @PostMapping("/sansgene/classes/{classe}/mots")
    ResponseEntity<Void> write(
            @PathVariable UUID classe, @RequestParam(defaultValue = "") String texte, Utilisateur utilisateur) {
        mots.write(classe, texte, utilisateur);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/")
                .build();
    }

    @Pour(Profil.PARENT)
    @GetMapping("/sansgene/eleves/{eleve}/mots")
    ResponseEntity<String> ofChild(@PathVariable UUID eleve, Utilisateur utilisateur) {
        var found = mots.ofChild(eleve, utilisateur.personneId());
        if (found.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok(String.join("\n", found));
    }

    @Pour
    @GetMapping("/sansgene/mots/{mot}")
    ResponseEntity<String> show(@PathVariable UUID mot, Utilisateur utilisateur) {
        if (!utilisateur.is(Profil.PARENT, Profil.ENSEIGNANT)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        return ResponseEntity.of(mots.one(mot));
    }
}
