package fr.entecole.annuaire.complements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.complements.ComplementsDeposes.Complement;
import fr.entecole.annuaire.complements.ComplementsDeposes.Suite;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One file: what it will do, what it asks, and doing it.
@SousOnglet({OngletsAnnuaire.ECOLE, OngletsAnnuaire.ECOLES})
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
@Controller
@RequestMapping("/annuaire/complements/{id}")
class ComplementController {

    private static final Pattern ANSWER = Pattern.compile("genre|(colonne|classe)-[0-9]{1,5}");
    private static final int SHOWN = 300;

    private final ComplementsDeposes complements;
    private final PlansDesComplements plans;

    ComplementController(ComplementsDeposes complements, PlansDesComplements plans) {
        this.complements = complements;
        this.plans = plans;
    }

    @GetMapping
    ModelAndView show(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        return view(page, utilisateur, find(id, utilisateur));
    }

    @PostMapping("/reponses")
    ModelAndView answer(Utilisateur utilisateur, @PathVariable UUID id, @RequestParam Map<String, String> parametres) {
        find(id, utilisateur);
        complements.answer(
                id,
                parametres.entrySet().stream()
                        .filter(p -> ANSWER.matcher(p.getKey()).matches()
                                && !p.getValue().isEmpty())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return Adresse.go("/annuaire/complements/" + id);
    }

    @PostMapping("/application")
    ModelAndView apply(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String empreinte) {
        find(id, utilisateur);
        var suite = complements.apply(id, empreinte, utilisateur);
        if (suite == Suite.FAIT) {
            return Adresse.go("/annuaire/complements/" + id);
        }
        var phrase = suite == Suite.FINI
                ? t("Ce fichier a déjà été appliqué ou écarté.")
                : t(
                        "L’annuaire a changé depuis que cette page est ouverte : relisez ce qui va se passer, puis appliquez.");
        return view(
                page.with(Erreurs.of("appliquer", phrase), HttpStatus.CONFLICT.value()),
                utilisateur,
                find(id, utilisateur));
    }

    @PostMapping("/abandon")
    ModelAndView drop(Utilisateur utilisateur, @PathVariable UUID id) {
        var complement = find(id, utilisateur);
        complements.drop(id);
        return Adresse.go(back(complement));
    }

    private Complement find(UUID id, Utilisateur utilisateur) {
        return complements.find(id, utilisateur).orElseThrow(Introuvable::new);
    }

    private static String back(Complement complement) {
        return complement.ecole() == null
                ? "/annuaire/complements"
                : "/annuaire/ecoles/" + complement.ecole() + "/complements";
    }

    private ModelAndView view(Page page, Utilisateur utilisateur, Complement complement) {
        Map<String, Object> model = new HashMap<>();
        model.put("complement", complement);
        model.put("retour", back(complement));
        var others = complements.waiting(complement, utilisateur);
        model.put(
                "avant",
                complement.open()
                        ? others.stream().filter(complement::after).findFirst().orElse(null)
                        : null);
        model.put(
                "suivant",
                complement.open() ? null : others.stream().findFirst().orElse(null));
        var plan = complement.lisible() ? plans.of(complement, utilisateur) : null;
        model.put("plan", plan);
        model.put(
                "montrees",
                plan == null
                        ? List.of()
                        : plan.effets().stream()
                                .filter(e -> e.does() || e.refused())
                                .sorted(Comparator.comparing(e -> !e.refused()))
                                .limit(SHOWN)
                                .toList());
        return page.titled(t("Compléter l’annuaire : ce que fera le fichier"))
                .view("annuaire/complements/complement", model);
    }
}
