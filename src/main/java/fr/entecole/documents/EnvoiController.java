package fr.entecole.documents;

import fr.entecole.documents.Depots.Etat;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Utilisateur;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// What the component asks while a file goes up: announce it, send its parts, ask where it stands, say what a picture
/// shows, give it up. Answers are JSON; what is refused comes with the sentence to show.
@Pour
@Controller
@ResponseBody
class EnvoiController {

    private final Depots depots;
    private final Documents documents;
    private final ReglagesDocuments reglages;

    EnvoiController(Depots depots, Documents documents, ReglagesDocuments reglages) {
        this.depots = depots;
        this.documents = documents;
        this.reglages = reglages;
    }

    @PostMapping("/documents/envois")
    Reponse begin(
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "0") long octets,
            @RequestParam(defaultValue = "0") long modifie,
            Utilisateur utilisateur) {
        return told(utilisateur, depots.begin(utilisateur, nom, octets, modifie));
    }

    @GetMapping("/documents/envois/{id}")
    Reponse state(@PathVariable UUID id, Utilisateur utilisateur) {
        return told(utilisateur, depots.state(utilisateur, id));
    }

    /// One part, as raw bytes: a part is bounded, so that what arrives at once is too.
    @PostMapping("/documents/envois/{id}/suite")
    Reponse append(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long debut,
            Utilisateur utilisateur,
            HttpServletRequest request)
            throws IOException {
        depots.state(utilisateur, id);
        int most = Math.toIntExact(reglages.morceau().toBytes());
        var octets = request.getInputStream().readNBytes(most + 1);
        return told(utilisateur, depots.append(utilisateur, id, debut, octets));
    }

    @PostMapping("/documents/envois/{id}/alternative")
    Reponse describe(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String alternative, Utilisateur utilisateur) {
        depots.describe(utilisateur, id, alternative);
        return told(utilisateur, depots.state(utilisateur, id));
    }

    @PostMapping("/documents/envois/{id}/abandon")
    Reponse cancel(@PathVariable UUID id, Utilisateur utilisateur) {
        depots.cancel(utilisateur, id);
        return new Reponse(id, 0, 0, reglages.morceau().toBytes(), null, null, "", "", false);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(DepotRefuse refus) {
        return ResponseEntity.status(refus.statut()).body(Map.of("message", refus.phrase()));
    }

    private Reponse told(Utilisateur utilisateur, Etat etat) {
        var whole = etat.type() == null
                ? null
                : documents.uploads(utilisateur, List.of(etat.id())).stream()
                        .findFirst()
                        .orElse(null);
        return new Reponse(
                etat.id(),
                etat.octets(),
                etat.recus(),
                reglages.morceau().toBytes(),
                whole == null ? null : whole.nom(),
                whole == null ? null : whole.type(),
                whole == null ? "" : whole.description(),
                whole != null && whole.illustree() && whole.prete() ? whole.adresse() + "/vignette" : "",
                whole != null && whole.genre() == Genre.IMAGE);
    }

    /// @param octets,recus announced, and arrived
    /// @param morceau most bytes of a part
    /// @param nom of the whole file, null until it is
    /// @param type its media type as its bytes say it, null until it is whole
    /// @param description its kind and size in words
    /// @param vignette address of its small picture, empty where it has none
    /// @param image whether one is asked what it shows
    record Reponse(
            UUID id,
            long octets,
            long recus,
            long morceau,
            @Nullable String nom,
            @Nullable String type,
            String description,
            String vignette,
            boolean image) {}
}
