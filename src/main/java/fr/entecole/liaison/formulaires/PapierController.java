package fr.entecole.liaison.formulaires;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.formulaires.Formulaire.Part;
import fr.entecole.liaison.formulaires.Guichet.Envoi;
import fr.entecole.liaison.formulaires.Guichet.Suite;
import fr.entecole.liaison.formulaires.LectureDesFormulaires.Papier;
import fr.entecole.liaison.formulaires.Question.Valeur;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who follows a form enters what a family has answered on paper. What a guardian has answered here stays as it is.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class PapierController {

    private final PagesDesResultats resultats;
    private final LectureDesFormulaires lecture;
    private final GestesDesFormulaires gestes;
    private final Clock clock;

    PapierController(
            PagesDesResultats resultats, LectureDesFormulaires lecture, GestesDesFormulaires gestes, Clock clock) {
        this.resultats = resultats;
        this.lecture = lecture;
        this.gestes = gestes;
        this.clock = clock;
    }

    /// @param pour the guardian, or the child where it is one answer a child
    @GetMapping("/liaison/mots/{id}/formulaire/papier/{pour}")
    ModelAndView write(Page page, Utilisateur utilisateur, @PathVariable UUID id, @PathVariable UUID pour) {
        var mot = resultats.mot(utilisateur, id);
        var formulaire = resultats.formulaire(id);
        var papier = lecture.paper(mot, formulaire, pour).orElseThrow(Introuvable::new);
        return !formulaire.isOpen(clock.instant())
                        || !lecture.participated(id, Set.of(pour)).isEmpty()
                ? answers(id, "deja")
                : form(page, mot, formulaire, papier, new Champs(Map.of()));
    }

    @PostMapping("/liaison/mots/{id}/formulaire/papier/{pour}")
    ModelAndView enter(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @PathVariable UUID pour,
            @RequestParam MultiValueMap<String, String> sent) {
        var mot = resultats.mot(utilisateur, id);
        var formulaire = resultats.formulaire(id);
        var papier = lecture.paper(mot, formulaire, pour).orElseThrow(Introuvable::new);
        var champs = new Champs(sent);
        var erreurs = new Erreurs();
        var responsable = papier.responsables().keySet().stream()
                .filter(r -> papier.responsables().size() == 1 || r.toString().equals(champs.one("responsable")))
                .findFirst();
        if (responsable.isEmpty()) {
            erreurs.add("responsable", t("Dites qui a rempli le papier."));
        }
        Map<UUID, Valeur> valeurs = new HashMap<>();
        formulaire.questions().forEach(q -> valeurs.put(q.id(), q.read(champs, erreurs)));
        if (responsable.isEmpty() || !erreurs.isEmpty()) {
            return form(page.with(erreurs), mot, formulaire, papier, champs);
        }
        var envoi = new Envoi(
                id,
                formulaire.part() == Part.ENFANT ? pour : null,
                responsable.get(),
                Set.of(responsable.get()),
                valeurs,
                true);
        var suite = gestes.answerFor(utilisateur, mot, envoi, papier.eleves());
        return answers(id, suite == Suite.ENREGISTRE ? "saisi" : "deja");
    }

    private static ModelAndView form(Page page, Mot mot, Formulaire formulaire, Papier papier, Champs champs) {
        return page.titled(t("Une réponse sur papier"))
                .view(
                        "liaison/formulaires/papier",
                        Map.of("mot", mot, "formulaire", formulaire, "papier", papier, "champs", champs));
    }

    private static ModelAndView answers(UUID id, String fait) {
        return Adresse.go("/liaison/mots/{id}/formulaire?fait={fait}", id, fait);
    }
}
