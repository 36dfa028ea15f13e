package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.portail.Recherches.Section;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One page that looks in all rooms, inside what one may see. What is typed travels in the form, never in an address,
/// and is kept nowhere.
@Pour({
    Profil.ENSEIGNANT,
    Profil.DIRECTEUR,
    Profil.PARENT,
    Profil.PERSONNEL,
    Profil.IEN,
    Profil.ERUN,
    Profil.ADMINISTRATEUR
})
@Controller
@RequestMapping("/recherche")
class RechercheController {

    private static final int LONGEST = 100;

    private final Recherches recherches;

    RechercheController(Recherches recherches) {
        this.recherches = recherches;
    }

    @GetMapping
    ModelAndView form(Page page, Utilisateur utilisateur) {
        return view(page, utilisateur, "", List.of());
    }

    @PostMapping
    ModelAndView find(@RequestParam(defaultValue = "") String mots, Page page, Utilisateur utilisateur) {
        var saisie = mots.strip();
        var erreur = saisie.length() > LONGEST
                ? t("C’est trop long : écrivez un mot ou deux.")
                : saisie.isEmpty()
                        ? t("Écrivez un mot ou un nom.")
                        : saisie.codePoints().noneMatch(Character::isLetterOrDigit)
                                ? t("Il faut des lettres ou des chiffres : écrivez un mot ou un nom.")
                                : saisie.codePoints()
                                                        .filter(Character::isLetterOrDigit)
                                                        .count()
                                                == 1
                                        ? t(
                                                "Écrivez au moins deux lettres : une seule ne dit pas assez ce que vous cherchez.")
                                        : "";
        return erreur.isEmpty()
                ? view(page, utilisateur, saisie, recherches.find(saisie, utilisateur))
                : view(page.with(Erreurs.of("mots", erreur)), utilisateur, saisie, List.of());
    }

    private ModelAndView view(Page page, Utilisateur utilisateur, String saisie, List<Section> sections) {
        if (!recherches.concern(utilisateur)) {
            throw new Introuvable();
        }
        return page.titled(t("Chercher"))
                .view("portail/recherche", Map.of("saisie", saisie, "sections", sections, "regle", regle(utilisateur)));
    }

    /// Where it looks, and what it leaves to another search or to others.
    private static String regle(Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case DIRECTEUR ->
                t("Parmi les élèves de votre école, leurs responsables, l’équipe, et tout ce que vous pouvez voir.");
            case ENSEIGNANT ->
                t("Parmi vos élèves, leurs responsables, vos collègues, et tout ce que vous pouvez voir.");
            case PARENT ->
                t(
                        "Parmi les enseignants de vos enfants, la direction de leurs écoles, et tout ce que vous pouvez voir.");
            case IEN, ERUN ->
                t(
                        "Parmi les écoles de votre circonscription. Un enfant ou un parent ne se cherche que dans son école : demandez à sa direction.");
            case ADMINISTRATEUR ->
                t(
                        "Parmi les écoles de la région. Une personne se cherche à part, par « Chercher parmi les personnes » : cette recherche laisse une trace.");
            default -> t("Seulement parmi ce que vous pouvez voir.");
        };
    }
}
