package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.cahierdetextes.Mien.Ligne;
import fr.entecole.cahierdetextes.Rendus.Remise;
import fr.entecole.cahierdetextes.Rendus.Tampon;
import fr.entecole.documents.Documents;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final Documents documents;
    private final Clock clock;

    RendusController(LectureDuCahier lecture, Coches coches, Rendus remises, Documents documents, Clock clock) {
        this.lecture = lecture;
        this.coches = coches;
        this.remises = remises;
        this.documents = documents;
        this.clock = clock;
    }

    /// @param montres what the page showed
    /// @param faits what is ticked of it
    /// @param retour `accueil` for the home, else the week that was shown
    @Pour(Profil.ELEVE)
    @HorsEnvoi
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
    @HorsEnvoi
    @PostMapping("/cahierdetextes/remises/{id}/retrait")
    ModelAndView takeBack(Utilisateur utilisateur, @PathVariable UUID id) {
        var remise = find(utilisateur, id);
        if (!utilisateur.personnes().contains(remise.eleve())) {
            throw new Introuvable();
        }
        remises.takeBack(remise, clock.instant());
        return Adresse.go("/cahierdetextes/travaux/{id}?fait=repris", remise.travail());
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/cahierdetextes/remises/{id}")
    ModelAndView write(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var remise = seen(utilisateur, id);
        return form(page, remise, remise.mot());
    }

    /// @param tampon code of a stamp, empty for a word alone
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @PostMapping("/cahierdetextes/remises/{id}/retour")
    ModelAndView answer(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String tampon,
            @RequestParam(required = false) @Nullable String mot) {
        var remise = seen(utilisateur, id);
        var words = mot == null ? remise.mot() : mot.strip(); // a stamp alone keeps the word that was written
        var stamp = Tampon.of(tampon).orElse(null);
        if (words.length() > LONGEST) {
            return form(page.with(Erreurs.of("mot", t("Écrivez {0} caractères au plus.", LONGEST))), remise, words);
        }
        if (stamp == null && words.isEmpty()) {
            return form(page.with(Erreurs.of("mot", t("Écrivez un mot, ou choisissez un tampon."))), remise, words);
        }
        remises.answer(remise, stamp, words, utilisateur.personneId(), clock.instant());
        return Adresse.go("/cahierdetextes/travaux/{id}?fait=repondu", remise.travail());
    }

    private ModelAndView form(Page page, Remise remise, String mot) {
        var pieces = documents.of(PiecesDuCahier.SALLE, List.of(remise.id()));
        return page.titled(t("Un mot pour {0}", remise.nom()))
                .view(
                        "cahierdetextes/reponse",
                        Map.of("remise", remise, "mot", mot, "pieces", pieces.getOrDefault(remise.id(), List.of())));
    }

    private Remise seen(Utilisateur utilisateur, UUID id) {
        var remise = find(utilisateur, id);
        if (!TravailAccess.of(utilisateur).seesPupils(remise.ecole(), remise.classe())) {
            throw new Introuvable();
        }
        return remise;
    }

    private Remise find(Utilisateur utilisateur, UUID id) {
        return remises.one(utilisateur, id).orElseThrow(Introuvable::new);
    }
}
