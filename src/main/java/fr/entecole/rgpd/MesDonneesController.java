package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Journal;
import fr.entecole.socle.AvantLaCharte;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Region;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Utilisateur;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

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
    private final JsonMapper json;

    MesDonneesController(
            MesDonnees donnees,
            Corrections corrections,
            LectureDesCorrections lecture,
            Region region,
            Journal journal,
            JsonMapper json) {
        this.donnees = donnees;
        this.corrections = corrections;
        this.lecture = lecture;
        this.region = region;
        this.journal = journal;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
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

    @PostMapping("/mes-donnees/copie")
    ResponseEntity<byte[]> copy(Page page, Utilisateur utilisateur) {
        journal.record(Journal.Fait.of(ActeRgpd.DONNEES_TELECHARGEES, utilisateur.compteId())
                .by(utilisateur.compteId())
                .inEcoles(utilisateur.ecoles()));
        Map<String, Object> copie = new LinkedHashMap<>();
        copie.put(t("Copie du"), Valeurs.shown(page.aujourdhui()));
        copie.put(t("Responsable du traitement"), region.responsable());
        donnees.of(utilisateur).forEach(fiche -> copie.merge(fiche.titre(), content(fiche), (a, b) -> List.of(a, b)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("mes-donnees.json")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(json.writeValueAsBytes(copie));
    }

    private static Map<String, Object> content(Fiche fiche) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (var bloc : fiche.blocs()) {
            var lignes = bloc.lignes().stream()
                    .map(ligne -> {
                        Map<String, String> values = new LinkedHashMap<>();
                        ligne.forEach(valeur -> values.put(valeur.libelle(), valeur.valeur()));
                        return values;
                    })
                    .toList();
            content.put(bloc.titre(), lignes);
        }
        Map<String, String> champs = new LinkedHashMap<>();
        fiche.lignes().stream()
                .filter(ligne -> !ligne.champ().isEmpty())
                .forEach(ligne -> champs.put(ligne.titre(), ligne.champ()));
        if (!champs.isEmpty()) {
            content.put(t("Champs dans ONDE"), champs);
        }
        return content;
    }
}
