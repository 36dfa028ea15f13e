package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.Convention;
import fr.entecole.conventions.ConventionAccess;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.regles.Cessation.Etape;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The way to an early end, step by step: both sides note what was sent and when, and read the days that follow from
/// it.
@Pour({Profil.REFERENT_VILLE, Profil.MAIRE, Profil.ADMINISTRATEUR})
@Controller
class CessationController {

    private static final int LONGEST = 500;

    private final LectureDesConventions lecture;
    private final Conventions conventions;

    CessationController(LectureDesConventions lecture, Conventions conventions) {
        this.lecture = lecture;
        this.conventions = conventions;
    }

    @GetMapping("/conventions/{id}/fin")
    ModelAndView show(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        return page(page, ending(utilisateur, id, page), "", page.aujourdhui().toString(), "");
    }

    @PostMapping("/conventions/{id}/fin")
    ModelAndView note(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String etape,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") String motif) {
        var convention = ending(utilisateur, id, page);
        var step = parse(etape);
        var day = Dates.typed(jour);
        var erreurs = new Erreurs();
        if (step.isEmpty()) {
            erreurs.add("etape", t("Choisissez l’étape."));
        }
        if (day.isEmpty()) {
            erreurs.add("jour", t("Choisissez le jour."));
        }
        if (motif.isBlank() || motif.length() > LONGEST) {
            erreurs.add("motif", t("Dites ce que dit la lettre, en {0} caractères au plus.", LONGEST));
        }
        if (step.isPresent() && day.isPresent()) {
            convention
                    .cessation()
                    .refusal(step.get(), day.get(), page.aujourdhui())
                    .ifPresent(phrase -> erreurs.add("jour", phrase));
        }
        if (!erreurs.isEmpty() || step.isEmpty() || day.isEmpty()) {
            return page(page.with(erreurs), convention, etape, jour, motif);
        }
        return SignatureController.back(
                id, conventions.step(id, step.get(), day.get(), motif.strip(), utilisateur), "etape");
    }

    private static ModelAndView page(Page page, Convention convention, String etape, String jour, String motif) {
        return page.titled(t("Mettre fin à la convention"))
                .view(
                        "conventions/commune/fin",
                        Map.of("convention", convention, "etape", etape, "jour", jour, "motif", motif));
    }

    static Optional<Etape> parse(String code) {
        return Arrays.stream(Etape.values()).filter(e -> e.name().equals(code)).findFirst();
    }

    /// Signed by both, and not over by itself.
    private Convention ending(Utilisateur utilisateur, UUID id, Page page) {
        var convention = lecture.readable(utilisateur, id);
        var access = ConventionAccess.of(utilisateur);
        var etat = convention.etat(page.aujourdhui());
        if ((!access.region() && !access.signs(convention.communes()))
                || (etat != Etat.ACTIVE && etat != Etat.RESILIEE)) {
            throw new Introuvable();
        }
        return convention;
    }
}
