package fr.entecole.comptes.feuilles;

import fr.entecole.comptes.OngletsComptes;
import fr.entecole.comptes.demandes.AccesDemandes;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// A guardian has come already: a teacher asks the head, who sees it on their home, to give them an access again.
@SousOnglet(OngletsComptes.COMPTES)
@Controller
class DemandeController {

    private final Destinataires destinataires;
    private final AccesDemandes demandes;

    DemandeController(Destinataires destinataires, AccesDemandes demandes) {
        this.destinataires = destinataires;
        this.demandes = demandes;
    }

    /// Where news leads: no address of news names the guardian.
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/comptes/demandes/{id}")
    ModelAndView show(@PathVariable UUID id, Utilisateur utilisateur) {
        var personne = demandes.personne(id)
                .filter(one -> destinataires.look(one, utilisateur).isPresent())
                .orElseThrow(Introuvable::new);
        return Adresse.go("/comptes/personnes/{id}/acces", personne);
    }

    @Pour(Profil.ENSEIGNANT)
    @PostMapping("/comptes/personnes/{id}/demande")
    ModelAndView ask(@PathVariable UUID id, Utilisateur utilisateur) {
        var vu = destinataires.look(id, utilisateur).orElseThrow(Introuvable::new);
        var ecole = vu.destinataire().ecole();
        if (ecole == null || !vu.demandable(utilisateur)) {
            throw new Introuvable();
        }
        demandes.ask(id, ecole, utilisateur);
        return Adresse.go("/comptes/personnes/{id}/acces", id);
    }
}
