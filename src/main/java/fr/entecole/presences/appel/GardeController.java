package fr.entecole.presences.appel;

import fr.entecole.comptes.sessions.GardeDeSeance;
import fr.entecole.comptes.sessions.Gardes;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Sceau;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The key with which a tablet seals what it keeps of the roll in case the line is cut: of this stay alone. Once it has
/// ended by itself, the same person is given its key again for some hours, so that what waited is sent. ADR 0062, 0099.
@Controller
class GardeController {

    private static final int SHORT = 12;

    private final Gardes gardes;
    private final Sceau sceau;
    private final Clock clock;

    GardeController(Gardes gardes, Sceau sceau, Clock clock) {
        this.gardes = gardes;
        this.sceau = sceau;
        this.clock = clock;
    }

    /// `nom` tells what is kept of one stay from what is left of another; `jeton` goes with what is sent again;
    /// `maintenant` tells a device whose clock was set while it had no line.
    ///
    /// @param ancien name of what this device keeps of another stay; its key comes with the answer where that was the
    ///     same person's
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
    @GetMapping("/presences/garde")
    ResponseEntity<Map<String, Object>> key(
            Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String ancien) {
        var session = request.getSession();
        var garde = GardeDeSeance.of(session);
        Map<String, Object> given = new HashMap<>(
                Map.of("cle", cle(garde), "nom", nom(garde), "jeton", page.csrf(), "maintenant", clock.millis()));
        if (!ancien.isEmpty()) {
            GardeDeSeance.compte(session).map(gardes::of).orElseGet(List::of).stream()
                    .filter(autre -> nom(autre).equals(ancien))
                    .findFirst()
                    .ifPresent(autre -> given.put("ancienne", cle(autre)));
        }
        return ResponseEntity.ok(given);
    }

    private String cle(String garde) {
        return Base64.getEncoder().encodeToString(sceau.of("garde", garde));
    }

    private String nom(String garde) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sceau.of("garde-nom", garde))
                .substring(0, SHORT);
    }
}
