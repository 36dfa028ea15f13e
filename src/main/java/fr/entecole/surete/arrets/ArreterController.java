package fr.entecole.surete.arrets;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.comptes.Comptes;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.surete.Vu;
import fr.entecole.surete.arrets.Arret.Par;
import fr.entecole.surete.arrets.Arrets.Cible;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A head stops an account of their school, the region any account.
@SousOnglet({OngletsAnnuaire.ECOLE, OngletsAnnuaire.ANNUAIRE})
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
@Controller
@RequestMapping("/surete/personnes/{id}")
class ArreterController {

    private static final int LONGEST = 300;

    private final LectureDesArrets lecture;
    private final Arrets arrets;
    private final Comptes comptes;
    private final Appellations appellations;
    private final Clock clock;

    ArreterController(
            LectureDesArrets lecture, Arrets arrets, Comptes comptes, Appellations appellations, Clock clock) {
        this.lecture = lecture;
        this.arrets = arrets;
        this.comptes = comptes;
        this.appellations = appellations;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        return ask(page, cible(utilisateur, id), Depuis.JOUR.name(), "", true);
    }

    /// @param depuis since when what it has sent is not its holder's ([Depuis])
    /// @param entree whether one still comes in with the password of now
    @Confirmee
    @PostMapping
    ModelAndView stop(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String depuis,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(defaultValue = "true") boolean entree,
            @RequestParam(defaultValue = "") String vu) {
        var cible = cible(utilisateur, id);
        var said = motif.strip();
        var since = Depuis.of(depuis);
        var erreurs = new Erreurs();
        if (since.isEmpty()) {
            erreurs.add("depuis", t("Choisissez depuis quand."));
        }
        if (said.isEmpty() || said.length() > LONGEST) {
            erreurs.add("motif", t("Dites pourquoi, en {0} caractères au plus.", LONGEST));
        }
        var neuf = neuf(cible);
        if (!vu.equals(vu(cible, neuf))) {
            erreurs.add("relire", t("Relisez ce qui va s’arrêter, puis confirmez."));
        }
        if (since.isEmpty() || !erreurs.isEmpty()) {
            return ask(page.with(erreurs), cible, depuis, said, entree);
        }
        var from = since.get().before(clock.instant(), neuf);
        var par = utilisateur.is(Profil.ADMINISTRATEUR) ? Par.REGION : Par.DIRECTION;
        return Adresse.go("/surete/arrets/{id}", arrets.stop(cible, from, par, said, entree, utilisateur));
    }

    private ModelAndView ask(Page page, Cible cible, String depuis, String motif, boolean entree) {
        var neuf = neuf(cible);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("personne", cible.personne());
        model.put("nom", appellations.personnes(List.of(cible.personne())).getOrDefault(cible.personne(), ""));
        model.put("neuf", neuf.orElse(null));
        model.put("depuis", depuis);
        model.put("motif", motif);
        model.put("entree", entree);
        model.put("vu", vu(cible, neuf));
        return page.titled(t("Arrêter un compte volé")).view("surete/arrets/arreter", model);
    }

    private Optional<Instant> neuf(Cible cible) {
        return lecture.newDevice(cible.compte(), Depuis.MOIS.before(clock.instant(), Optional.empty()));
    }

    /// Whom, and the entry by a new device that is shown: another one since is read before it counts.
    private static String vu(Cible cible, Optional<Instant> neuf) {
        return Vu.of(cible.compte(), neuf);
    }

    /// Who directs a school is the region's to stop and to reopen.
    private Cible cible(Utilisateur utilisateur, UUID personne) {
        var compte = comptes.ofPersonne(personne).orElseThrow(Introuvable::new);
        var ecole = ArretAccess.of(utilisateur)
                .stops(compte, lecture.ecoles(personne))
                .orElseThrow(Introuvable::new);
        boolean above = lecture.directs(personne);
        if (above && !utilisateur.is(Profil.ADMINISTRATEUR)) {
            throw new Introuvable();
        }
        return new Cible(compte, personne, above ? Cle.PARTOUT : ecole);
    }
}
