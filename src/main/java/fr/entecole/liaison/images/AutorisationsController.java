package fr.entecole.liaison.images;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.liaison.images.Registre.Refus;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Mes autorisations » for a guardian, who takes back a « oui » at any time; and for the school, whom not to show
/// today.
@Controller
class AutorisationsController {

    private final Registre registre;
    private final Imprimerie imprimerie;
    private final Clock clock;

    AutorisationsController(Registre registre, Imprimerie imprimerie, Clock clock) {
        this.registre = registre;
        this.imprimerie = imprimerie;
        this.clock = clock;
    }

    @Pour(Profil.PARENT)
    @GetMapping("/liaison/autorisations")
    ModelAndView mine(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "false") boolean retire) {
        return page.titled(t("Mes autorisations d’image"))
                .view(
                        "liaison/images/autorisations",
                        Map.of("accords", registre.of(utilisateur, page.aujourdhui()), "retire", retire));
    }

    @Pour(Profil.PARENT)
    @HorsEnvoi
    @PostMapping("/liaison/autorisations/{id}/retrait")
    ModelAndView takeBack(Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam UUID eleve) {
        if (!registre.takeBack(utilisateur, id, eleve, page.aujourdhui(), clock.instant())) {
            throw new Introuvable();
        }
        return Adresse.go("/liaison/autorisations?retire=true");
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/liaison/images")
    ModelAndView refused(Page page, Utilisateur utilisateur) {
        return page.titled(t("Qui ne pas montrer aujourd’hui"))
                .view(
                        "liaison/images/refus",
                        Map.of("projets", projets(page, utilisateur), "aujourdhui", page.aujourdhui()));
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @HorsEnvoi
    @PostMapping("/liaison/images/impression")
    @Nullable
    ModelAndView print(Page page, Utilisateur utilisateur, HttpServletResponse response) throws IOException {
        var attente = new Attente(Map.of(), "", "/liaison/images", t("Retour à la liste"));
        return imprimerie.print(page, attente, response, () -> {
            try (var tirage = imprimerie.open(response, "ne-pas-montrer-" + page.aujourdhui())) {
                tirage.add(List.of(new RefusImprimes(projets(page, utilisateur), page.aujourdhui()).feuillet()));
                tirage.finish();
            }
            return null;
        });
    }

    private Collection<List<Refus>> projets(Page page, Utilisateur utilisateur) {
        var perimetre = Perimetre.of(utilisateur);
        return registre.refused(perimetre.classesTaught(), perimetre.ecolesDirected(), page.aujourdhui()).stream()
                .collect(Collectors.groupingBy(Refus::id, LinkedHashMap::new, Collectors.toList()))
                .values();
    }
}
