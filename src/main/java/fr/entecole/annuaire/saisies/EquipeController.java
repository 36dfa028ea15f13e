package fr.entecole.annuaire.saisies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.ActeAnnuaire;
import fr.entecole.annuaire.OngletsAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The team of a school, for its head and the region: those of the feed, and those whom no feed carries (AESH, ATSEM),
/// whom the head adds and ends.
@SousOnglet(OngletsAnnuaire.ECOLE)
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
@Controller
@RequestMapping("/annuaire/ecoles/{ecole}/equipe")
class EquipeController {

    static final List<String> FONCTIONS = List.of("AESH", "ATSEM", "Service civique", "Remplacement", "Intervention");
    private static final int LONGEST = 100;

    private final LectureDEquipe lecture;
    private final Saisies saisies;
    private final Journal journal;
    private final TransactionTemplate transaction;

    EquipeController(LectureDEquipe lecture, Saisies saisies, Journal journal, TransactionTemplate transaction) {
        this.lecture = lecture;
        this.saisies = saisies;
        this.journal = journal;
        this.transaction = transaction;
    }

    @GetMapping
    ModelAndView list(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @RequestParam(defaultValue = "false") boolean garde) {
        return page(page, utilisateur, ecole, Map.of(), Map.of(), garde);
    }

    @PostMapping
    ModelAndView add(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @RequestParam(defaultValue = "") String civilite,
            @RequestParam(defaultValue = "") String prenom,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String fonction) {
        visible(utilisateur, ecole);
        var errors = errors(prenom.strip(), nom.strip(), fonction);
        if (!errors.isEmpty()) {
            var typed = Map.of("civilite", civilite, "prenom", prenom, "nom", nom, "fonction", fonction);
            return page(page, utilisateur, ecole, typed, errors, false);
        }
        transaction.executeWithoutResult(_ -> {
            var id = saisies.addPersonnel(
                    ecole, civilite.isBlank() ? null : civilite.strip(), prenom.strip(), nom.strip(), fonction);
            record(ActeAnnuaire.PERSONNEL_AJOUTE, id, ecole, utilisateur);
        });
        return kept(ecole);
    }

    @PostMapping("/{personnel}/fin")
    ModelAndView end(Utilisateur utilisateur, @PathVariable UUID ecole, @PathVariable UUID personnel) {
        visible(utilisateur, ecole);
        var ended = transaction.execute(_ -> {
            boolean there = saisies.endPersonnel(ecole, personnel);
            if (there) {
                record(ActeAnnuaire.PERSONNEL_RETIRE, personnel, ecole, utilisateur);
            }
            return there;
        });
        if (!Boolean.TRUE.equals(ended)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return kept(ecole);
    }

    private static Map<String, String> errors(String prenom, String nom, String fonction) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (prenom.isEmpty() || prenom.length() > LONGEST) {
            errors.put("prenom", t("Écrivez le prénom, en {0} caractères au plus.", LONGEST));
        }
        if (nom.isEmpty() || nom.length() > LONGEST) {
            errors.put("nom", t("Écrivez le nom, en {0} caractères au plus.", LONGEST));
        }
        if (!FONCTIONS.contains(fonction)) {
            errors.put("fonction", t("Choisissez ce que cette personne fait dans l’école."));
        }
        return errors;
    }

    private String visible(Utilisateur utilisateur, UUID ecole) {
        return lecture.ecole(ecole, utilisateur.is(Profil.ADMINISTRATEUR) ? null : utilisateur.personneId())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void record(ActeAnnuaire acte, UUID personnel, UUID ecole, Utilisateur utilisateur) {
        journal.record(Fait.of(acte, personnel).by(utilisateur.compteId()).inEcole(ecole));
    }

    private ModelAndView page(
            Page page,
            Utilisateur utilisateur,
            UUID ecole,
            Map<String, String> typed,
            Map<String, String> errors,
            boolean garde) {
        var nom = visible(utilisateur, ecole);
        var view = page.titled(t("L’équipe de l’école"))
                .view(
                        "annuaire/saisies/equipe",
                        Map.of(
                                "ecole",
                                ecole,
                                "nom",
                                nom,
                                "membres",
                                lecture.membres(ecole),
                                "saisi",
                                typed,
                                "erreurs",
                                errors,
                                "garde",
                                garde));
        view.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static ModelAndView kept(UUID ecole) {
        var view = new RedirectView("/annuaire/ecoles/" + ecole + "/equipe?garde=true");
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
