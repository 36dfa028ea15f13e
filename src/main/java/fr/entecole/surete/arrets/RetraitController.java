package fr.entecole.surete.arrets;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Option;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Taking back what a stopped account has sent: what it would be, since when, asked once more, done.
@SousOnglet({OngletsAnnuaire.ECOLE, OngletsAnnuaire.ANNUAIRE})
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
@Controller
class RetraitController {

    private final LectureDesArrets lecture;
    private final Retraits retraits;
    private final Arrets arrets;
    private final PatienceDesRetraits patience;
    private final Clock clock;

    RetraitController(
            LectureDesArrets lecture, Retraits retraits, Arrets arrets, PatienceDesRetraits patience, Clock clock) {
        this.lecture = lecture;
        this.retraits = retraits;
        this.arrets = arrets;
        this.patience = patience;
        this.clock = clock;
    }

    @GetMapping("/surete/arrets/{id}/retrait")
    ModelAndView preview(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var arret = theirs(utilisateur, id);
        if (!arret.ouvert() || arret.retraitLe() != null) {
            return Adresse.go("/surete/arrets/{id}", id);
        }
        return show(page, arret, retraits.preview(arret));
    }

    private ModelAndView show(Page page, Arret arret, Apercu apercu) {
        return page.titled(t("Retirer ce que ce compte a envoyé"))
                .view("surete/arrets/retrait", Map.of("arret", arret, "apercu", apercu, "depuis", since(arret)));
    }

    private List<Option> since(Arret arret) {
        var appareil = lecture.newDevice(arret.compte(), arret.arreteLe().minus(Depuis.LONGEST));
        return Arrays.stream(Depuis.values())
                .filter(depuis -> depuis != Depuis.APPAREIL || appareil.isPresent())
                .map(depuis -> new Option(
                        depuis.name(), depuis.phrase(), Dates.moment(depuis.before(arret.arreteLe(), appareil))))
                .toList();
    }

    /// Counted back from when it was stopped.
    ///
    /// @param depuis code of a [Depuis]
    @PostMapping("/surete/arrets/{id}/depuis")
    ModelAndView move(Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String depuis) {
        var arret = theirs(utilisateur, id);
        var appareil = lecture.newDevice(arret.compte(), arret.arreteLe().minus(Depuis.LONGEST));
        Depuis.of(depuis).ifPresent(since -> arrets.since(arret, since.before(arret.arreteLe(), appareil)));
        return Adresse.go("/surete/arrets/{id}/retrait", id);
    }

    /// @param vu what the page had shown ([Apercu]): where it is something else by now, it is shown again
    @PostMapping("/surete/arrets/{id}/retrait")
    ModelAndView withdraw(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String vu) {
        var arret = theirs(utilisateur, id);
        if (arret.retraitLe() == null && arret.ouvert()) {
            var apercu = retraits.preview(arret);
            if (!vu.equals(apercu.vu(arret))) {
                return show(
                        page.with(Erreurs.of("t-liste", t("Relisez ce qui va être retiré, puis confirmez."))),
                        arret,
                        apercu);
            }
            retraits.ask(arret, utilisateur);
        }
        retraits.run(id, patience.begin());
        return Adresse.go("/surete/arrets/{id}?fait=retrait", id);
    }

    private Arret theirs(Utilisateur utilisateur, UUID id) {
        return lecture.one(id).filter(ArretAccess.of(utilisateur)::decides).orElseThrow(Introuvable::new);
    }
}
