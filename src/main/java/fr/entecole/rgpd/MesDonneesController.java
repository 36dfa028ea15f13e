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
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A person's own data, and a copy to take away. The file is named after nobody, and no cache keeps either.
@AvantLaCharte
@Pour
@Controller
class MesDonneesController {

    private final MesDonnees donnees;
    private final Region region;
    private final Journal journal;
    private final JsonMapper json;

    MesDonneesController(MesDonnees donnees, Region region, Journal journal, JsonMapper json) {
        this.donnees = donnees;
        this.region = region;
        this.journal = journal;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    @GetMapping("/mes-donnees")
    ModelAndView read(Page page, Utilisateur utilisateur, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return switch (Registre.of(utilisateur)) {
            case ADULTE ->
                page.titled(t("Mes données"))
                        .view(
                                "rgpd/mes-donnees",
                                Map.of(
                                        "fiches", donnees.of(utilisateur),
                                        "traitements", donnees.traitements(),
                                        "region", region));
            case CE2_CM2 ->
                page.titled(t("Ce que l’école garde de moi"))
                        .view("rgpd/mes-donnees-ce2-cm2", Map.of("fiches", donnees.of(utilisateur)));
            default -> page.titled(t("Ce que l’école garde de moi")).view("rgpd/mes-donnees-petits", Map.of());
        };
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
        return content;
    }
}
