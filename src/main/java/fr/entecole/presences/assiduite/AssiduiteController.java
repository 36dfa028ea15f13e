package fr.entecole.presences.assiduite;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.assiduite.Suivi.Etape;
import fr.entecole.presences.assiduite.Suivi.Sorte;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Whose attendance the head follows, and one child's month: its absences with their articles, what was decided, what
/// was done. The child's teacher reads it.
@SousOnglet({OngletsAnnuaire.CLASSES, OngletsAnnuaire.CLASSE})
@Controller
class AssiduiteController {

    private static final int LONGEST = 300;

    private final Suivis suivis;
    private final PageDeLAssiduite pages;
    private final Clock clock;

    AssiduiteController(Suivis suivis, PageDeLAssiduite pages, Clock clock) {
        this.suivis = suivis;
        this.pages = pages;
        this.clock = clock;
    }

    @Pour(Profil.DIRECTEUR)
    @GetMapping("/presences/assiduite")
    ModelAndView list(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String mois) {
        var month = PageDeLAssiduite.mois(mois, page.aujourdhui());
        var reached = suivis.reached(Perimetre.of(utilisateur).ecolesDirected(), month, page.aujourdhui());
        return page.titled(t("L’assiduité"))
                .view(
                        "presences/assiduite/assiduite",
                        Map.of("mois", month, "atteints", reached.duMois(), "attendent", reached.attendent()));
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/presences/ecoles/{ecole}/eleves/{eleve}")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID eleve,
            @RequestParam(defaultValue = "") String mois) {
        return pages.view(page, utilisateur, ecole, eleve, PageDeLAssiduite.mois(mois, page.aujourdhui()));
    }

    @Pour(Profil.DIRECTEUR)
    @PostMapping("/presences/ecoles/{ecole}/eleves/{eleve}/etapes")
    ModelAndView step(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID eleve,
            @RequestParam(defaultValue = "") String mois,
            @RequestParam(defaultValue = "") String sorte,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") String note) {
        PageDeLAssiduite.directs(utilisateur, ecole);
        var month = PageDeLAssiduite.mois(mois, page.aujourdhui());
        var kind = Arrays.stream(Sorte.values())
                .filter(s -> s.name().equals(sorte))
                .findFirst();
        Optional<LocalDate> day = Dates.typed(jour).filter(d -> !d.isAfter(page.aujourdhui()));
        var erreurs = new Erreurs();
        if (kind.isEmpty() || day.isEmpty() || note.length() > 2 * LONGEST) {
            erreurs.add("jour", t("Choisissez l’étape et son jour, passé ou d’aujourd’hui."));
        } else if (kind.get() == Sorte.SANS_SUITE && note.isBlank()) {
            erreurs.add("note", t("Dites pourquoi il n’y a pas de suite."));
        }
        if (!erreurs.isEmpty()) {
            var saisie = Map.of("sorte", sorte, "jour", jour, "note", note);
            return pages.view(page.with(erreurs), utilisateur, ecole, eleve, month, saisie);
        }
        if (suivis.of(ecole, eleve, month).isEmpty()) {
            throw new Introuvable();
        }
        suivis.note(
                ecole,
                eleve,
                month,
                new Etape(kind.orElseThrow(), day.orElseThrow(), note.strip()),
                Auteur.of(utilisateur),
                clock.instant());
        return PageDeLAssiduite.done(ecole, eleve, month);
    }
}
