package fr.entecole.annuaire.doublons;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Sheets of a school that look like one person's, side by side, for its head and the region.
@SousOnglet({OngletsAnnuaire.ECOLE, OngletsAnnuaire.ECOLES})
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
@Controller
@RequestMapping("/annuaire/ecoles/{ecole}/doublons")
class DoublonsController {

    private final LectureDesDoublons lecture;
    private final Doublons doublons;
    private final Appellations noms;

    DoublonsController(LectureDesDoublons lecture, Doublons doublons, Appellations noms) {
        this.lecture = lecture;
        this.doublons = doublons;
        this.noms = noms;
    }

    @GetMapping
    ModelAndView list(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @RequestParam(defaultValue = "") String fait) {
        return page.titled(t("Fiches en double"))
                .view(
                        "annuaire/doublons/doublons",
                        Map.of(
                                "ecole",
                                ecole,
                                "nom",
                                name(utilisateur, ecole),
                                "paires",
                                lecture.of(ecole),
                                "faites",
                                lecture.done(ecole),
                                "fait",
                                said(fait)));
    }

    private static String said(String fait) {
        return switch (fait) {
            case "reunies" ->
                t("C’est fait : une seule fiche reste. Vous pouvez revenir en arrière pendant trente jours.");
            case "distinctes" -> t("C’est noté : ce sont deux personnes, elles ne seront plus proposées.");
            case "annulee" -> t("C’est annulé : les deux fiches sont de nouveau là.");
            case "tard" -> t("C’était déjà décidé, ou trop ancien : rien n’a changé.");
            default -> "";
        };
    }

    /// @param garde the sheet that is kept; absent: they are two people
    @PostMapping
    ModelAndView decide(
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @RequestParam UUID un,
            @RequestParam UUID autre,
            @RequestParam(required = false) @Nullable UUID garde) {
        name(utilisateur, ecole);
        var paire = lecture.pair(ecole, un, autre);
        if (paire.isEmpty()) {
            return done(ecole, "tard");
        }
        if (garde == null) {
            return done(ecole, doublons.part(ecole, paire.get(), utilisateur) ? "distinctes" : "tard");
        }
        var kept = paire.get().keepable().stream()
                .filter(cote -> cote.id().equals(garde))
                .findFirst()
                .orElseThrow(Introuvable::new);
        return done(ecole, doublons.join(ecole, paire.get(), kept, utilisateur) ? "reunies" : "tard");
    }

    @PostMapping("/{reunion}/annulation")
    ModelAndView undo(Utilisateur utilisateur, @PathVariable UUID ecole, @PathVariable UUID reunion) {
        name(utilisateur, ecole);
        return done(ecole, doublons.undo(reunion, ecole, utilisateur) ? "annulee" : "tard");
    }

    private static ModelAndView done(UUID ecole, String fait) {
        return Adresse.go("/annuaire/ecoles/{ecole}/doublons?fait={fait}", ecole, fait);
    }

    private String name(Utilisateur utilisateur, UUID ecole) {
        if (!utilisateur.is(Profil.ADMINISTRATEUR) && !Perimetre.of(utilisateur).directs(ecole)) {
            throw new Introuvable();
        }
        var name = noms.ecoles(List.of(ecole)).get(ecole);
        if (name == null) {
            throw new Introuvable();
        }
        return name;
    }
}
