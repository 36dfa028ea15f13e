package fr.entecole.mesure;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Option;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// How much the ENT is used: of the region, a circonscription, a school, as each may know it; on a page, and as the
/// file that the national measure names.
@SousOnglet({OngletsAnnuaire.ANNUAIRE, OngletsAnnuaire.ECOLE})
@Pour({Profil.ADMINISTRATEUR, Profil.IEN, Profil.ERUN, Profil.DIRECTEUR, Profil.REFERENT_VILLE})
@Controller
class UsagesController {

    private final Territoires territoires;
    private final LectureDesUsages lecture;
    private final ExportDnma export;
    private final ReglagesMesure reglages;
    private final Clock clock;

    UsagesController(
            Territoires territoires,
            LectureDesUsages lecture,
            ExportDnma export,
            ReglagesMesure reglages,
            Clock clock) {
        this.territoires = territoires;
        this.lecture = lecture;
        this.export = export;
        this.reglages = reglages;
        this.clock = clock;
    }

    /// @param ou code of a territory, empty for the widest
    @GetMapping("/usages")
    ModelAndView show(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String ou) {
        var all = territoires.concern(utilisateur) ? territoires.of(utilisateur) : List.<Territoires.Territoire>of();
        if (all.isEmpty() && ou.isEmpty()) {
            return page.titled(t("Fréquentation"))
                    .view("mesure/aucun", Map.of("refuse", territoires.refused(utilisateur)));
        }
        var chosen = all.stream()
                .filter(one -> ou.isEmpty() || one.code().equals(ou))
                .findFirst()
                .orElseThrow(Introuvable::new);
        var usages = lecture.of(chosen);
        return page.titled(t("Fréquentation"))
                .view(
                        "mesure/usages",
                        Map.of(
                                "usages",
                                usages,
                                "territoire",
                                chosen,
                                "territoires",
                                Option.all(all, Territoires.Territoire::code, Territoires.Territoire::nom),
                                "finie",
                                Compteurs.monday(LocalDate.now(clock)).minusWeeks(1),
                                "mois",
                                reglages.conservation().toTotalMonths()));
    }

    /// @param semaine any day of a week that is over: of one under way, two files would tell what happened in between
    @GetMapping("/usages/semaine")
    ResponseEntity<byte[]> file(
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String ou,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate semaine) {
        if (!territoires.concern(utilisateur)
                || semaine.getYear() < 2000
                || !semaine.isBefore(Compteurs.monday(LocalDate.now(clock)))) {
            throw new Introuvable();
        }
        var territoire = territoires.one(utilisateur, ou).orElseThrow(Introuvable::new);
        var monday = Compteurs.monday(semaine);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"usages-" + monday + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(export.of(territoire, monday).getBytes(StandardCharsets.UTF_8));
    }
}
