package fr.entecole.liaison.surpapier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
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

/// Which families answer on paper, for who teaches the class and for the head.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class SurPapierController {

    private final Classes classes;
    private final SurPapier registre;

    SurPapierController(Classes classes, SurPapier registre) {
        this.classes = classes;
        this.registre = registre;
    }

    /// Of one class, its page goes without choosing.
    @GetMapping("/liaison/sur-papier")
    ModelAndView choose(Page page, Utilisateur utilisateur) {
        var mine = utilisateur.is(Profil.DIRECTEUR) ? classes.directedBy(utilisateur) : classes.taughtBy(utilisateur);
        return mine.size() == 1
                ? Adresse.go("/liaison/sur-papier/{classe}", mine.getFirst().id())
                : page.titled(t("Les familles sur papier")).view("liaison/surpapier/classes", Map.of("classes", mine));
    }

    @GetMapping("/liaison/sur-papier/{classe}")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID classe,
            @RequestParam(defaultValue = "") String fait) {
        var one = found(utilisateur, classe);
        return page.titled(t("Les familles sur papier"))
                .view("liaison/surpapier/familles", Map.of("classe", one, "enfants", registre.of(one), "fait", fait));
    }

    /// @param papier `true`: from now on they answer on paper
    @PostMapping("/liaison/sur-papier/{classe}")
    ModelAndView note(
            Utilisateur utilisateur,
            @PathVariable UUID classe,
            @RequestParam(required = false) @Nullable UUID personne,
            @RequestParam(defaultValue = "false") boolean papier) {
        var one = found(utilisateur, classe);
        if (personne == null
                || registre.of(one).stream()
                        .flatMap(e -> e.responsables().stream())
                        .noneMatch(r -> r.id().equals(personne))) {
            throw new Introuvable();
        }
        if (papier) {
            registre.note(one.ecoleId(), personne, utilisateur);
        } else {
            registre.end(one.ecoleId(), personne, utilisateur);
        }
        return Adresse.go("/liaison/sur-papier/{classe}?fait={fait}", classe, papier ? "note" : "fini");
    }

    private Classe found(Utilisateur utilisateur, UUID classe) {
        var perimetre = Perimetre.of(utilisateur);
        return classes.named(List.of(classe)).stream()
                .filter(c -> perimetre.teaches(c.ecoleId(), c.id()) || perimetre.directs(c.ecoleId()))
                .findFirst()
                .orElseThrow(Introuvable::new);
    }
}
