package fr.entecole.reservations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
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

/// What a school has to lend, and what one has of it; its head adds, changes and withdraws.
@SousOnglet({Onglet.JOURNEE, OngletsAnnuaire.ECOLE})
@Controller
class ChosesController {

    private static final int SHOWN = 60;

    private final Choses choses;
    private final Reservations reservations;
    private final Appellations appellations;

    ChosesController(Choses choses, Reservations reservations, Appellations appellations) {
        this.choses = choses;
        this.reservations = reservations;
        this.appellations = appellations;
    }

    /// @param fait what was just done: `rendue`, `retiree`
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
    @GetMapping("/reservations")
    ModelAndView list(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String fait) {
        var ecoles = List.of(ReservationAccess.of(utilisateur).ecoles());
        return page.titled(t("Réserver"))
                .view(
                        "reservations/choses",
                        Map.of(
                                "choses",
                                choses.of(utilisateur),
                                "miennes",
                                reservations.mine(utilisateur, SHOWN),
                                "ecoles",
                                ecoles.size() > 1 ? appellations.ecoles(ecoles) : Map.<UUID, String>of(),
                                "tient",
                                ReservationAccess.of(utilisateur).dirigees().length > 0,
                                "fait",
                                fait));
    }

    @Pour(Profil.DIRECTEUR)
    @GetMapping("/reservations/nouvelle")
    ModelAndView write(Page page, Utilisateur utilisateur) {
        return form(page, utilisateur, ChoseForm.empty(), null);
    }

    @Pour(Profil.DIRECTEUR)
    @PostMapping("/reservations/choses")
    ModelAndView add(Page page, Utilisateur utilisateur, @ModelAttribute ChoseForm form) {
        var where = school(utilisateur, form);
        var erreurs = form.erreurs();
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), utilisateur, form, null);
        }
        var added = choses.add(form.chose(where), utilisateur.compteId());
        return added.isPresent()
                ? Adresse.go("/reservations/choses/{id}?fait=ajoutee", added.get())
                : form(page.with(Erreurs.of("nom", taken())), utilisateur, form, null);
    }

    private static String taken() {
        return t("L’école a déjà une chose de ce nom.");
    }

    @Pour(Profil.DIRECTEUR)
    @GetMapping("/reservations/choses/{id}/changement")
    ModelAndView rewrite(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        return form(page, utilisateur, ChoseForm.of(kept(utilisateur, id)), id);
    }

    @Pour(Profil.DIRECTEUR)
    @PostMapping("/reservations/choses/{id}/changement")
    ModelAndView change(Page page, Utilisateur utilisateur, @PathVariable UUID id, @ModelAttribute ChoseForm form) {
        var chose = kept(utilisateur, id);
        var erreurs = form.erreurs();
        if (erreurs.isEmpty()) {
            switch (choses.change(chose, form.chose(chose.ecoleId()), utilisateur.compteId())) {
                case CHANGEE -> {
                    return Adresse.go("/reservations/choses/{id}?fait=changee", id);
                }
                case NOM_PRIS -> erreurs.add("nom", taken());
                case OCCUPEE ->
                    erreurs.add(
                            "nombre",
                            t(
                                    "Un de ceux que vous retirez est réservé. Dans sa semaine, rendez d’abord ses réservations à venir."));
            }
        }
        return form(page.with(erreurs), utilisateur, form, id);
    }

    /// The one school that they direct goes without saying.
    private static UUID school(Utilisateur utilisateur, ChoseForm form) {
        var dirigees = List.of(ReservationAccess.of(utilisateur).dirigees());
        return dirigees.size() == 1 && form.ecole().isEmpty()
                ? dirigees.getFirst()
                : Optional.of(form.ecole())
                        .flatMap(code -> dirigees.stream()
                                .filter(id -> id.toString().equals(code))
                                .findFirst())
                        .orElseThrow(Introuvable::new);
    }

    /// @param chose the one that is changed; null: a new one
    private ModelAndView form(Page page, Utilisateur utilisateur, ChoseForm form, @Nullable UUID chose) {
        var noms = chose != null
                ? Map.<UUID, String>of()
                : appellations.ecoles(List.of(ReservationAccess.of(utilisateur).dirigees()));
        return page.titled(chose == null ? t("Une chose à réserver") : t("Changer ce qui se réserve"))
                .view(
                        "reservations/nouvelle",
                        Map.of(
                                "form",
                                form,
                                "ecoles",
                                noms,
                                "adresse",
                                chose == null ? "" : "/reservations/choses/" + chose));
    }

    @Pour(Profil.DIRECTEUR)
    @PostMapping("/reservations/choses/{id}/retrait")
    ModelAndView withdraw(Utilisateur utilisateur, @PathVariable UUID id) {
        choses.withdraw(kept(utilisateur, id), utilisateur);
        return Adresse.go("/reservations?fait=retiree");
    }

    private Chose kept(Utilisateur utilisateur, UUID id) {
        return choses.one(utilisateur, id)
                .filter(c -> ReservationAccess.of(utilisateur).keeps(c.ecoleId()))
                .orElseThrow(Introuvable::new);
    }
}
