package fr.entecole.conventions.personnes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The people of a commune, as its référent sees them: who is there, who was, whom to invite or to remove.
@Pour(Profil.REFERENT_VILLE)
@Controller
class PersonnesDeLaCommuneController {

    private final PersonnesDesCommunes personnes;

    PersonnesDeLaCommuneController(PersonnesDesCommunes personnes) {
        this.personnes = personnes;
    }

    /// @param fait what was just done
    @GetMapping("/conventions/personnes")
    ModelAndView list(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String fait) {
        return page(page, utilisateur, PersonneForm.EMPTY, fait);
    }

    private ModelAndView page(Page page, Utilisateur utilisateur, PersonneForm form, String fait) {
        var insee = insee(utilisateur);
        return page.titled(t("Les personnes de la commune"))
                .view(
                        "conventions/personnes/personnes",
                        Map.of(
                                "presentes",
                                personnes.present(insee),
                                "passees",
                                personnes.history(insee),
                                "form",
                                form,
                                "fait",
                                fait));
    }

    @Confirmee
    @PostMapping("/conventions/personnes")
    ModelAndView invite(Page page, Utilisateur utilisateur, @ModelAttribute PersonneForm form) {
        var insee = insee(utilisateur);
        var erreurs = form.erreurs(PersonnesDesCommunes.INVITES);
        var remplace = replaced(insee, form);
        if (!form.remplace().isEmpty() && remplace == null) {
            erreurs.add("remplace", t("Cette personne n’est plus là. Choisissez de nouveau."));
        }
        if (!erreurs.isEmpty()) {
            return page(page.with(erreurs), utilisateur, form, "");
        }
        return personnes.invite(utilisateur, insee, form, remplace)
                ? Adresse.go("/conventions/personnes?fait=invitee")
                : page(
                        page.with(Erreurs.of("nom", t("Cette personne est déjà dans la liste, pour la même chose."))),
                        utilisateur,
                        form,
                        "");
    }

    private @Nullable UUID replaced(String insee, PersonneForm form) {
        return personnes.present(insee).stream()
                .filter(p ->
                        p.id().toString().equals(form.remplace()) && PersonnesDesCommunes.INVITES.contains(p.profil()))
                .map(p -> p.id())
                .findFirst()
                .orElse(null);
    }

    @Confirmee
    @PostMapping("/conventions/personnes/{id}/retrait")
    ModelAndView remove(Utilisateur utilisateur, @PathVariable UUID id) {
        var insee = insee(utilisateur);
        var person = personnes.removable(insee, id).orElseThrow(Introuvable::new);
        personnes.remove(utilisateur, insee, person.id());
        return Adresse.go("/conventions/personnes?fait=retiree");
    }

    private static String insee(Utilisateur utilisateur) {
        return Optional.ofNullable(utilisateur.commune()).orElseThrow(Introuvable::new);
    }
}
