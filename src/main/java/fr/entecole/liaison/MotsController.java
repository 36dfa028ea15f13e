package fr.entecole.liaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Publics;
import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.liaison.LectureDesMots.Envoi;
import fr.entecole.notifications.Nouvelles;
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
    private final Documents documents;
    private final Nouvelles nouvelles;
    private final Clock clock;

    MotsController(
            LectureDesMots lecture,
            LectureDuSuivi suivi,
            CahierDeLiaison cahier,
            Concernes concernes,
            Publics publics,
            ReglagesLiaison reglages,
            Documents documents,
            Nouvelles nouvelles,
            Clock clock) {
        this.lecture = lecture;
        this.suivi = suivi;
        this.cahier = cahier;
        this.concernes = concernes;
        this.publics = publics;
        this.reglages = reglages;
        this.documents = documents;
        this.nouvelles = nouvelles;
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
            var envois = Tranche.read(
                    SHOWN,
                    most -> lecture.sent(utilisateur, words, apres, most),
                    (Envoi e) -> LectureDesMots.cle(e.mot()));
            return page.titled(t("Les mots aux familles"))
                    .view(
                            "liaison/envois",
                            Map.of(
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
        }
        var mots = Tranche.read(SHOWN, most -> lecture.received(utilisateur, words, apres, most), LectureDesMots::cle);
        return page.titled(utilisateur.is(Profil.ELEVE) ? t("Les mots pour toi") : t("Les mots de l’école"))
                .view(
                        Registre.of(utilisateur).petits() ? "liaison/mots-petits" : "liaison/mots",
                        Map.of("mots", mots, "cherche", words, "enfants", concernes.enfants(utilisateur)));
    }

    /// @param fait what was just done: `publie`, `corrige`, `inchange`, `lu`
    /// @param qui whom the follow-up shows ([Filtre])
    @Pour({Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/liaison/mots/{id}")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String fait,
            @RequestParam(defaultValue = "") String qui) {
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)
                ? follow(page, utilisateur, id, fait, Filtre.of(qui))
                : read(page, utilisateur, id);
    }

    private ModelAndView read(Page page, Utilisateur utilisateur, UUID id) {
        var mot = lecture.received(utilisateur, id).orElseThrow(Introuvable::new);
        if (utilisateur.is(Profil.PARENT) && mot.luLe() == null) {
            cahier.read(mot.id(), mot.numero(), utilisateur.personneId(), utilisateur.personnes(), clock.instant());
        }
        nouvelles.read(utilisateur, SorteLiaison.MOT_DE_LIAISON, mot.id());
        return page.titled(mot.titre())
                .view(
                        Registre.of(utilisateur).petits() ? "liaison/mot-petits" : "liaison/mot",
                        Map.of(
                                "mot",
                                mot,
                                "pour",
                                words(mot),
                                "pieces",
                                pieces(mot),
                                "enfants",
                                Concernes.noms(concernes.enfants(utilisateur), mot),
                                "fin",
                                reglages.fin(mot.annee())));
    }

    private ModelAndView follow(Page page, Utilisateur utilisateur, UUID id, String fait, Filtre filtre) {
        var mot = lecture.sent(utilisateur, id).orElseThrow(Introuvable::new);
        var access = MotAccess.of(utilisateur);
        Map<String, Object> parametres = new HashMap<>(Map.of(
                "mot",
                mot,
                "pour",
                words(mot),
                "pieces",
                pieces(mot),
                "fin",
                reglages.fin(mot.annee()),
                "change",
                access.changes(mot),
                "fait",
                fait,
                "maintenant",
                clock.instant()));
        parametres.put("filtre", filtre);
        if (access.follows(mot)) {
            parametres.put("suivi", suivi.of(mot));
        }
        return page.titled(mot.titre()).view("liaison/suivi", parametres);
    }

    private List<PieceJointe> pieces(Mot mot) {
        return documents.of(PiecesDesMots.SALLE, List.of(mot.id())).getOrDefault(mot.id(), List.of());
    }

    /// « Familles du CM1 Mme Estève »
    private String words(Mot mot) {
        List<String> words = mot.familles().stream().map(publics::words).toList();
        return words.stream().collect(Collectors.joining(", "));
    }
}
