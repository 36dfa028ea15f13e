package fr.entecole.presences.evacuation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.papier.TableauImprime;
import fr.entecole.presences.PresencesAccess;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Qui est là ? »: the list, on a screen and on paper.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
@SousOnglet({OngletsAnnuaire.CLASSE, OngletsAnnuaire.CLASSES})
@Controller
class EvacuationController {

    private final LectureDuRassemblement lecture;
    private final Imprimerie imprimerie;
    private final Clock clock;

    EvacuationController(LectureDuRassemblement lecture, Imprimerie imprimerie, Clock clock) {
        this.lecture = lecture;
        this.imprimerie = imprimerie;
        this.clock = clock;
    }

    /// @param fait what was just done: `compte`, `fini`, `tard`
    /// @param manquants how many were missing when it ended
    @GetMapping("/presences/evacuation")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String fait,
            @RequestParam(defaultValue = "") String manquants) {
        var now = clock.instant();
        var lieux = lecture.of(utilisateur, now);
        Map<String, Object> parametres = new HashMap<>(Map.of(
                "lieux",
                lieux,
                "dirigees",
                Perimetre.of(utilisateur).ecolesDirected(),
                "finit",
                lieux.enCours().stream()
                        .filter(e -> ends(utilisateur, e))
                        .map(Exercice::id)
                        .toList(),
                "maintenant",
                now,
                "fait",
                fait));
        if (manquants.matches("\\d{1,4}")) {
            parametres.put("manquants", Integer.valueOf(manquants));
        }
        return page.titled(t("Qui est là\u00a0?")).view("presences/evacuation/evacuation", parametres);
    }

    @PostMapping("/presences/ecoles/{ecole}/evacuation/impression")
    @Nullable
    ModelAndView print(Page page, Utilisateur utilisateur, HttpServletResponse response, @PathVariable UUID ecole)
            throws IOException {
        gathers(lecture, utilisateur, ecole);
        var now = clock.instant();
        var mine = lecture.of(utilisateur, now).classes().stream()
                .filter(c -> c.classe().ecoleId().equals(ecole))
                .toList();
        if (mine.isEmpty()) {
            return Adresse.go("/presences/evacuation");
        }
        return imprimerie.print(
                page, new Attente(Map.of(), "", "/presences/evacuation", t("Retour à la liste")), response, () -> {
                    try (var tirage = imprimerie.open(response, "qui-est-la")) {
                        tirage.add(List.of(TableauImprime.together(RassemblementImprime.of(mine, now))));
                        tirage.finish();
                    }
                    return null;
                });
    }

    static void gathers(LectureDuRassemblement lecture, Utilisateur utilisateur, UUID ecole) {
        if (!lecture.gathers(utilisateur, ecole)) {
            throw new Introuvable();
        }
    }

    /// The head, and who began it.
    static boolean ends(Utilisateur utilisateur, Exercice exercice) {
        return PresencesAccess.of(utilisateur).directs(exercice.ecole())
                || utilisateur.personneId().equals(exercice.auteur());
    }
}
