package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Journal;
import fr.entecole.socle.AvantLaCharte;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Region;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Utilisateur;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A person's own data, and a copy to take away. The file is named after nobody, and no cache keeps either.
@AvantLaCharte
@Pour
@Controller
class MesDonneesController {

    private final MesDonnees donnees;
    private final Corrections corrections;
    private final LectureDesCorrections lecture;
    private final Region region;
    private final Journal journal;
    private final Copie copie;

    MesDonneesController(
            MesDonnees donnees,
            Corrections corrections,
            LectureDesCorrections lecture,
            Region region,
            Journal journal,
            Copie copie) {
        this.donnees = donnees;
        this.corrections = corrections;
        this.lecture = lecture;
        this.region = region;
        this.journal = journal;
        this.copie = copie;
    }

    @GetMapping("/mes-donnees")
    ModelAndView read(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "false") boolean dite,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return switch (Registre.of(utilisateur)) {
            case ADULTE -> adult(page.titled(t("Mes données")), utilisateur, dite);
            case CE2_CM2 -> child(page, true);
            default -> child(page, false);
        };
    }

    private ModelAndView adult(Page page, Utilisateur utilisateur, boolean dite) {
        var fiches = donnees.of(utilisateur);
        var visible = fiches.stream()
                .flatMap(fiche -> fiche.lignes().stream())
                .map(Fiche.Ligne::personne)
                .collect(Collectors.toSet());
        return page.view(
                "rgpd/mes-donnees",
                Map.of(
                        "fiches", fiches,
                        "traitements", donnees.traitements(),
                        "demandes", lecture.of(corrections.askedBy(utilisateur), visible),
                        "dite", dite,
                        "region", region));
    }

    /// @param copie a pupil who reads may take a copy away
    private static ModelAndView child(Page page, boolean copie) {
        return page.titled(t("Ce que l’école garde de moi")).view("rgpd/mes-donnees-eleve", Map.of("copie", copie));
    }

    /// All is gathered before the first byte goes, so that what fails is a page of ours; files follow as they are read.
    @PostMapping("/mes-donnees/copie")
    void copy(Page page, Utilisateur utilisateur, HttpServletResponse response) throws IOException {
        var whole = donnees.whole(utilisateur);
        journal.record(Journal.Fait.of(ActeRgpd.DONNEES_TELECHARGEES, utilisateur.compteId())
                .by(utilisateur.compteId())
                .inEcoles(utilisateur.ecoles()));
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("mes-donnees.zip")
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        copie.write(whole, page.aujourdhui(), utilisateur.is(Profil.ELEVE), response.getOutputStream());
    }
}
