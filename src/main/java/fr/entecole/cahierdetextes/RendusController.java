package fr.entecole.cahierdetextes;

import fr.entecole.cahierdetextes.Mien.Ligne;
import fr.entecole.cahierdetextes.Rendus.Remise;
import fr.entecole.cahierdetextes.Rendus.Tampon;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What pupils tick, and what is done with what they handed back: they take it back, or who teaches the class answers
/// with a stamp or a word.
@Controller
class RendusController {

    private static final int LONGEST = 300;

    private final LectureDuCahier lecture;
    private final Coches coches;
    private final Rendus remises;
    private final Clock clock;

    RendusController(LectureDuCahier lecture, Coches coches, Rendus remises, Clock clock) {
        this.lecture = lecture;
        this.coches = coches;
        this.remises = remises;
        this.clock = clock;
    }

    /// @param montres what the page showed
    /// @param faits what is ticked of it
    /// @param retour `accueil` for the home, else the week that was shown
    @Pour(Profil.ELEVE)
    @PostMapping("/cahierdetextes/coches")
    ModelAndView tick(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") List<UUID> montres,
            @RequestParam(defaultValue = "") List<UUID> faits,
            @RequestParam(defaultValue = "") String retour) {
        if (!montres.isEmpty()) {
            var mien = lecture.mine(utilisateur, montres);
            var shown = mien.lignes().stream()
                    .map(Ligne::travail)
                    .filter(Travail::aFaire)
                    .toList();
            if (shown.isEmpty()) {
                throw new Introuvable();
            }
            coches.tick(
                    shown.getFirst().ecoleId(),
                    utilisateur.personneId(),
                    shown.stream().map(Travail::id).toList(),
                    faits,
                    clock.instant());
        }
        return retour.equals("accueil")
                ? Adresse.go("/")
                : Adresse.go("/cahierdetextes?semaine={semaine}&fait=coche", retour);
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
