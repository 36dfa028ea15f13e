package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Ecole;
import fr.entecole.conventions.Annees;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.Declaration.Genre;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.LettresAuxCommunes;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A référent ville says which schools, who signs, whom to write to: once a year, from what was said the year before.
@Pour(Profil.REFERENT_VILLE)
@Controller
class DeclarationController {

    private final EcolesDesCommunes ecoles;
    private final LectureDesConventions lecture;
    private final Conventions conventions;
    private final LettresAuxCommunes lettres;
    private final Annees annees;

    DeclarationController(
            EcolesDesCommunes ecoles,
            LectureDesConventions lecture,
            Conventions conventions,
            LettresAuxCommunes lettres,
            Annees annees) {
        this.ecoles = ecoles;
        this.lecture = lecture;
        this.conventions = conventions;
        this.lettres = lettres;
        this.annees = annees;
    }

    @GetMapping("/conventions/declaration")
    ModelAndView write(Page page, Utilisateur utilisateur, @RequestParam int annee) {
        var insee = insee(utilisateur);
        var proposed = ecoles.of(insee);
        var known = proposed.stream().map(Ecole::id).collect(Collectors.toSet());
        var form = lecture.ofCommune(insee).stream()
                .filter(c -> c.annee() <= annee)
                .findFirst()
                .map(last -> DeclarationForm.of(last.declaration(), ticked(last, page, known)))
                .orElseGet(() -> first(insee));
        return form(page, annee, form, proposed);
    }

    /// Last year’s schools, as avenants have left them, as far as they still stand in the commune.
    private static List<UUID> ticked(Convention last, Page page, Set<UUID> known) {
        return last.listed(page.aujourdhui()).stream()
                .map(e -> e.ecole())
                .filter(known::contains)
                .toList();
    }

    private DeclarationForm first(String insee) {
        var commune = ecoles.commune(insee).orElseThrow(Introuvable::new);
        return new DeclarationForm(
                Genre.COMMUNE.name(),
                t("Commune de {0}", commune.nom()),
                "",
                commune.siret(),
                "",
                "",
                t("Maire"),
                "",
                "",
                List.of());
    }

    @PostMapping("/conventions/declaration")
    ModelAndView declare(
            Page page, Utilisateur utilisateur, @RequestParam int annee, @ModelAttribute DeclarationForm form) {
        var insee = insee(utilisateur);
        var proposed = ecoles.of(insee);
        var erreurs = form.erreurs(parametres(annee, page).beaucoup());
        var chosen =
                proposed.stream().filter(e -> form.ecole().contains(e.id())).toList();
        if (chosen.size() != form.ecole().size()) {
            erreurs.add("ecole", t("Une des écoles n’est plus dans la commune. Choisissez de nouveau."));
        }
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), annee, form, proposed);
        }
        return conventions
                .declare(
                        utilisateur,
                        insee,
                        annee,
                        form.declaration(),
                        chosen.stream().map(Conventions::inscrite).toList())
                .map(id -> {
                    lecture.one(id).ifPresent(lettres::declared);
                    return Adresse.go("/conventions/{id}?fait=declaree", id);
                })
                .orElseGet(() -> form(
                        page.with(
                                Erreurs.of(
                                        "ecole",
                                        t(
                                                "La convention de cette année est déjà transmise\u00a0: sa liste change par un avenant."))),
                        annee,
                        form,
                        proposed));
    }

    private ModelAndView form(Page page, int annee, DeclarationForm form, List<Ecole> proposed) {
        return page.titled(t("Déclarer les écoles"))
                .view(
                        "conventions/commune/declaration",
                        Map.of("form", form, "ecoles", proposed, "parametres", parametres(annee, page)));
    }

    /// Of a year that the region has published and that is not over.
    private Parametres parametres(int annee, Page page) {
        return annees.of(annee)
                .map(Annees.Version::parametres)
                .filter(p -> !p.fin().isBefore(page.aujourdhui()))
                .orElseThrow(Introuvable::new);
    }

    private static String insee(Utilisateur utilisateur) {
        return Optional.ofNullable(utilisateur.commune()).orElseThrow(Introuvable::new);
    }
}
