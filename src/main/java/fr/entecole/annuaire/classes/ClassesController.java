package fr.entecole.annuaire.classes;

import fr.entecole.annuaire.Familles;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// A class and its pupils, for those who teach it and for the head of its school; anyone else finds nothing.
@Controller
class ClassesController {

    private final Familles familles;

    ClassesController(Familles familles) {
        this.familles = familles;
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/annuaire/classes/{id}")
    ModelAndView show(@PathVariable UUID id, Page page, Utilisateur utilisateur) {
        return familles.classe(id, utilisateur.personneId())
                .map(c -> page.titled(c.libelle()).view("annuaire/classes/classe", Map.of("classe", c)))
                .orElseThrow(Introuvable::new);
    }
}
