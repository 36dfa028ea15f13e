package fr.entecole.liaison.suivi;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.MotAccess;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.liaison.reponses.Reponses;
import fr.entecole.liaison.reponses.Reponses.Paire;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What an author does for those who have not answered: remind them, print their slips, tick what comes back.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class SuiviController {

    private final LectureDesMots lecture;
    private final LectureDuSuivi suivi;
    private final Relances relances;
    private final Talons talons;
    private final Reponses reponses;
    private final Imprimerie imprimerie;
    private final Clock clock;

    SuiviController(
            LectureDesMots lecture,
            LectureDuSuivi suivi,
            Relances relances,
            Talons talons,
            Reponses reponses,
            Imprimerie imprimerie,
            Clock clock) {
        this.lecture = lecture;
        this.suivi = suivi;
        this.relances = relances;
        this.talons = talons;
        this.reponses = reponses;
        this.imprimerie = imprimerie;
        this.clock = clock;
    }

    @PostMapping("/liaison/mots/{id}/relance")
    ModelAndView remind(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var mot = followed(utilisateur, id);
        var now = clock.instant();
        int reminded = mot.isVisible(now) && mot.demande().isOpen(page.aujourdhui())
                ? relances.remind(mot, utilisateur, suivi.of(mot).toRemind(), now)
                : 0;
        return Adresse.go("/liaison/mots/{id}?fait=relance&combien={n}", id, reminded);
    }

    /// @param qui `tous`: all who have not answered; else those who cannot be reached here
    @HorsEnvoi
    @PostMapping("/liaison/mots/{id}/talons")
    @Nullable
    ModelAndView print(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String qui,
            HttpServletResponse response)
            throws IOException {
        var mot = followed(utilisateur, id);
        if (mot.demande().attendu() == Attendu.PROPRE) {
            throw new Introuvable(); // a slip would ask nothing of what such a kind asks
        }
        var attente = new Attente(Map.of("qui", qui), "", "/liaison/mots/" + id, t("Retour au suivi"));
        return imprimerie.print(page, attente, response, () -> {
            var those = Talons.of(suivi.of(mot), qui.equals("tous"));
            if (those.isEmpty()) {
                return Adresse.go("/liaison/mots/{id}?fait=sanstalon", id);
            }
            var feuillets = talons.feuillets(mot, those);
            try (var tirage = imprimerie.open(response, "talons-" + page.aujourdhui())) {
                tirage.add(feuillets);
                tirage.finish();
            }
            talons.printed(mot, utilisateur, those, clock.instant());
            return null;
        });
    }

    /// @param paire child and guardian, as the grid names them; none: nothing is ticked
    @HorsEnvoi
    @PostMapping("/liaison/mots/{id}/papier")
    ModelAndView tick(
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> paire,
            @RequestParam(defaultValue = "SIGNE") Sens sens) {
        var mot = followed(utilisateur, id);
        var known = suivi.of(mot).enfants().stream()
                .flatMap(e -> e.responsables().stream().map(r -> new Paire(e.id(), r.personne())))
                .toList();
        var ticked = paire.stream().flatMap(SuiviController::paire).toList();
        if (!known.containsAll(ticked) || !fits(mot, sens)) {
            throw new Introuvable();
        }
        int written = reponses.tick(mot, utilisateur, ticked, sens, clock.instant());
        return Adresse.go("/liaison/mots/{id}?fait=papier&combien={n}", id, written);
    }

    private static boolean fits(Mot mot, Sens sens) {
        return switch (mot.demande().attendu()) {
            case OUI_NON -> sens != Sens.SIGNE;
            case SIGNATURE -> sens == Sens.SIGNE;
            case RIEN, PROPRE -> false;
        };
    }

    private static Stream<Paire> paire(String code) {
        try {
            var ids = Arrays.stream(code.split("\\.", 2)).map(UUID::fromString).toList();
            return Stream.of(new Paire(ids.getFirst(), ids.getLast()));
        } catch (IllegalArgumentException notOne) {
            throw new Introuvable();
        }
    }

    private Mot followed(Utilisateur utilisateur, UUID id) {
        return lecture.sent(utilisateur, id)
                .filter(mot -> MotAccess.of(utilisateur).follows(mot))
                .orElseThrow(Introuvable::new);
    }
}
