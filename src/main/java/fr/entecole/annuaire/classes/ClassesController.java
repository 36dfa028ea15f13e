package fr.entecole.annuaire.classes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Familles;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// A class and its pupils, on the screen and on paper, for those who teach it and for the head of its school; anyone
/// else finds nothing.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class ClassesController {

    private final Familles familles;
    private final Imprimerie imprimerie;

    ClassesController(Familles familles, Imprimerie imprimerie) {
        this.familles = familles;
        this.imprimerie = imprimerie;
    }

    @GetMapping("/annuaire/classes/{id}")
    ModelAndView show(@PathVariable UUID id, Page page, Utilisateur utilisateur) {
        var classe = find(id, utilisateur);
        return page.titled(classe.libelle()).view("annuaire/classes/classe", Map.of("classe", classe));
    }

    /// By a form, so that no link and no history prints it again.
    @PostMapping("/annuaire/classes/{id}/liste")
    @Nullable
    ModelAndView print(@PathVariable UUID id, Page page, Utilisateur utilisateur, HttpServletResponse response)
            throws IOException {
        var classe = find(id, utilisateur);
        var attente = new Attente(Map.of(), "", "/annuaire/classes/" + id, t("Retour à la classe"));
        return imprimerie.print(page, attente, response, () -> {
            var liste = ListeImprimee.of(classe, page.aujourdhui()).feuillet();
            try (var tirage = imprimerie.open(response, "liste-classe-" + page.aujourdhui())) {
                tirage.add(List.of(liste));
                tirage.finish();
            }
            return null;
        });
    }

    private Familles.Classe find(UUID id, Utilisateur utilisateur) {
        return familles.classe(id, utilisateur.personneId()).orElseThrow(Introuvable::new);
    }
}
