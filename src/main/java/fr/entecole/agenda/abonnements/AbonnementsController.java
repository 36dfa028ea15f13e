package fr.entecole.agenda.abonnements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The devices on which a person follows their agenda: their names, when each has read it last, a new address, one
/// withdrawn. An address is shown once, by the answer that makes it.
@Pour({Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
@SousOnglet({"agenda", Onglet.JOURNEE, OngletsAnnuaire.ECOLE})
@Controller
class AbonnementsController {

    static final int LONGEST = 40;

    private final AbonnementsAgenda abonnements;
    private final AdressePublique publique;

    AbonnementsController(AbonnementsAgenda abonnements, AdressePublique publique) {
        this.abonnements = abonnements;
        this.publique = publique;
    }

    @GetMapping("/agenda/abonnement")
    ModelAndView show(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "false") boolean retire) {
        return view(page, utilisateur, "", "", retire);
    }

    @HorsEnvoi
    @PostMapping("/agenda/abonnement")
    ModelAndView open(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String nom) {
        var name = nom.strip();
        var erreurs = new Erreurs();
        if (name.isEmpty() || name.length() > LONGEST) {
            erreurs.add("nom", t("Donnez à l’appareil un nom de {0} caractères au plus.", LONGEST));
        } else if (abonnements.of(utilisateur).size() >= AbonnementsAgenda.MOST) {
            erreurs.add("nom", t("Vous avez déjà le plus d’appareils possible\u00a0: retirez-en un."));
        }
        if (!erreurs.isEmpty()) {
            return view(page.with(erreurs), utilisateur, name, "", false);
        }
        var secret = abonnements.open(utilisateur, name);
        return secret.isPresent()
                ? view(page, utilisateur, "", publique.lien("/agenda/abonnement/" + secret.get() + ".ics"), false)
                : view(
                        page.with(Erreurs.of(
                                "nom",
                                t("Un appareil porte déjà ce nom\u00a0: retirez-le, ou choisissez un autre nom."))),
                        utilisateur,
                        name,
                        "",
                        false);
    }

    @HorsEnvoi
    @PostMapping("/agenda/abonnement/{id}/retrait")
    ModelAndView withdraw(Utilisateur utilisateur, @PathVariable UUID id) {
        if (!abonnements.withdraw(utilisateur, id)) {
            throw new Introuvable();
        }
        return Adresse.go("/agenda/abonnement?retire=true");
    }

    /// @param adresse just made, shown this once; empty for none
    private ModelAndView view(Page page, Utilisateur utilisateur, String nom, String adresse, boolean retire) {
        Map<String, Object> parametres = new HashMap<>(
                Map.of("abonnements", abonnements.of(utilisateur), "nom", nom, "adresse", adresse, "retire", retire));
        return page.titled(t("L’agenda sur votre téléphone")).view("agenda/abonnements/abonnements", parametres);
    }
}
