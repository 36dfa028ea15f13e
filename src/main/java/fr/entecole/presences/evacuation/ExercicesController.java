package fr.entecole.presences.evacuation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.presences.PresencesAccess;
import fr.entecole.presences.ReglagesPresences;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The evacuations of a school year, for its safety plan.
@Pour(Profil.DIRECTEUR)
@SousOnglet({OngletsAnnuaire.CLASSES})
@Controller
class ExercicesController {

    private final Exercices exercices;
    private final Appellations appellations;
    private final Imprimerie imprimerie;
    private final ReglagesPresences reglages;

    ExercicesController(
            Exercices exercices, Appellations appellations, Imprimerie imprimerie, ReglagesPresences reglages) {
        this.exercices = exercices;
        this.appellations = appellations;
        this.imprimerie = imprimerie;
        this.reglages = reglages;
    }

    /// @param annee of the rentrée, empty for this school year
    @GetMapping("/presences/ecoles/{ecole}/exercices")
    ModelAndView list(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @RequestParam(defaultValue = "") String annee) {
        var year = year(page, utilisateur, ecole, annee);
        return page.titled(t("Les exercices d’évacuation"))
                .view(
                        "presences/evacuation/exercices",
                        Map.of(
                                "ecole",
                                ecole,
                                "annee",
                                year,
                                "cetteAnnee",
                                AnneeScolaire.of(page.aujourdhui()).equals(year),
                                "exercices",
                                exercices.of(ecole, year),
                                "fin",
                                Dates.words(reglages.fin(year))));
    }

    @PostMapping("/presences/ecoles/{ecole}/exercices/impression")
    @Nullable
    ModelAndView print(
            Page page,
            Utilisateur utilisateur,
            HttpServletResponse response,
            @PathVariable UUID ecole,
            @RequestParam(defaultValue = "") String annee)
            throws IOException {
        var year = year(page, utilisateur, ecole, annee);
        var all = exercices.of(ecole, year);
        var lieu = appellations.ecoles(Set.of(ecole)).getOrDefault(ecole, "");
        return imprimerie.print(
                page,
                new Attente(
                        Map.of("annee", annee),
                        "",
                        "/presences/ecoles/" + ecole + "/exercices",
                        t("Retour aux exercices")),
                response,
                () -> {
                    try (var tirage = imprimerie.open(response, "exercices-" + year.rentree())) {
                        tirage.add(
                                List.of(RassemblementImprime.of(all, year, lieu).feuillet()));
                        tirage.finish();
                    }
                    return null;
                });
    }

    private static AnneeScolaire year(Page page, Utilisateur utilisateur, UUID ecole, String annee) {
        if (!PresencesAccess.of(utilisateur).directs(ecole)) {
            throw new Introuvable();
        }
        return annee.matches("20\\d\\d")
                ? new AnneeScolaire(Integer.parseInt(annee))
                : AnneeScolaire.of(page.aujourdhui());
    }
}
