package fr.entecole.liaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Publics;
import fr.entecole.liaison.LectureDesMots.Envoi;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Tranche;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The notebook as each reads it: families and pupils what is for them, the school what it has written and who has read
/// it. A guardian who opens a mot has read it.
@Controller
class MotsController {

    private static final int SHOWN = 30;

    private final LectureDesMots lecture;
    private final LectureDuSuivi suivi;
    private final CahierDeLiaison cahier;
    private final Concernes concernes;
    private final Publics publics;
    private final ReglagesLiaison reglages;
    private final Clock clock;

    MotsController(
            LectureDesMots lecture,
            LectureDuSuivi suivi,
            CahierDeLiaison cahier,
            Concernes concernes,
            Publics publics,
            ReglagesLiaison reglages,
            Clock clock) {
        this.lecture = lecture;
        this.suivi = suivi;
        this.cahier = cahier;
        this.concernes = concernes;
        this.publics = publics;
        this.reglages = reglages;
        this.clock = clock;
    }

    /// @param apres key after which the list goes on
    @Pour({Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/liaison")
    ModelAndView list(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String apres,
            @RequestParam(defaultValue = "false") boolean repris) {
        if (utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)) {
            var envois = Tranche.read(
                    SHOWN, most -> lecture.sent(utilisateur, apres, most), (Envoi e) -> LectureDesMots.cle(e.mot()));
            return page.titled(t("Les mots aux familles"))
                    .view("liaison/envois", Map.of("envois", envois, "maintenant", clock.instant(), "repris", repris));
        }
        var mots = Tranche.read(SHOWN, most -> lecture.received(utilisateur, apres, most), LectureDesMots::cle);
        return page.titled(utilisateur.is(Profil.ELEVE) ? t("Les mots pour toi") : t("Les mots de l’école"))
                .view(
                        Registre.of(utilisateur).petits() ? "liaison/mots-petits" : "liaison/mots",
                        Map.of("mots", mots, "enfants", concernes.enfants(utilisateur)));
    }

    /// @param fait what was just done: `publie`, `corrige`, `inchange`, `lu`
    @Pour({Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/liaison/mots/{id}")
    ModelAndView show(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String fait) {
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)
                ? follow(page, utilisateur, id, fait)
                : read(page, utilisateur, id);
    }

    private ModelAndView read(Page page, Utilisateur utilisateur, UUID id) {
        var mot = lecture.received(utilisateur, id).orElseThrow(Introuvable::new);
        if (utilisateur.is(Profil.PARENT) && mot.luLe() == null) {
            cahier.read(mot.id(), mot.numero(), utilisateur.personneId(), utilisateur.personnes(), clock.instant());
        }
        return page.titled(mot.titre())
                .view(
                        Registre.of(utilisateur).petits() ? "liaison/mot-petits" : "liaison/mot",
                        Map.of(
                                "mot",
                                mot,
                                "pour",
                                words(mot),
                                "enfants",
                                Concernes.noms(concernes.enfants(utilisateur), mot),
                                "fin",
                                reglages.fin(mot.annee())));
    }

    private ModelAndView follow(Page page, Utilisateur utilisateur, UUID id, String fait) {
        var mot = lecture.sent(utilisateur, id).orElseThrow(Introuvable::new);
        var access = MotAccess.of(utilisateur);
        Map<String, Object> parametres = new HashMap<>(Map.of(
                "mot",
                mot,
                "pour",
                words(mot),
                "fin",
                reglages.fin(mot.annee()),
                "change",
                access.changes(mot),
                "fait",
                fait,
                "maintenant",
                clock.instant()));
        if (access.follows(mot)) {
            parametres.put("suivi", suivi.of(mot));
        }
        return page.titled(mot.titre()).view("liaison/suivi", parametres);
    }

    /// « Familles du CM1 Mme Estève »
    private String words(Mot mot) {
        List<String> words = mot.familles().stream().map(publics::words).toList();
        return words.stream().collect(Collectors.joining(", "));
    }
}
