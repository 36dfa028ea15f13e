package fr.entecole.comptes.delegations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.remplacements.LectureDesRemplacements;
import fr.entecole.comptes.OngletsComptes;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Qui m’aide »: all that a head entrusts, on one screen, and the form that entrusts one more. Of a school that one
/// directs; of any, for the region, when the head has gone.
@SousOnglet(OngletsComptes.COMPTES)
@Controller
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
@RequestMapping("/comptes/ecoles/{ecole}/aides")
class DelegationsController {

    private final LectureDesDelegations lecture;
    private final Delegations delegations;
    private final LectureDesRemplacements remplacements;
    private final Appellations appellations;
    private final Clock clock;

    DelegationsController(
            LectureDesDelegations lecture,
            Delegations delegations,
            LectureDesRemplacements remplacements,
            Appellations appellations,
            Clock clock) {
        this.lecture = lecture;
        this.delegations = delegations;
        this.remplacements = remplacements;
        this.appellations = appellations;
        this.clock = clock;
    }

    /// @param fait what was just done: `donnee`, `finie`
    @GetMapping
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @RequestParam(defaultValue = "") String fait) {
        var nom = name(ecole, utilisateur);
        return page.titled(t("Qui m’aide"))
                .view(
                        "comptes/delegations/aides",
                        Map.of(
                                "ecole",
                                ecole,
                                "nom",
                                nom,
                                "delegations",
                                lecture.of(ecole, today()),
                                "remplacements",
                                remplacements.of(ecole, today()),
                                "fait",
                                fait));
    }

    @GetMapping("/{genre}")
    ModelAndView form(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable String genre,
            DelegationForm form) {
        return form(page, utilisateur, ecole, genre(genre), form.from(today()));
    }

    private ModelAndView form(Page page, Utilisateur utilisateur, UUID ecole, Genre genre, DelegationForm form) {
        return page.titled(genre.mot())
                .view(
                        "comptes/delegations/nouvelle",
                        Map.of(
                                "ecole",
                                ecole,
                                "nom",
                                name(ecole, utilisateur),
                                "genre",
                                genre,
                                "form",
                                form,
                                "candidats",
                                lecture.candidats(ecole, genre, form.cherche(), form.personne(), today())));
    }

    /// Nothing is given by a search.
    @PostMapping("/{genre}/recherche")
    ModelAndView search(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable String genre,
            DelegationForm form) {
        return form(page, utilisateur, ecole, genre(genre), form.from(today()));
    }

    @Confirmee
    @PostMapping("/{genre}")
    ModelAndView give(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable String genre,
            DelegationForm form) {
        name(ecole, utilisateur);
        var kind = genre(genre);
        var erreurs = form.erreurs(kind, today());
        var personne = form.personneId()
                .filter(id -> lecture.candidats(ecole, kind, "", form.personne(), today()).stream()
                        .anyMatch(one -> one.valeur().equals(id.toString())));
        if (erreurs.isEmpty() && personne.isEmpty()) {
            erreurs = Erreurs.of("personne", t("Cette personne n’est plus de l’école : choisissez-en une autre."));
        }
        if (erreurs.isEmpty()
                && !delegations.give(ecole, kind, personne.orElseThrow(), form.duJour(), form.auJour(), utilisateur)) {
            erreurs = Erreurs.of(
                    "personne",
                    t("Cette personne l’a déjà : finissez d’abord ce qui court, ou choisissez-en une autre."));
        }
        return erreurs.isEmpty() ? done(ecole, "donnee") : form(page.with(erreurs), utilisateur, ecole, kind, form);
    }

    @PostMapping("/fin")
    ModelAndView end(Utilisateur utilisateur, @PathVariable UUID ecole, @RequestParam Optional<UUID> delegation) {
        name(ecole, utilisateur);
        if (delegation.filter(id -> delegations.end(ecole, id, utilisateur)).isEmpty()) {
            throw new Introuvable();
        }
        return done(ecole, "finie");
    }

    private String name(UUID ecole, Utilisateur utilisateur) {
        return Optional.ofNullable(appellations.ecoles(List.of(ecole)).get(ecole))
                .filter(_ -> utilisateur.is(Profil.ADMINISTRATEUR)
                        || Perimetre.of(utilisateur).directs(ecole))
                .orElseThrow(Introuvable::new);
    }

    private static Genre genre(String path) {
        return Genre.ofPath(path).orElseThrow(Introuvable::new);
    }

    private static ModelAndView done(UUID ecole, String fait) {
        return Adresse.go("/comptes/ecoles/{ecole}/aides?fait={fait}", ecole, fait);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
