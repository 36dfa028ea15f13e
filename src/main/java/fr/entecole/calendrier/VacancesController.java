package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.calendrier.fichiers.FichierRefuse;
import fr.entecole.calendrier.fichiers.LectureCsv;
import fr.entecole.calendrier.fichiers.LectureIcs;
import fr.entecole.calendrier.fichiers.PeriodeLue;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Holidays by zone, for the region: the ministry's file, or by hand.
@SousOnglet(OngletsAnnuaire.ANNUAIRE)
@Pour(Profil.ADMINISTRATEUR)
@Controller
@RequestMapping("/calendrier/vacances")
class VacancesController {

    private static final int LARGEST = 1_000_000;

    private final VacancesPubliees vacances;

    VacancesController(VacancesPubliees vacances) {
        this.vacances = vacances;
    }

    /// @param annees zones and years that the act which led here has changed
    @GetMapping
    ModelAndView list(Page page, @RequestParam(defaultValue = "-1") int annees) {
        return view(page, annees, VacancesForm.EMPTY, "");
    }

    @PostMapping("/fichier")
    ModelAndView take(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            @RequestParam(defaultValue = "C") String zoneDuFichier)
            throws IOException {
        var octets = fichier == null ? new byte[0] : fichier.getBytes();
        try {
            return Adresse.go(
                    "/calendrier/vacances?annees={n}",
                    vacances.publish(read(octets, zoneDuFichier), utilisateur.compteId()));
        } catch (FichierRefuse e) {
            return view(page.with(Erreurs.of("fichier", e.phrase())), -1, VacancesForm.EMPTY, zoneDuFichier);
        }
    }

    private static Set<PeriodeLue> read(byte[] octets, String zone) {
        if (octets.length == 0 || octets.length > LARGEST) {
            throw new FichierRefuse(t("Choisissez le fichier du calendrier, CSV ou ICS, de 1 Mo au plus."));
        }
        String texte;
        try {
            texte = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new FichierRefuse(
                    t("Ce fichier n’est pas écrit en UTF-8 : prenez le CSV ou l’ICS tel qu’il est publié."));
        }
        var sure = VacancesForm.zone(zone)
                .orElseThrow(() -> new FichierRefuse(t("Choisissez la zone du calendrier ICS.")));
        return texte.contains("BEGIN:VCALENDAR") ? LectureIcs.read(texte, sure) : LectureCsv.read(texte);
    }

    @PostMapping
    ModelAndView add(Page page, Utilisateur utilisateur, @ModelAttribute VacancesForm form) {
        var erreurs = form.erreurs();
        if (!erreurs.isEmpty()) {
            return view(page.with(erreurs), -1, form, "");
        }
        vacances.keep(form.vacances(), utilisateur.compteId());
        return Adresse.go("/calendrier/vacances?annees=1");
    }

    @PostMapping("/{id}/retrait")
    ModelAndView withdraw(Utilisateur utilisateur, @PathVariable UUID id) {
        vacances.withdraw(vacances.find(id).orElseThrow(Introuvable::new), utilisateur.compteId());
        return Adresse.go("/calendrier/vacances?annees=1");
    }

    private ModelAndView view(Page page, int annees, VacancesForm form, String zone) {
        var byYear = vacances.all().stream()
                .collect(Collectors.groupingBy(
                        v -> t("{0}, zone {1}", v.annee(), v.zone()), LinkedHashMap::new, Collectors.toList()));
        return page.titled(t("Les vacances scolaires"))
                .view("calendrier/vacances", Map.of("parAnnee", byYear, "annees", annees, "form", form, "zone", zone));
    }
}
