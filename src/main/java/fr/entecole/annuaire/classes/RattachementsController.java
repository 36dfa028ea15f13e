package fr.entecole.annuaire.classes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.classes.LectureDeLaDirection.EcoleDirigee;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The classes of a school and who teaches them: two touches attach (the class, then the name), one detaches and one
/// undoes it. For the school's head, and for the region's administrator in any school.
@SousOnglet(OngletsAnnuaire.CLASSES)
@Controller
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
class RattachementsController {

    private final LectureDeLaDirection lecture;
    private final LectureDesRattachables rattachables;
    private final Enseignements enseignements;

    RattachementsController(
            LectureDeLaDirection lecture, LectureDesRattachables rattachables, Enseignements enseignements) {
        this.lecture = lecture;
        this.rattachables = rattachables;
        this.enseignements = enseignements;
    }

    @GetMapping("/annuaire/ecoles/{ecole}/classes")
    ModelAndView list(
            @PathVariable UUID ecole,
            @RequestParam @Nullable UUID classe,
            @RequestParam @Nullable UUID detache,
            @RequestParam(defaultValue = "") String suite,
            Page page,
            Utilisateur utilisateur) {
        var found = found(utilisateur, ecole);
        return view(page.titled(t("Les classes : {0}", found.nom())), List.of(found), classe, detache, suite);
    }

    /// All the schools of a head on one page, under one tab.
    @Pour(Profil.DIRECTEUR)
    @GetMapping("/annuaire/classes/toutes")
    ModelAndView mine(
            @RequestParam @Nullable UUID classe,
            @RequestParam @Nullable UUID detache,
            @RequestParam(defaultValue = "") String suite,
            Page page,
            Utilisateur utilisateur) {
        return view(page.titled(t("Les classes")), lecture.directedBy(utilisateur), classe, detache, suite);
    }

    @GetMapping("/annuaire/ecoles/{ecole}/classes/{classe}/enseignants")
    ModelAndView choose(@PathVariable UUID ecole, @PathVariable UUID classe, Page page, Utilisateur utilisateur) {
        var school = found(utilisateur, ecole);
        var wanted = school.classe(classe).orElseThrow(Introuvable::new);
        return page.titled(t("Rattacher à {0}", wanted.libelle()))
                .view(
                        "annuaire/classes/rattacher",
                        Map.of(
                                "ecole",
                                school,
                                "classe",
                                wanted,
                                "equipe",
                                rattachables.of(utilisateur, ecole, classe),
                                "retour",
                                list(utilisateur, ecole)));
    }

    @PostMapping("/annuaire/ecoles/{ecole}/classes/{classe}/enseignants")
    ModelAndView attach(
            @PathVariable UUID ecole,
            @PathVariable UUID classe,
            @RequestParam @Nullable UUID personnel,
            Utilisateur utilisateur) {
        if (personnel == null || !enseignements.attach(ecole, classe, personnel, utilisateur)) {
            throw new Introuvable();
        }
        return Adresse.go(list(utilisateur, ecole) + "?suite=rattachee&classe=" + classe);
    }

    @PostMapping("/annuaire/ecoles/{ecole}/classes/{classe}/enseignants/{personnel}/retrait")
    ModelAndView detach(
            @PathVariable UUID ecole,
            @PathVariable UUID classe,
            @PathVariable UUID personnel,
            Utilisateur utilisateur) {
        if (!enseignements.detach(ecole, classe, personnel, utilisateur)) {
            throw new Introuvable();
        }
        return Adresse.go(list(utilisateur, ecole) + "?suite=detachee&classe=" + classe + "&detache=" + personnel);
    }

    /// Where the classes are shown: a head's tab, or the school's own page.
    static String list(Utilisateur utilisateur, UUID ecole) {
        return utilisateur.is(Profil.DIRECTEUR) ? "/annuaire/classes/toutes" : "/annuaire/ecoles/" + ecole + "/classes";
    }

    private EcoleDirigee found(Utilisateur utilisateur, UUID ecole) {
        return lecture.ecole(utilisateur, ecole).orElseThrow(Introuvable::new);
    }

    private static ModelAndView view(
            Page page, List<EcoleDirigee> ecoles, @Nullable UUID classe, @Nullable UUID detache, String suite) {
        return page.view(
                "annuaire/classes/classes",
                Map.of("ecoles", ecoles, "bandeau", Bandeau.of(suite, ecoles, classe, detache)));
    }

    /// What has just been done on one of these classes; nothing for what is none of theirs.
    ///
    /// @param annuler address that undoes it, empty when there is nothing to undo
    record Bandeau(String mot, String annuler, @Nullable UUID personnel) {

        static Bandeau of(String said, List<EcoleDirigee> ecoles, @Nullable UUID classe, @Nullable UUID detache) {
            for (var ecole : ecoles) {
                var touched = classe == null ? null : ecole.classe(classe).orElse(null);
                if (touched != null && said.equals("rattachee")) {
                    return new Bandeau(t("C’est fait : {0}, avec {1}.", touched.libelle(), touched.avec()), "", null);
                }
                if (touched != null && detache != null && said.equals("detachee")) {
                    var address = "/annuaire/ecoles/" + ecole.id() + "/classes/" + classe + "/enseignants";
                    return new Bandeau(t("{0} : le rattachement est défait.", touched.libelle()), address, detache);
                }
            }
            return switch (said) {
                case "confirmee" -> new Bandeau(t("C’est confirmé. La personne le lit sur son accueil."), "", null);
                case "refusee" -> new Bandeau(t("C’est refusé. La personne le lit sur son accueil."), "", null);
                case "passee" ->
                    new Bandeau(
                            t(
                                    "Cette demande n’attend plus de réponse : elle a été retirée, elle a déjà sa réponse, ou la classe n’est plus dans l’annuaire."),
                            "",
                            null);
                default -> new Bandeau("", "", null);
            };
        }
    }
}
