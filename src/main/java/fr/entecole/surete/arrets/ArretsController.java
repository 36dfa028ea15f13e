package fr.entecole.surete.arrets;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.surete.Etape;
import fr.entecole.surete.Palier;
import fr.entecole.surete.SorteSurete;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A stopped account: those who decide see how far it reached, take it back and reopen it; its holder reads where it
/// stands.
@SousOnglet({OngletsAnnuaire.ECOLE, OngletsAnnuaire.ANNUAIRE, Onglet.JOURNEE})
@Controller
class ArretsController {

    private static final int SHOWN = 20;

    private final LectureDesArrets lecture;
    private final Arrets arrets;
    private final Portees portees;
    private final Utilisateurs utilisateurs;
    private final Appellations appellations;
    private final Nouvelles nouvelles;
    private final Clock clock;

    ArretsController(
            LectureDesArrets lecture,
            Arrets arrets,
            Portees portees,
            Utilisateurs utilisateurs,
            Appellations appellations,
            Nouvelles nouvelles,
            Clock clock) {
        this.lecture = lecture;
        this.arrets = arrets;
        this.portees = portees;
        this.utilisateurs = utilisateurs;
        this.appellations = appellations;
        this.nouvelles = nouvelles;
        this.clock = clock;
    }

    @Pour
    @GetMapping("/surete/arrets/{id}")
    ModelAndView show(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String fait) {
        var arret = lecture.one(id).orElseThrow(Introuvable::new);
        var access = ArretAccess.of(utilisateur);
        nouvelles.read(utilisateur, SorteSurete.COMPTE_ARRETE, id);
        if (access.holds(arret)) {
            return holder(page, utilisateur, arret);
        }
        if (!access.decides(arret)) {
            throw new Introuvable();
        }
        nouvelles.read(utilisateur, SorteSurete.COMPTE_A_VOIR, id);
        return decide(page, arret, fait);
    }

    private ModelAndView holder(Page page, Utilisateur utilisateur, Arret arret) {
        return page.titled(t("Vos envois"))
                .view(
                        utilisateur.is(Profil.ELEVE) ? "surete/arrets/mien-eleve" : "surete/arrets/mien",
                        Map.of(
                                "arret", arret,
                                "etapes", lecture.etapes(arret.id()),
                                "parts", portees.of(arret.id()),
                                "maintenant", clock.instant()));
    }

    private ModelAndView decide(Page page, Arret arret, String fait) {
        var lecteurs = lecture.lecteurs(arret.id(), SHOWN);
        var people = new ArrayList<>(lecteurs);
        people.add(arret.personne());
        var noms = appellations.personnes(people);
        return page.titled(t("Un compte arrêté"))
                .view(
                        "surete/arrets/arret",
                        Map.of(
                                "arret", arret,
                                "nom", noms.getOrDefault(arret.personne(), ""),
                                "etapes", lecture.etapes(arret.id()),
                                "parts", portees.of(arret.id()),
                                "lecteurs",
                                        lecteurs.stream()
                                                .map(l -> noms.getOrDefault(l, ""))
                                                .filter(n -> !n.isEmpty())
                                                .toList(),
                                "maintenant", clock.instant(),
                                "fait", fait));
    }

    /// @param geste `erreur`: nothing was stolen, all of it at once; `etapes`: by steps
    @Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
    @PostMapping("/surete/arrets/{id}/reouverture")
    ModelAndView reopen(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String geste) {
        var arret = theirs(utilisateur, id);
        var now = clock.instant();
        boolean mistake = geste.equals("erreur") && arret.retraitLe() == null;
        if (!mistake && arret.ouvert() && arret.renouveleLe() == null) {
            return decide(
                    page.with(
                            Erreurs.of(
                                    "acces",
                                    t(
                                            "Redonnez d’abord un accès à cette personne\u00a0: tant que son mot de passe n’a pas changé, quelqu’un d’autre peut écrire à sa place."))),
                    arret,
                    "");
        }
        arrets.reopen(arret, mistake ? List.of(new Etape(Palier.TOUT, now)) : steps(arret, now), utilisateur);
        return Adresse.go("/surete/arrets/{id}?fait=rouvert", id);
    }

    private List<Etape> steps(Arret arret, Instant now) {
        return Retours.of(
                utilisateurs.of(arret.compte(), null).map(Utilisateur::profil).orElse(Profil.PERSONNEL), now);
    }

    private Arret theirs(Utilisateur utilisateur, UUID id) {
        return lecture.one(id).filter(ArretAccess.of(utilisateur)::decides).orElseThrow(Introuvable::new);
    }
}
