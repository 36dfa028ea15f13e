package fr.entecole.conventions.region;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.conventions.Annees;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Modeles;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.conventions.regles.Redaction;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// School years as the region publishes them: made from the one before, shown as a commune will read it, then
/// published.
@SousOnglet(OngletsAnnuaire.ECOLES)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class AnneesController {

    private static final int FIRST = 2020;

    private final Annees annees;
    private final LectureDesConventions lecture;

    AnneesController(Annees annees, LectureDesConventions lecture) {
        this.annees = annees;
        this.lecture = lecture;
    }

    /// @param publiee the year that was just published
    @GetMapping("/conventions/annees")
    ModelAndView list(Page page, @RequestParam(defaultValue = "0") int publiee) {
        var published = annees.all();
        int next = published.stream()
                .mapToInt(v -> v.parametres().annee() + 1)
                .max()
                .orElse(AnneeScolaire.of(page.aujourdhui()).rentree());
        return page.titled(t("Les années des conventions"))
                .view(
                        "conventions/region/annees",
                        Map.of(
                                "publiees",
                                published,
                                "modeles",
                                Modeles.all().stream()
                                        .filter(m -> published.stream()
                                                .noneMatch(v -> v.parametres().annee() == m.annee()))
                                        .toList(),
                                "suivante",
                                next,
                                "publiee",
                                publiee));
    }

    @GetMapping("/conventions/annees/{annee}")
    ModelAndView write(Page page, @PathVariable int annee) {
        return form(page, annee, AnneeForm.of(proposed(annee)), version(annee));
    }

    private int version(int annee) {
        return annees.of(annee).map(Annees.Version::version).orElse(0);
    }

    private Parametres proposed(int annee) {
        if (annee < FIRST || annee > FIRST + 100) {
            throw new Introuvable();
        }
        return annees.proposed(annee);
    }

    /// What a commune would read, and how many conventions it touches.
    @PostMapping("/conventions/annees/{annee}/apercu")
    ModelAndView preview(
            Page page,
            @PathVariable int annee,
            @ModelAttribute AnneeForm form,
            @RequestParam(defaultValue = "0") int connue) {
        var mots = proposed(annee).mots();
        var erreurs = form.erreurs(annee, mots);
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), annee, form, connue);
        }
        var parametres = form.parametres(annee, mots);
        var before = annees.before(annee);
        return page.titled(t("Ce que lirait une commune"))
                .view(
                        "conventions/region/annee-apercu",
                        Map.of(
                                "annee",
                                annee,
                                "form",
                                form,
                                "connue",
                                connue,
                                "parametres",
                                parametres,
                                "avant",
                                before.map(p -> p.anneeScolaire().toString()).orElse(""),
                                "changements",
                                before.map(p -> Changement.between(p, parametres))
                                        .orElse(List.of()),
                                "ecoles",
                                schools(),
                                "blocs",
                                Redaction.of(parametres, specimen(), schools(), null),
                                "figees",
                                lecture.ofAnnee(annee).stream()
                                        .collect(Collectors.partitioningBy(c -> c.fige(), Collectors.counting()))));
    }

    @PostMapping("/conventions/annees/{annee}")
    ModelAndView publish(
            Page page,
            Utilisateur utilisateur,
            @PathVariable int annee,
            @ModelAttribute AnneeForm form,
            @RequestParam(defaultValue = "0") int connue) {
        var mots = proposed(annee).mots();
        var erreurs = form.erreurs(annee, mots);
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), annee, form, connue);
        }
        return annees.publish(form.parametres(annee, mots), connue, utilisateur)
                .map(id -> Adresse.go("/conventions/annees?publiee={annee}", annee))
                .orElseGet(() -> form(
                        page.with(
                                Erreurs.of(
                                        "prix",
                                        t(
                                                "Quelqu’un d’autre a publié cette année pendant que vous écriviez. Rien n’a été fait\u00a0: relisez, puis publiez."))),
                        annee,
                        form,
                        version(annee)));
    }

    private static ModelAndView form(Page page, int annee, AnneeForm form, int connue) {
        return page.titled(t("Année scolaire {0}", new AnneeScolaire(annee).toString()))
                .view("conventions/region/annee", Map.of("annee", annee, "form", form, "connue", connue));
    }

    private static Redaction.Partie specimen() {
        return new Redaction.Partie(
                t("Commune de Lespignan"),
                "21340135900012",
                t("Place de la Mairie, 34710 Lespignan"),
                t("Prénom Nom"),
                t("Maire"));
    }

    private static List<EcoleInscrite> schools() {
        return List.of(
                new EcoleInscrite(
                        new UUID(0, 1), "0341401N", "E.M", t("École maternelle de Lespignan"), "Lespignan", "34"),
                new EcoleInscrite(
                        new UUID(0, 2), "0341406U", "E.E", t("École élémentaire de Lespignan"), "Lespignan", "34"));
    }
}
