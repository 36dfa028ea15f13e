package fr.entecole.liaison.mots;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Concernes;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.LectureDesMots.Envoi;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.MotAccess;
import fr.entecole.liaison.Redaction;
import fr.entecole.liaison.reponses.Attente;
import fr.entecole.liaison.reponses.LectureDesReponses;
import fr.entecole.liaison.suivi.Filtre;
import fr.entecole.liaison.suivi.PageDuSuivi;
import fr.entecole.redaction.Brouillons;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Utilisateur;
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
    private final Concernes concernes;
    private final PageDuMot reading;
    private final PageDuSuivi following;
    private final Lectures lectures;
    private final Clock clock;

    MotsController(
            LectureDesMots lecture,
            Concernes concernes,
            PageDuMot reading,
            PageDuSuivi following,
            Lectures lectures,
            Clock clock) {
        this.lecture = lecture;
        this.concernes = concernes;
        this.reading = reading;
        this.following = following;
        this.lectures = lectures;
        this.clock = clock;
    }

    /// @param apres key after which the list goes on
    /// @param cherche words of the mots that are looked for, empty for all
    @Pour({Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/liaison")
    ModelAndView list(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String apres,
            @RequestParam(defaultValue = "") String cherche,
            @RequestParam(defaultValue = "false") boolean repris) {
        var words = cherche.strip();
        if (utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)) {
            return sent(page, utilisateur, apres, words, repris);
        }
        var mots = Tranche.read(SHOWN, most -> lecture.received(utilisateur, words, apres, most), LectureDesMots::cle);
        var ids = mots.elements().stream()
                .filter(mot -> mot.demande().asks())
                .map(Mot::id)
                .toList();
        return lectures.read(concernes
                .lecture(utilisateur)
                .with(
                        utilisateur.is(Profil.PARENT)
                                ? LectureDesReponses.open(ids, utilisateur, page.aujourdhui(), clock.instant())
                                : Lecture.known(List.<Attente>of()),
                        (enfants, open) -> page.titled(
                                        utilisateur.is(Profil.ELEVE)
                                                ? t("Les mots pour toi")
                                                : t("Les mots de l’école"))
                                .view(
                                        Registre.of(utilisateur).petits()
                                                ? "liaison/mots/mots-petits"
                                                : "liaison/mots/mots",
                                        Map.of(
                                                "mots",
                                                mots,
                                                "cherche",
                                                words,
                                                "enfants",
                                                enfants,
                                                "attendus",
                                                open.stream()
                                                        .filter(attente -> attente.awaits(enfants))
                                                        .map(Attente::mot)
                                                        .collect(Collectors.toSet())))));
    }

    private ModelAndView sent(Page page, Utilisateur utilisateur, String apres, String words, boolean repris) {
        var read = lectures.read(lecture.sent(utilisateur, words, apres, SHOWN + 1)
                .with(Brouillons.lastTyped(utilisateur, Redaction.LIEU), Map::entry));
        var envois = Tranche.read(SHOWN, _ -> read.getKey(), (Envoi e) -> LectureDesMots.cle(e.mot()));
        Map<String, Object> parametres = new HashMap<>(Map.of(
                "ecrit",
                MotAccess.of(utilisateur).publishesSomewhere(),
                "envois",
                envois,
                "cherche",
                words,
                "maintenant",
                clock.instant(),
                "repris",
                repris));
        read.getValue().ifPresent(quand -> parametres.put("commence", quand));
        return page.titled(t("Les mots aux familles")).view("liaison/mots/envois", parametres);
    }

    /// @param fait what was just done: `publie`, `corrige`, `relance`…, for how many
    /// @param qui whom the follow-up shows ([Filtre])
    @Pour({Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/liaison/mots/{id}")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String fait,
            @RequestParam(defaultValue = "0") int combien,
            @RequestParam(defaultValue = "") String qui) {
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)
                ? following.show(page, utilisateur, id, fait, combien, Filtre.of(qui))
                : reading.show(page, utilisateur, id);
    }
}
