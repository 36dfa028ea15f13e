package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Everything about a convention in one file, to hand on.
@Pour({Profil.REFERENT_VILLE, Profil.MAIRE, Profil.FINANCES, Profil.ADMINISTRATEUR})
@Controller
class DossierDePreuvesController {

    private final LectureDesConventions lecture;
    private final DossierDePreuves dossier;
    private final Imprimerie imprimerie;

    DossierDePreuvesController(LectureDesConventions lecture, DossierDePreuves dossier, Imprimerie imprimerie) {
        this.lecture = lecture;
        this.dossier = dossier;
        this.imprimerie = imprimerie;
    }

    @PostMapping("/conventions/{id}/dossier")
    @Nullable
    ModelAndView file(Page page, Utilisateur utilisateur, HttpServletResponse response, @PathVariable UUID id)
            throws IOException {
        var convention = lecture.readable(utilisateur, id);
        return imprimerie.print(
                page,
                new Attente(
                        Map.of(),
                        t("Rien ne change dans la convention."),
                        "/conventions/" + id,
                        t("Retour à la convention")),
                response,
                () -> {
                    response.setContentType("application/zip");
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    response.setHeader(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"dossier-" + convention.numero() + ".zip\"");
                    dossier.write(convention, page.aujourdhui(), response.getOutputStream());
                    return null;
                });
    }
}
