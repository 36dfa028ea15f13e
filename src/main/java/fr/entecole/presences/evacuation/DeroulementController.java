package fr.entecole.presences.evacuation;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.presences.evacuation.LectureDuRassemblement.Lieux;
import fr.entecole.presences.evacuation.Rassemblement.Enfant;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// An evacuation, from its beginning to its end.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
@SousOnglet({OngletsAnnuaire.CLASSE, OngletsAnnuaire.CLASSES})
@Controller
class DeroulementController {

    private static final int LONGEST = 600;

    private final LectureDuRassemblement lecture;
    private final Exercices exercices;
    private final Clock clock;

    DeroulementController(LectureDuRassemblement lecture, Exercices exercices, Clock clock) {
        this.lecture = lecture;
        this.exercices = exercices;
        this.clock = clock;
    }

    @PostMapping("/presences/ecoles/{ecole}/exercices")
    ModelAndView begin(
            Utilisateur utilisateur, @PathVariable UUID ecole, @RequestParam(defaultValue = "") String genre) {
        EvacuationController.gathers(lecture, utilisateur, ecole);
        var now = clock.instant();
        exercices.begin(
                ecole,
                Genre.of(genre).orElse(Genre.REEL),
                here(lecture.of(ecole, now)).size(),
                utilisateur,
                now);
        return Adresse.go("/presences/evacuation");
    }

    /// @param classe those whose lists were shown
    /// @param la those who are there
    @PostMapping("/presences/ecoles/{ecole}/exercices/{id}/retrouves")
    ModelAndView tick(
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID id,
            @RequestParam List<UUID> classe,
            @RequestParam(defaultValue = "") List<UUID> la) {
        EvacuationController.gathers(lecture, utilisateur, ecole);
        var now = clock.instant();
        var mine = lecture.of(utilisateur, now).classes().stream()
                .filter(c ->
                        classe.contains(c.classe().id()) && c.classe().ecoleId().equals(ecole))
                .toList();
        if (mine.size() != Set.copyOf(classe).size() || mine.isEmpty()) {
            throw new Introuvable();
        }
        var shown = mine.stream().flatMap(c -> c.la().stream()).map(Enfant::id).toList();
        boolean kept = exercices.tick(
                ecole, id, shown, la.stream().filter(shown::contains).toList(), utilisateur.personneId(), now);
        return Adresse.go("/presences/evacuation?fait={fait}", kept ? "compte" : "tard");
    }

    @PostMapping("/presences/ecoles/{ecole}/exercices/{id}/fin")
    ModelAndView end(
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String remarques) {
        EvacuationController.gathers(lecture, utilisateur, ecole);
        var now = clock.instant();
        var lieux = lecture.of(ecole, now);
        var running = lieux.exercice(ecole).filter(e -> e.id().equals(id));
        if (running.isEmpty()) {
            return Adresse.go("/presences/evacuation?fait=tard");
        }
        if (!EvacuationController.ends(utilisateur, running.get())) {
            throw new Introuvable();
        }
        var words = remarques.strip();
        int missing = (int) here(lieux).stream().filter(e -> !e.retrouve()).count();
        exercices.end(
                running.get(),
                missing,
                words.length() > LONGEST ? words.substring(0, LONGEST) : words,
                utilisateur,
                now);
        return Adresse.go("/presences/evacuation?fait=fini&manquants={manquants}", missing);
    }

    private static List<Enfant> here(Lieux lieux) {
        return lieux.classes().stream().flatMap(c -> c.la().stream()).toList();
    }
}
