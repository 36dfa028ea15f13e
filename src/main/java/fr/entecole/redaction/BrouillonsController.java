package fr.entecole.redaction;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.redaction.Brouillons.Depasse;
import fr.entecole.redaction.Brouillons.Garde;
import fr.entecole.redaction.Brouillons.Parti;
import fr.entecole.redaction.Brouillons.Refuse;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Sceau;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the editor asks while somebody types. Each finds their own drafts and no other.
@Pour
@Controller
class BrouillonsController {

    private static final String CHAMP = "champ.";

    private final Brouillons brouillons;
    private final Sceau sceau;

    BrouillonsController(Brouillons brouillons, Sceau sceau) {
        this.brouillons = brouillons;
        this.sceau = sceau;
    }

    /// 200 kept, 409 something else was typed there since, 410 sent or given up elsewhere, 422 not kept.
    @PostMapping("/redaction/brouillons")
    ResponseEntity<Etat> keep(
            Utilisateur utilisateur,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String lieu,
            @RequestParam(defaultValue = "0") String version,
            @RequestParam(defaultValue = "") String base) {
        Map<String, String> champs = new LinkedHashMap<>();
        sent.forEach((nom, valeur) -> {
            if (nom.startsWith(CHAMP)) {
                champs.put(nom.substring(CHAMP.length()), valeur);
            }
        });
        int known = version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
        return switch (brouillons.keep(utilisateur, lieu, known, base, champs)) {
            case Garde(var now) -> ResponseEntity.ok(new Etat(now, "", "", Map.of()));
            case Depasse(var autre) ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(Etat.of(autre));
            case Parti() -> ResponseEntity.status(HttpStatus.GONE).build();
            case Refuse() ->
                ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        };
    }

    /// What would go, before it goes.
    @GetMapping("/redaction/brouillons/abandon")
    ModelAndView ask(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String lieu,
            @RequestParam(defaultValue = "/") String retour) {
        var brouillon = brouillons.of(utilisateur, lieu).orElse(null);
        return brouillon == null
                ? Adresse.go(ours(retour))
                : page.titled(t("Jeter ce brouillon"))
                        .view(
                                "redaction/abandon",
                                Map.of("brouillon", brouillon, "lu", words(brouillon), "retour", ours(retour)));
    }

    /// @param retour the page to show again, one of ours
    @PostMapping("/redaction/brouillons/abandon")
    ModelAndView giveUp(
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String lieu,
            @RequestParam(defaultValue = "/") String retour) {
        brouillons.drop(utilisateur, lieu);
        return Adresse.go(ours(retour));
    }

    private static String ours(String retour) {
        return retour.matches("/(?!/)[\\w/.-]*") ? retour : "/";
    }

    private static String words(Brouillon brouillon) {
        var lu = brouillon.champs().entrySet().stream()
                .filter(champ -> !champ.getKey().startsWith(Brouillon.CHOIX))
                .map(Map.Entry::getValue)
                .map(typed -> TexteRiche.of(typed).brut())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return lu.isEmpty() ? t("Plus rien.") : lu;
    }

    /// The key with which a device hides what it keeps while the line is cut: of this person in this role alone, so
    /// that whoever comes to the device next cannot read it.
    @GetMapping("/redaction/coffre")
    ResponseEntity<Map<String, String>> key(Utilisateur utilisateur) {
        var personne = utilisateur.personneId().toString();
        return ResponseEntity.ok(Map.of(
                "cle", Base64.getEncoder().encodeToString(sceau.of("coffre", personne)),
                "nom",
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(sceau.of("coffre-nom", personne))
                                .substring(0, 12)));
    }

    /// @param quand when it was typed, in words; empty when it is this page's own
    /// @param lu what it says, in plain text
    record Etat(int version, String quand, String lu, Map<String, String> champs) {

        static Etat of(Brouillon brouillon) {
            return new Etat(brouillon.version(), brouillon.quand(), words(brouillon), brouillon.champs());
        }
    }
}
