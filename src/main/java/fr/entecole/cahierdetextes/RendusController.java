package fr.entecole.cahierdetextes;

import fr.entecole.cahierdetextes.Rendus.Remise;
import fr.entecole.cahierdetextes.Rendus.Tampon;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is done with what a pupil handed back: they take it back, or who teaches the class answers with a stamp or a
/// word.
@Controller
class RendusController {

    private static final int LONGEST = 300;

    private final Rendus remises;
    private final Clock clock;

    RendusController(Rendus remises, Clock clock) {
        this.remises = remises;
        this.clock = clock;
    }

    @Pour(Profil.ELEVE)
    @PostMapping("/cahierdetextes/remises/{id}/retrait")
    ModelAndView takeBack(Utilisateur utilisateur, @PathVariable UUID id) {
        var remise = find(id);
        if (!utilisateur.personnes().contains(remise.eleve())) {
            throw new Introuvable();
        }
        remises.takeBack(remise, clock.instant());
        return Adresse.go("/cahierdetextes/travaux/{id}?fait=repris", remise.travail());
    }

    /// @param tampon code of a stamp, empty for a word alone
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @PostMapping("/cahierdetextes/remises/{id}/retour")
    ModelAndView answer(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String tampon,
            @RequestParam(defaultValue = "") String mot) {
        var remise = find(id);
        if (!TravailAccess.of(utilisateur).seesPupils(remise.ecole(), remise.classe())) {
            throw new Introuvable();
        }
        var words = mot.strip();
        var stamp = Tampon.of(tampon).orElse(null);
        boolean said = (stamp != null || !words.isEmpty()) && words.length() <= LONGEST;
        if (said) {
            remises.answer(remise, stamp, words, utilisateur.personneId(), clock.instant());
        }
        return Adresse.go(
                "/cahierdetextes/travaux/{id}?fait={fait}", remise.travail(), said ? "repondu" : "sansreponse");
    }

    private Remise find(UUID id) {
        return remises.one(id).orElseThrow(Introuvable::new);
    }
}
