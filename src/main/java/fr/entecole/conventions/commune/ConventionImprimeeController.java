package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.Convention;
import fr.entecole.conventions.ConventionAccess;
import fr.entecole.conventions.ConventionImprimee;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.papier.Feuillet;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A convention, its avenants and the letters that end it, as files to print and sign.
@Pour({Profil.REFERENT_VILLE, Profil.MAIRE, Profil.FINANCES, Profil.ADMINISTRATEUR})
@Controller
class ConventionImprimeeController {

    private final LectureDesConventions lecture;
    private final Imprimerie imprimerie;

    ConventionImprimeeController(LectureDesConventions lecture, Imprimerie imprimerie) {
        this.lecture = lecture;
        this.imprimerie = imprimerie;
    }

    @PostMapping("/conventions/{id}/document")
    @Nullable
    ModelAndView document(Page page, Utilisateur utilisateur, HttpServletResponse response, @PathVariable UUID id)
            throws IOException {
        var convention = lecture.readable(utilisateur, id);
        return print(
                page,
                response,
                convention,
                Map.of(),
                "convention-" + convention.numero(),
                () -> ConventionImprimee.of(convention).feuillet());
    }

    @PostMapping("/conventions/{id}/avenants/{avenant}/document")
    @Nullable
    ModelAndView avenant(
            Page page,
            Utilisateur utilisateur,
            HttpServletResponse response,
            @PathVariable UUID id,
            @PathVariable UUID avenant)
            throws IOException {
        var convention = lecture.readable(utilisateur, id);
        var found = convention.avenants().stream()
                .filter(a -> a.id().equals(avenant))
                .findFirst()
                .orElseThrow(Introuvable::new);
        return print(
                page,
                response,
                convention,
                Map.of(),
                "avenant-" + convention.numero() + "-" + found.numero(),
                () -> ConventionImprimee.avenant(convention, found));
    }

    /// A draft of the letter of a step, from whoever asks for it to the other side.
    @PostMapping("/conventions/{id}/fin/lettre")
    @Nullable
    ModelAndView letter(
            Page page,
            Utilisateur utilisateur,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String etape)
            throws IOException {
        var convention = lecture.readable(utilisateur, id);
        var step = CessationController.parse(etape).orElseThrow(Introuvable::new);
        boolean region = ConventionAccess.of(utilisateur).region();
        return print(
                page,
                response,
                convention,
                Map.of("etape", etape),
                "lettre-" + convention.numero(),
                () -> ConventionImprimee.lettre(
                        LettreDeFin.of(convention, step, region, Dates.words(page.aujourdhui()))));
    }

    private @Nullable ModelAndView print(
            Page page,
            HttpServletResponse response,
            Convention convention,
            Map<String, String> champs,
            String fichier,
            Supplier<Feuillet> feuillet)
            throws IOException {
        return imprimerie.print(
                page,
                new Attente(
                        champs,
                        t("Rien n’est envoyé ni signé par ce document."),
                        "/conventions/" + convention.id(),
                        t("Retour à la convention")),
                response,
                () -> {
                    try (var tirage = imprimerie.open(response, fichier)) {
                        tirage.add(List.of(feuillet.get()));
                        tirage.finish();
                    }
                    return null;
                });
    }
}
