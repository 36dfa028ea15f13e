package fr.entecole.liaison.mots;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Concernes;
import fr.entecole.liaison.Concernes.Enfant;
import fr.entecole.liaison.Genres;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.liaison.reponses.LectureDesReponses;
import fr.entecole.liaison.reponses.Reponses;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The answer of a guardian, for one child or several, and the stamp that says that it is there. A pupil never answers.
@Pour(Profil.PARENT)
@Controller
class ReponseController {

    private static final int LONGEST = 300;

    private final LectureDesMots lecture;
    private final Concernes concernes;
    private final Reponses reponses;
    private final PageDuMot reading;
    private final Genres genres;
    private final Lectures lectures;
    private final Clock clock;

    ReponseController(
            LectureDesMots lecture,
            Concernes concernes,
            Reponses reponses,
            PageDuMot reading,
            Genres genres,
            Lectures lectures,
            Clock clock) {
        this.lecture = lecture;
        this.concernes = concernes;
        this.reponses = reponses;
        this.reading = reading;
        this.genres = genres;
        this.lectures = lectures;
        this.clock = clock;
    }

    @HorsEnvoi
    @PostMapping("/liaison/mots/{id}/reponse")
    ModelAndView answer(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent) {
        var mot = received(utilisateur, id);
        var champs = new Champs(Map.copyOf(sent));
        var saisie = SaisieDeReponse.of(champs);
        var asked = concernes.asked(concernes.enfants(utilisateur), mot);
        var chosen = asked.stream()
                .filter(e -> asked.size() == 1 || saisie.eleves().contains(e.id().toString()))
                .map(Enfant::id)
                .toList();
        var sens = sens(mot, saisie.sens());
        boolean open = mot.demande().isOpen(page.aujourdhui());
        if (open && saisie.lu() != mot.numero()) {
            return reading.corrected(page, utilisateur, id, saisie);
        }
        var erreurs = new Erreurs();
        if (!open) {
            erreurs.add("reponse", t("Il est trop tard pour répondre ici : parlez-en à l’enseignant."));
        }
        if (chosen.isEmpty()) {
            erreurs.add("eleve", t("Choisissez pour quel enfant vous répondez."));
        }
        if (sens == null) {
            erreurs.add("sens", t("Choisissez oui ou non."));
        }
        if (saisie.precision().length() > LONGEST) {
            erreurs.add("precision", t("Écrivez {0} caractères au plus.", LONGEST));
        }
        genres.of(mot.genre()).judgeAnswer(champs, erreurs);
        if (!champs.one("signe").equals("true")) {
            erreurs.add("signe", t("Cochez «\u00a0Je signe\u00a0» pour envoyer votre réponse."));
        }
        if (!erreurs.isEmpty() || sens == null) {
            return reading.show(page.with(erreurs), utilisateur, id, saisie);
        }
        return switch (reponses.answer(mot, utilisateur, chosen, sens, saisie.precision(), champs, clock.instant())) {
            case ECRITE -> Adresse.go("/liaison/mots/{id}/signe", id);
            case CORRIGE -> reading.corrected(page, utilisateur, id, saisie);
            case SANS_OBJET -> throw new Introuvable();
        };
    }

    @GetMapping("/liaison/mots/{id}/signe")
    ModelAndView signed(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var mot = received(utilisateur, id);
        var read =
                lectures.read(concernes.lecture(utilisateur).with(LectureDesReponses.of(id, utilisateur), Map::entry));
        if (read.getValue().isEmpty()) {
            throw new Introuvable();
        }
        return page.titled(t("C’est signé"))
                .view(
                        "liaison/mots/signe",
                        Map.of(
                                "mot",
                                mot,
                                "enfants",
                                read.getKey(),
                                "reponses",
                                read.getValue(),
                                "ouvert",
                                mot.demande().isOpen(page.aujourdhui())));
    }

    private Mot received(Utilisateur utilisateur, UUID id) {
        return lecture.received(utilisateur, id)
                .filter(mot -> mot.demande().asks() && mot.demande().attendu() != Attendu.PROPRE)
                .orElseThrow(Introuvable::new);
    }

    private static @Nullable Sens sens(Mot mot, String sent) {
        if (mot.demande().attendu() == Attendu.SIGNATURE) {
            return Sens.SIGNE;
        }
        return switch (sent) {
            case "OUI" -> Sens.OUI;
            case "NON" -> Sens.NON;
            default -> null;
        };
    }
}
