package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.Convention;
import fr.entecole.conventions.ConventionAccess;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Another file for a signature whose document was the wrong one: each side for its own.
@Pour({Profil.REFERENT_VILLE, Profil.MAIRE, Profil.ADMINISTRATEUR})
@Controller
class RemplacementController {

    private static final int LONGEST = 300;

    private final LectureDesConventions lecture;
    private final Conventions conventions;
    private final PdfRecus recus;

    RemplacementController(LectureDesConventions lecture, Conventions conventions, PdfRecus recus) {
        this.lecture = lecture;
        this.conventions = conventions;
        this.recus = recus;
    }

    /// @param avenant the one that was signed; none: the convention
    @GetMapping("/conventions/{id}/remplacement")
    ModelAndView write(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID avenant) {
        return form(page, utilisateur, signed(utilisateur, id, avenant), avenant, "", List.of());
    }

    @PostMapping("/conventions/{id}/remplacement")
    ModelAndView replace(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID avenant,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers) {
        var convention = signed(utilisateur, id, avenant);
        var erreurs = motif.isBlank() || motif.length() > LONGEST
                ? Erreurs.of("motif", t("Dites pourquoi, en {0} caractères au plus.", LONGEST))
                : new Erreurs();
        var pieces = recus.take(utilisateur, depots, fichiers, t("convention-signee"), erreurs);
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), utilisateur, convention, avenant, motif, pieces);
        }
        return SignatureController.back(
                id,
                conventions.replace(
                        id, avenant, ConventionAccess.of(utilisateur).region(), motif.strip(), pieces, utilisateur),
                "remplacee");
    }

    private ModelAndView form(
            Page page,
            Utilisateur utilisateur,
            Convention convention,
            @Nullable UUID avenant,
            String motif,
            List<UUID> depots) {
        return page.titled(t("Remplacer le document signé"))
                .view(
                        "conventions/commune/remplacement",
                        Map.of(
                                "convention",
                                convention,
                                "avenant",
                                avenant == null ? "" : avenant.toString(),
                                "motif",
                                motif,
                                "deja",
                                recus.shown(utilisateur, depots)));
    }

    private Convention signed(Utilisateur utilisateur, UUID id, @Nullable UUID avenant) {
        var convention = lecture.readable(utilisateur, id);
        var access = ConventionAccess.of(utilisateur);
        if ((!access.region() && !access.signs(convention.communes()))
                || !convention.isSigned(avenant, access.region())) {
            throw new Introuvable();
        }
        return convention;
    }
}
