package fr.entecole.comptes.destinataires;

import fr.entecole.annuaire.destinataires.Champ;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the picker asks while one types, as pieces of its page; without a script the room's own form asks the same.
/// A POST: the name that is typed stands in no address.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.IEN, Profil.ERUN, Profil.REFERENT_VILLE, Profil.ADMINISTRATEUR})
@Controller
class DestinatairesController {

    private final Selection selection;

    DestinatairesController(Selection selection) {
        this.selection = selection;
    }

    @PostMapping("/comptes/destinataires")
    ModelAndView find(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String champ,
            @RequestParam(defaultValue = "") String cherche,
            @RequestParam(defaultValue = "") List<String> pour) {
        return piece("comptes/destinataires/_propositions", page, utilisateur, champ, cherche, pour);
    }

    @PostMapping("/comptes/destinataires/compte")
    ModelAndView count(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String champ,
            @RequestParam(defaultValue = "") List<String> pour) {
        return piece("comptes/destinataires/_compte", page, utilisateur, champ, "", pour);
    }

    private ModelAndView piece(
            String gabarit, Page page, Utilisateur utilisateur, String champ, String cherche, List<String> pour) {
        var field = Champ.parse(champ).orElse(Champ.FAMILLES);
        return page.view(gabarit, Map.of("choix", selection.read(utilisateur, field, pour, cherche)));
    }
}
