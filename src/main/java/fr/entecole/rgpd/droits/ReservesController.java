package fr.entecole.rgpd.droits;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.rgpd.GenreDeReserve;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the officer switches on somebody's data, who has an account: put aside while it is verified, or no longer found
/// by name. It ends on a day to come, so that the person knows before.
@Pour(Profil.DPO)
@Controller
@RequestMapping("/rgpd/droits/{id}/reserves")
class ReservesController {

    private static final int FURTHEST = 12;

    private final DroitsExerces droits;
    private final ReservesTenues reserves;
    private final PagesDesDroits pages;

    ReservesController(DroitsExerces droits, ReservesTenues reserves, PagesDesDroits pages) {
        this.droits = droits;
        this.reserves = reserves;
        this.pages = pages;
    }

    @PostMapping
    ModelAndView set(Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String genre) {
        reserves.set(decided(genre), personnes(find(id)), utilisateur);
        return Adresse.go("/rgpd/droits/{id}?fait=reserve", id);
    }

    /// @param fin the first day on which it holds no more
    @PostMapping("/fin")
    ModelAndView end(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String genre,
            @RequestParam(defaultValue = "") String fin) {
        var demande = find(id);
        var which = decided(genre);
        var personnes = personnes(demande);
        var day = Dates.typed(fin)
                .filter(one -> one.isAfter(page.aujourdhui()))
                .filter(one -> !one.isAfter(page.aujourdhui().plusMonths(FURTHEST)));
        if (day.isEmpty()) {
            var erreurs = Erreurs.of(
                    "fin-" + which.name(),
                    t(
                            "Choisissez un jour à partir de demain, et dans l’année\u00a0: la personne doit le savoir avant."));
            return pages.show(page.with(erreurs), demande, "", Map.of("fin-" + which.name(), fin));
        }
        reserves.endOn(which, personnes, day.orElseThrow(), utilisateur);
        return Adresse.go("/rgpd/droits/{id}?fait=fin", id);
    }

    private Demande find(UUID id) {
        return droits.find(id).orElseThrow(Introuvable::new);
    }

    private Collection<UUID> personnes(Demande demande) {
        var personne = demande.personne();
        if (personne == null) {
            throw new Introuvable();
        }
        return reserves.same(personne);
    }

    private static GenreDeReserve decided(String word) {
        return GenreDeReserve.decided(word).orElseThrow(Introuvable::new);
    }
}
