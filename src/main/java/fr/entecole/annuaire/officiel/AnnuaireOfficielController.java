package fr.entecole.annuaire.officiel;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.officiel.LectureDesDesaccords.Desaccord;
import fr.entecole.annuaire.officiel.LectureDuFichier.FichierRefuse;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The region gives the public annuaire, and reads in what the feed says otherwise.
@SousOnglet(OngletsAnnuaire.ECOLES)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class AnnuaireOfficielController {

    private static final int LARGEST = 10_000_000;

    private final AnnuairesRecus recus;
    private final LectureDesDesaccords desaccords;

    AnnuaireOfficielController(AnnuairesRecus recus, LectureDesDesaccords desaccords) {
        this.recus = recus;
        this.desaccords = desaccords;
    }

    @GetMapping("/annuaire/officiel")
    ModelAndView show(Page page) {
        Map<String, List<Desaccord>> sortes = desaccords.all().stream()
                .collect(Collectors.groupingBy(Desaccord::sorte, LinkedHashMap::new, Collectors.toList()));
        Map<String, Object> model = new HashMap<>();
        model.put("lecture", desaccords.lecture().orElse(null));
        model.put("sortes", sortes);
        return page.titled(t("L’annuaire public des écoles")).view("annuaire/officiel/officiel", model);
    }

    /// Nothing changes yet: what it would do is shown.
    @PostMapping("/annuaire/officiel")
    ModelAndView receive(Page page, @RequestParam(required = false) @Nullable MultipartFile fichier)
            throws IOException {
        if (fichier == null || fichier.isEmpty() || fichier.getSize() > LARGEST) {
            return show(
                    page.with(Erreurs.of("fichier", t("Choisissez le fichier CSV de l’annuaire, de 10 Mo au plus."))));
        }
        try {
            return Adresse.go("/annuaire/officiel/{id}", recus.receive(fichier.getBytes()));
        } catch (FichierRefuse e) {
            return show(page.with(Erreurs.of("fichier", e.phrase())));
        }
    }

    /// @param fait `tard` when it was decided before
    @GetMapping("/annuaire/officiel/{id}")
    ModelAndView preview(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String fait) {
        var recu = recus.find(id).orElseThrow(Introuvable::new);
        return page.titled(
                        recu.appliquee() == null ? t("Ce que ce fichier changerait") : t("Ce que ce fichier a changé"))
                .view("annuaire/officiel/recu", Map.of("recu", recu, "tard", fait.equals("tard")));
    }

    /// @param decision `appliquer`, or else it is thrown away
    @PostMapping("/annuaire/officiel/{id}")
    ModelAndView decide(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision) {
        if (recus.find(id).isEmpty()) {
            throw new Introuvable();
        }
        if (!decision.equals("appliquer")) {
            recus.drop(id);
            return Adresse.go("/annuaire/officiel");
        }
        try {
            return Adresse.go(
                    "/annuaire/officiel/{id}" + (recus.apply(id, utilisateur.compteId()) ? "" : "?fait=tard"), id);
        } catch (FichierRefuse e) {
            return show(page.with(Erreurs.of("fichier", e.phrase())));
        }
    }
}
