package fr.entecole.liaison.formulaires;

import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Concernes;
import fr.entecole.liaison.Concernes.Enfant;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.formulaires.Formulaire.Part;
import fr.entecole.liaison.formulaires.Guichet.Envoi;
import fr.entecole.liaison.formulaires.Guichet.Suite;
import fr.entecole.liaison.formulaires.Question.Valeur;
import fr.entecole.liaison.reponses.Correction;
import fr.entecole.liaison.reponses.MotLu;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A guardian answers a form, for themself or for a child.
@Controller
class FormulaireController {

    private final LectureDesMots mots;
    private final Concernes concernes;
    private final LectureDesFormulaires lecture;
    private final GestesDesFormulaires gestes;
    private final PagesDesResultats resultats;
    private final MotLu motLu;
    private final Lectures lectures;
    private final Clock clock;

    FormulaireController(
            LectureDesMots mots,
            Concernes concernes,
            LectureDesFormulaires lecture,
            GestesDesFormulaires gestes,
            PagesDesResultats resultats,
            MotLu motLu,
            Lectures lectures,
            Clock clock) {
        this.mots = mots;
        this.concernes = concernes;
        this.lecture = lecture;
        this.gestes = gestes;
        this.resultats = resultats;
        this.motLu = motLu;
        this.lectures = lectures;
        this.clock = clock;
    }

    /// @param eleve for whom one answers, where it is one answer a child and there are several
    /// @param fait what was just done: `repondu`, `deja`; for the school `ferme`
    @Pour({Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/liaison/mots/{id}/formulaire")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID eleve,
            @RequestParam(defaultValue = "") String fait) {
        if (!utilisateur.is(Profil.PARENT)) {
            return resultats.show(page, utilisateur, id, fait);
        }
        var mot = mots.received(utilisateur, id).orElseThrow(Introuvable::new);
        var formulaire = lecture.of(id).orElseThrow(Introuvable::new);
        var enfants = concernes.asked(concernes.enfants(utilisateur), mot);
        var chosen = chosen(formulaire, enfants, eleve);
        var asked = new HashSet<UUID>(utilisateur.personnes());
        enfants.forEach(e -> asked.add(e.id()));
        var done = lecture.participated(id, asked);
        var mine = done.keySet().stream()
                .filter(pour -> chosen == null ? utilisateur.personnes().contains(pour) : pour.equals(chosen.id()))
                .findFirst();
        boolean change = mine.isPresent()
                && !formulaire.anonyme()
                && utilisateur.personnes().contains(done.get(mine.get()));
        var answers = change ? lecture.answers(id, mine.get()) : Map.<UUID, Valeur>of();
        var form = new PageDuFormulaire(mot, formulaire, enfants, chosen, done.keySet());
        var shown = form.show(page, answers, mine.isEmpty() ? "" : change ? "change" : "deja", fait);
        if (mot.luLe() == null) {
            shown.addObject("pieces", motLu.pieces(mot));
            motLu.opened(utilisateur, mot);
        }
        return shown;
    }

    @Pour(Profil.PARENT)
    @HorsEnvoi
    @PostMapping("/liaison/mots/{id}/formulaire")
    ModelAndView answer(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID eleve,
            @RequestParam MultiValueMap<String, String> sent) {
        var mot = mots.received(utilisateur, id).orElseThrow(Introuvable::new);
        var formulaire = lecture.of(id).orElseThrow(Introuvable::new);
        var enfants = concernes.asked(concernes.enfants(utilisateur), mot);
        var chosen = chosen(formulaire, enfants, eleve);
        if (formulaire.part() == Part.ENFANT && chosen == null) {
            throw new Introuvable();
        }
        var champs = new Champs(sent);
        var erreurs = new Erreurs();
        Map<UUID, Valeur> valeurs = new HashMap<>();
        formulaire.questions().forEach(q -> valeurs.put(q.id(), q.read(champs, erreurs)));
        var form = new PageDuFormulaire(mot, formulaire, enfants, chosen, Set.of());
        if (!formulaire.isOpen(clock.instant())) {
            return form.again(page, champs, "ferme");
        }
        int lu = Correction.lu(champs.one(Correction.CHAMP));
        if (lu != mot.numero()) {
            return corrected(page, utilisateur, form, champs, lu);
        }
        if (!erreurs.isEmpty()) {
            return form.again(page.with(erreurs), champs, "");
        }
        var envoi = new Envoi(
                id, chosen == null ? null : chosen.id(), utilisateur.personneId(), utilisateur.personnes(), valeurs);
        var suite = gestes.answer(
                utilisateur,
                mot,
                envoi,
                (chosen == null ? enfants : List.of(chosen))
                        .stream().map(Enfant::id).toList());
        return switch (suite) {
            case FERME -> form.again(page, champs, "ferme");
            case CORRIGE -> corrected(page, utilisateur, form, champs, lu);
            case ENREGISTRE, DEJA ->
                Adresse.go(
                        "/liaison/mots/{id}/formulaire?fait={fait}&eleve={eleve}",
                        id,
                        suite == Suite.ENREGISTRE ? "repondu" : "deja",
                        chosen == null ? "" : chosen.id());
        };
    }

    /// Nothing is kept: what the mot says by now stands above what was answered.
    private ModelAndView corrected(Page page, Utilisateur utilisateur, PageDuFormulaire form, Champs champs, int lu) {
        var mot = mots.received(utilisateur, form.mot().id()).orElseThrow(Introuvable::new);
        motLu.opened(utilisateur, mot);
        return form.saying(mot)
                .corrected(
                        page, champs, lectures.read(Correction.since(lu, mot)).orElse(null))
                .addObject("pieces", motLu.pieces(mot));
    }

    private static @Nullable Enfant chosen(Formulaire formulaire, List<Enfant> enfants, @Nullable UUID eleve) {
        if (formulaire.part() != Part.ENFANT) {
            return null;
        }
        return eleve == null
                ? enfants.size() == 1 ? enfants.getFirst() : null
                : enfants.stream().filter(e -> e.id().equals(eleve)).findFirst().orElseThrow(Introuvable::new);
    }
}
