package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.OngletsComptes;
import fr.entecole.comptes.impression.Impression;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Gives one person an access again, at the door: the new code is shown once, in the answer itself, and its sheet is
/// printed from there. Any page may offer the button; who may is judged here.
@SousOnglet(OngletsComptes.COMPTES)
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
@Controller
@RequestMapping("/comptes/personnes/{id}")
class PersonneAccesController {

    // As they are drawn: "7KMP 4TQX 92HD", "tortue-violet-42".
    private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}|\\p{Ll}+-\\p{Ll}+-\\d{2}");

    private final Destinataires destinataires;
    private final Remise remise;
    private final Impression impression;
    private final Imprimerie imprimerie;

    PersonneAccesController(Destinataires destinataires, Remise remise, Impression impression, Imprimerie imprimerie) {
        this.destinataires = destinataires;
        this.remise = remise;
        this.impression = impression;
        this.imprimerie = imprimerie;
    }

    @PostMapping("/acces")
    ModelAndView again(@PathVariable UUID id, Page page, Utilisateur utilisateur, HttpServletResponse response) {
        var destinataire = find(id, utilisateur);
        var code = remise.again(destinataire, utilisateur);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return page.titled(t("Accès redonné"))
                .view(
                        "comptes/feuilles/nouvel-acces",
                        Map.of(
                                "destinataire",
                                destinataire,
                                "code",
                                code,
                                "jusque",
                                remise.until(),
                                "adresse",
                                destinataire.eleve() ? impression.connexion() : impression.adresse()));
    }

    @PostMapping("/feuille")
    @Nullable
    ModelAndView print(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            Page page,
            Utilisateur utilisateur,
            HttpServletResponse response)
            throws IOException {
        return imprimerie.print(page, Map.of("code", code), response, () -> set(id, code, utilisateur, response));
    }

    private @Nullable ModelAndView set(UUID id, String code, Utilisateur utilisateur, HttpServletResponse response)
            throws IOException {
        var destinataire = find(id, utilisateur);
        if (!CODE.matcher(code).matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        try (var tirage = imprimerie.open(response)) {
            tirage.add(new Remise.Pret(remise.one(destinataire, code), List.of()));
            tirage.finish();
        }
        return null;
    }

    private Destinataire find(UUID id, Utilisateur utilisateur) {
        return destinataires.find(id, utilisateur).filter(d -> !d.petit()).orElseThrow(Introuvable::new);
    }
}
