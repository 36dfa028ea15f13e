package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.delegations.Delegations;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The desk, for who stands at it in the head's place: a family is found by the child's name, and nothing else of the
/// school is shown.
@Controller
@Pour({Profil.ENSEIGNANT, Profil.PERSONNEL})
@RequestMapping("/comptes/guichet/{ecole}")
class GuichetController {

    private final Delegations delegations;
    private final LectureDesListes listes;

    GuichetController(Delegations delegations, LectureDesListes listes) {
        this.delegations = delegations;
        this.listes = listes;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID ecole, Page page, Utilisateur utilisateur) {
        return show(ecole, "", page, utilisateur);
    }

    @PostMapping
    ModelAndView search(
            @PathVariable UUID ecole, @RequestParam(defaultValue = "") String nom, Page page, Utilisateur utilisateur) {
        return show(ecole, nom.strip(), page, utilisateur);
    }

    private ModelAndView show(UUID id, String nom, Page page, Utilisateur utilisateur) {
        var head = delegations
                .inPlaceOf(id, utilisateur.personneId())
                .filter(_ -> utilisateur.ecoles().contains(id))
                .orElseThrow(Introuvable::new);
        var ecole = new AccesDEcole(id, nom.isEmpty() ? List.of() : listes.inPlaceOf(head, id, utilisateur), List.of());
        return page.titled(t("Au guichet"))
                .view("comptes/feuilles/guichet", Map.of("ecole", id, "saisie", nom, "trouves", ecole.trouves(nom)));
    }
}
