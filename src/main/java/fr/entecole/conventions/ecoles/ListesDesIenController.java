package fr.entecole.conventions.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Ecole;
import fr.entecole.conventions.Annees;
import fr.entecole.conventions.ListesDesIen;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The IEN establishes the list of a commune of many schools, by ticking them or by pasting their codes.
@SousOnglet(OngletsAnnuaire.ECOLE)
@Pour(Profil.IEN)
@Controller
class ListesDesIenController {

    private final EcolesSousConvention suivies;
    private final EcolesDesCommunes ecoles;
    private final ListesDesIen listes;
    private final Annees annees;

    ListesDesIenController(EcolesSousConvention suivies, EcolesDesCommunes ecoles, ListesDesIen listes, Annees annees) {
        this.suivies = suivies;
        this.ecoles = ecoles;
        this.listes = listes;
        this.annees = annees;
    }

    /// Communes of the circonscription of more schools than the year lets a commune list by itself.
    @GetMapping("/conventions/listes")
    ModelAndView list(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String etablie) {
        var today = page.aujourdhui();
        return page.titled(t("Les listes des grandes communes"))
                .view(
                        "conventions/ecoles/listes",
                        Map.of(
                                "annees",
                                annees.all().stream()
                                        .map(Annees.Version::parametres)
                                        .filter(p ->
                                                p.beaucoup() > 0 && !p.fin().isBefore(today))
                                        .toList(),
                                "communes",
                                suivies.communes(utilisateur, today),
                                "etablie",
                                etablie));
    }

    @GetMapping("/conventions/listes/{annee}/{insee}")
    ModelAndView write(Page page, Utilisateur utilisateur, @PathVariable int annee, @PathVariable String insee) {
        var commune = followed(page, utilisateur, insee);
        return form(page, commune, year(page, annee), Set.copyOf(listes.of(insee, annee)), "");
    }

    @PostMapping("/conventions/listes/{annee}/{insee}")
    ModelAndView establish(
            Page page,
            Utilisateur utilisateur,
            @PathVariable int annee,
            @PathVariable String insee,
            @RequestParam(defaultValue = "") Set<UUID> ecole,
            @RequestParam(defaultValue = "") String codes) {
        var commune = followed(page, utilisateur, insee);
        var parametres = year(page, annee);
        var schools = ecoles.of(insee);
        var pasted = Arrays.stream(codes.toUpperCase(Locale.ROOT).split("[\\s;,]+"))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var known = schools.stream().collect(Collectors.toMap(Ecole::uai, Ecole::id, (a, _) -> a));
        var wrong = pasted.stream()
                .filter(code -> !known.containsKey(code) && code.matches(".*\\d.*"))
                .toList();
        if (!wrong.isEmpty()) {
            return form(
                    page.with(Erreurs.of(
                            "codes",
                            t(
                                    "Ces codes ne sont pas ceux d’une école de la commune\u00a0: {0}. Rien n’a été fait.",
                                    String.join(", ", wrong)))),
                    commune,
                    parametres,
                    ecole,
                    codes);
        }
        Set<UUID> chosen = new LinkedHashSet<>();
        schools.stream()
                .filter(e -> ecole.contains(e.id()) || pasted.contains(e.uai()))
                .forEach(e -> chosen.add(e.id()));
        if (chosen.isEmpty()) {
            return form(
                    page.with(Erreurs.of("ecole", t("Choisissez au moins une école, ou collez leurs codes."))),
                    commune,
                    parametres,
                    ecole,
                    codes);
        }
        listes.establish(insee, annee, chosen, utilisateur);
        return Adresse.go("/conventions/listes?etablie={insee}", insee);
    }

    private ModelAndView form(
            Page page, EcolesDesCommunes.Commune commune, Parametres parametres, Set<UUID> ecole, String codes) {
        return page.titled(t("La liste de {0}", commune.nom()))
                .view(
                        "conventions/ecoles/liste",
                        Map.of(
                                "commune",
                                commune,
                                "parametres",
                                parametres,
                                "ecoles",
                                ecoles.of(commune.insee()),
                                "ecole",
                                ecole,
                                "codes",
                                codes));
    }

    private EcolesDesCommunes.Commune followed(Page page, Utilisateur utilisateur, String insee) {
        return suivies.communes(utilisateur, page.aujourdhui()).keySet().stream()
                .filter(c -> c.insee().equals(insee))
                .findFirst()
                .orElseThrow(Introuvable::new);
    }

    private Parametres year(Page page, int annee) {
        return annees.of(annee)
                .map(Annees.Version::parametres)
                .filter(p -> p.beaucoup() > 0 && !p.fin().isBefore(page.aujourdhui()))
                .orElseThrow(Introuvable::new);
    }
}
