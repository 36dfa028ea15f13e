package fr.entecole.presences.appel;

import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Sceau;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The key with which a tablet seals what it keeps of the roll in case the line is cut: of this session alone, so that
/// nobody can open it once the session has ended. ADR 0062.
@Controller
class GardeController {

    private static final int SHORT = 12;

    private final Sceau sceau;

    GardeController(Sceau sceau) {
        this.sceau = sceau;
    }

    /// `nom` tells what is kept of one session from what is left of another; `jeton` goes with what is sent again.
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
    @GetMapping("/presences/garde")
    ResponseEntity<Map<String, String>> key(Page page, HttpServletRequest request) {
        var session = request.getSession().getId();
        return ResponseEntity.ok(Map.of(
                "cle",
                Base64.getEncoder().encodeToString(sceau.of("garde", session)),
                "nom",
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(sceau.of("garde-nom", session))
                        .substring(0, SHORT),
                "jeton",
                page.csrf()));
    }
}
