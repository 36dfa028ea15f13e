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
import fr.entecole.socle.web.Erreurs;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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

    private final AnnuaireOfficiel annuaire;
    private final LectureDesDesaccords desaccords;

    AnnuaireOfficielController(AnnuaireOfficiel annuaire, LectureDesDesaccords desaccords) {
        this.annuaire = annuaire;
        this.desaccords = desaccords;
    }

    @GetMapping("/annuaire/officiel")
    ModelAndView show(Page page) {
        return view(page, null);
    }

    /// Answers with what it did: giving the same file again changes nothing.
    @PostMapping("/annuaire/officiel")
    ModelAndView take(
            Page page, Utilisateur utilisateur, @RequestParam(required = false) @Nullable MultipartFile fichier)
            throws IOException {
        if (fichier == null || fichier.isEmpty() || fichier.getSize() > LARGEST) {
            return view(
                    page.with(Erreurs.of("fichier", t("Choisissez le fichier CSV de l’annuaire, de 10 Mo au plus."))),
                    null);
        }
        try {
            return view(page, annuaire.take(fichier.getBytes(), utilisateur.compteId()));
        } catch (FichierRefuse e) {
            return view(page.with(Erreurs.of("fichier", e.phrase())), null);
        }
    }

    private ModelAndView view(Page page, AnnuaireOfficiel.@Nullable Bilan bilan) {
        Map<String, List<Desaccord>> sortes = desaccords.all().stream()
                .collect(Collectors.groupingBy(Desaccord::sorte, LinkedHashMap::new, Collectors.toList()));
        Map<String, Object> model = new HashMap<>();
        model.put("bilan", bilan);
        model.put("lecture", desaccords.lecture().orElse(null));
        model.put("sortes", sortes);
        return page.titled(t("L’annuaire public des écoles")).view("annuaire/officiel/officiel", model);
    }
}
