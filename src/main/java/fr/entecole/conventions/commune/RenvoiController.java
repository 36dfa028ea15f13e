package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.LettresAuxCommunes;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The region gives a convention back to its commune, with what is to be corrected.
@Pour(Profil.ADMINISTRATEUR)
@Controller
class RenvoiController {

    private static final int LONGEST = 500;

    private final LectureDesConventions lecture;
    private final Conventions conventions;
    private final LettresAuxCommunes lettres;

    RenvoiController(LectureDesConventions lecture, Conventions conventions, LettresAuxCommunes lettres) {
        this.lecture = lecture;
        this.conventions = conventions;
        this.lettres = lettres;
    }

    @GetMapping("/conventions/{id}/renvoi")
    ModelAndView write(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        return form(page, utilisateur, id, "");
    }

    @PostMapping("/conventions/{id}/renvoi")
    ModelAndView sendBack(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String motif) {
        var convention = lecture.readable(utilisateur, id);
        var words = motif.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            return form(
                    page.with(Erreurs.of(
                            "motif",
                            t("Dites à la commune ce qui est à corriger, en {0} caractères au plus.", LONGEST))),
                    utilisateur,
                    id,
                    motif);
        }
        var refusal = conventions.sendBack(id, words, utilisateur);
        if (refusal.isEmpty()) {
            lettres.back(convention, words);
        }
        return SignatureController.back(id, refusal, "rendue");
    }

    private ModelAndView form(Page page, Utilisateur utilisateur, UUID id, String motif) {
        return page.titled(t("Rendre la convention à la commune"))
                .view(
                        "conventions/commune/renvoi",
                        Map.of("convention", lecture.readable(utilisateur, id), "motif", motif));
    }
}
