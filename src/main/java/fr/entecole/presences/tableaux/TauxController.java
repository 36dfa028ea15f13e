package fr.entecole.presences.tableaux;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.presences.PresencesAccess;
import fr.entecole.presences.Taux;
import fr.entecole.presences.services.Servis;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// Rates: a head's, and those without anybody in them.
@SousOnglet({OngletsAnnuaire.CLASSES, OngletsAnnuaire.ECOLES})
@Controller
class TauxController {

    /// Below, a count could be somebody.
    private static final int CINQ = 5;

    private final LectureDesTaux lecture;
    private final Classes classes;
    private final Publics publics;
    private final Appellations appellations;
    private final Servis servis;

    TauxController(LectureDesTaux lecture, Classes classes, Publics publics, Appellations appellations, Servis servis) {
        this.lecture = lecture;
        this.classes = classes;
        this.publics = publics;
        this.appellations = appellations;
        this.servis = servis;
    }

    @Pour(Profil.DIRECTEUR)
    @GetMapping("/presences/ecoles/{ecole}/annee")
    ModelAndView year(Page page, Utilisateur utilisateur, @PathVariable UUID ecole) {
        if (!PresencesAccess.of(utilisateur).directs(ecole)) {
            throw new Introuvable();
        }
        var annee = AnneeScolaire.of(page.aujourdhui());
        var taux = lecture.byClasse(ecole, annee.debut(), page.aujourdhui().plusDays(1));
        return page.titled(t("La présence dans l’année"))
                .view(
                        "presences/tableaux/annee",
                        Map.of("annee", annee, "classes", classes.named(taux.keySet()), "taux", taux));
    }

    /// By school: no class, no child.
    @Pour({Profil.IEN, Profil.REFERENT_VILLE})
    @GetMapping("/presences/taux")
    ModelAndView rates(Page page, Utilisateur utilisateur) {
        var ecoles = ecoles(utilisateur);
        var annee = AnneeScolaire.of(page.aujourdhui());
        boolean ville = !utilisateur.is(Profil.IEN);
        return page.titled(t("La présence dans les écoles"))
                .view(
                        "presences/tableaux/taux",
                        Map.of(
                                "lues",
                                ville ? servis.read(ecoles) : Set.of(),
                                "ecoles",
                                appellations.ecoles(ecoles),
                                "taux",
                                lecture.byEcole(
                                        ecoles, annee.debut(), page.aujourdhui().plusDays(1)),
                                "comptes",
                                ville ? lecture.counts(ecoles, page.aujourdhui()) : Map.of()));
    }

    private List<UUID> ecoles(Utilisateur utilisateur) {
        var commune = utilisateur.commune();
        var circonscription = utilisateur.circonscription();
        if (utilisateur.is(Profil.IEN)) {
            return circonscription == null
                    ? List.of()
                    : publics.ecoles(Public.ofCirconscription(circonscription, Qui.DIRECTIONS));
        }
        return commune == null ? List.of() : publics.ecoles(Public.ofCommune(commune, Qui.DIRECTIONS));
    }

    /// « 96,4 % », or that too few were missing, or there, to say so.
    static String masked(Taux taux) {
        if (taux.absences() < CINQ) {
            return t("moins de cinq absences");
        }
        return taux.possibles() - taux.absences() < CINQ ? t("moins de cinq présences") : taux.phrase();
    }
}
