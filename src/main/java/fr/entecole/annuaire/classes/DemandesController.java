package fr.entecole.annuaire.classes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// "C'est ma classe": a teacher says it in one touch, the head of the school confirms in one, or refuses with a word.
@SousOnglet(OngletsAnnuaire.CLASSES)
@Controller
class DemandesController {

    private static final int LONGEST = 300;

    private final LectureDesDemandes lecture;
    private final Demandes demandes;
    private final Enseignements enseignements;

    DemandesController(LectureDesDemandes lecture, Demandes demandes, Enseignements enseignements) {
        this.lecture = lecture;
        this.demandes = demandes;
        this.enseignements = enseignements;
    }

    /// The class tab of a teacher: the class when there is one, else all of them, else what they may say is theirs.
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/annuaire/classes")
    ModelAndView classes(Page page, Utilisateur utilisateur) {
        if (utilisateur.is(Profil.DIRECTEUR)) {
            return Adresse.go("/annuaire/classes/toutes");
        }
        var mine = lecture.of(utilisateur, false).stream()
                .filter(LectureDesDemandes.Possible::mienne)
                .toList();
        return mine.size() == 1
                ? Adresse.go("/annuaire/classes/" + mine.getFirst().id())
                : list(page, utilisateur, "");
    }

    @Pour(Profil.ENSEIGNANT)
    @GetMapping("/annuaire/classes/demandes")
    ModelAndView list(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String suite) {
        return page.titled(t("Vos classes"))
                .view(
                        "annuaire/classes/mes-demandes",
                        Map.of("classes", lecture.of(utilisateur, true), "perdue", suite.equals("archivee")));
    }

    @Pour(Profil.ENSEIGNANT)
    @PostMapping("/annuaire/classes/{classe}/demande")
    ModelAndView ask(@PathVariable UUID classe, Utilisateur utilisateur) {
        return switch (demandes.ask(classe, utilisateur)) {
            case DEMANDEE -> Adresse.go("/");
            case ARCHIVEE -> Adresse.go("/annuaire/classes/demandes?suite=archivee");
            case INCONNUE -> throw new Introuvable();
        };
    }

    @Pour(Profil.ENSEIGNANT)
    @PostMapping("/annuaire/demandes/{demande}/retrait")
    ModelAndView withdraw(@PathVariable UUID demande, Utilisateur utilisateur) {
        if (!demandes.withdraw(demande, utilisateur)) {
            throw new Introuvable();
        }
        return Adresse.go("/");
    }

    @Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
    @GetMapping("/annuaire/demandes/{demande}")
    ModelAndView show(@PathVariable UUID demande, Page page, Utilisateur utilisateur) {
        var asked = lecture.pending(utilisateur, demande).orElseThrow(Introuvable::new);
        return asked.attend()
                ? view(page, utilisateur, asked, "")
                : Adresse.go(RattachementsController.list(utilisateur, asked.ecoleId()) + "?suite=passee");
    }

    @Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
    @PostMapping("/annuaire/demandes/{demande}/confirmation")
    ModelAndView confirm(@PathVariable UUID demande, Utilisateur utilisateur) {
        return answer(demande, true, "", utilisateur);
    }

    @Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
    @PostMapping("/annuaire/demandes/{demande}/refus")
    ModelAndView refuse(
            @PathVariable UUID demande,
            @RequestParam(defaultValue = "") String mot,
            Page page,
            Utilisateur utilisateur) {
        if (mot.strip().length() > LONGEST) {
            var asked = lecture.pending(utilisateur, demande).orElseThrow(Introuvable::new);
            return view(page.with(Erreurs.of("mot", t("{0} caractères au plus.", LONGEST))), utilisateur, asked, mot);
        }
        return answer(demande, false, mot.strip(), utilisateur);
    }

    private ModelAndView answer(UUID demande, boolean confirmed, String mot, Utilisateur utilisateur) {
        var asked = lecture.pending(utilisateur, demande).orElseThrow(Introuvable::new);
        var done = enseignements.answer(demande, confirmed, mot, utilisateur).orElseThrow(Introuvable::new);
        var suite = !done ? "passee" : confirmed ? "confirmee" : "refusee";
        return Adresse.go(RattachementsController.list(utilisateur, asked.ecoleId()) + "?suite=" + suite);
    }

    private static ModelAndView view(Page page, Utilisateur utilisateur, LectureDesDemandes.Demande asked, String mot) {
        return page.titled(t("{0} et {1}", asked.civil(), asked.classe()))
                .view(
                        "annuaire/classes/demande",
                        Map.of(
                                "demande",
                                asked,
                                "mot",
                                mot,
                                "retour",
                                RattachementsController.list(utilisateur, asked.ecoleId())));
    }
}
