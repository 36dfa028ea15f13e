package fr.entecole.comptes.moncompte;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.activation.Feuille;
import fr.entecole.comptes.activation.Feuille.Bonne;
import fr.entecole.comptes.activation.Feuille.Illisible;
import fr.entecole.comptes.activation.Feuille.Perdue;
import fr.entecole.comptes.activation.SaisieDeFeuille;
import fr.entecole.comptes.appareils.Appareil;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.comptes.motsdepasse.Choix;
import fr.entecole.comptes.motsdepasse.MotDePasseChoisi;
import fr.entecole.comptes.portes.Entree;
import fr.entecole.comptes.portes.Portier;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Joining another account to one's own: the other sheet's code, a child's birth date for a guardian's, then a page
/// that says what will be joined. Each step carries what was typed before, as an activation does.
@Controller
@Pour({Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
@RequestMapping("/mon-compte/reunion")
class ReunionController {

    private final Feuille feuille;
    private final Reunion reunion;
    private final Hachage hachage;
    private final Appareil appareil;
    private final Entree entree;

    ReunionController(Feuille feuille, Reunion reunion, Hachage hachage, Appareil appareil, Entree entree) {
        this.feuille = feuille;
        this.reunion = reunion;
        this.hachage = hachage;
        this.appareil = appareil;
        this.entree = entree;
    }

    @GetMapping
    ModelAndView form(Page page) {
        return code(page, "", "", 200);
    }

    @PostMapping
    ModelAndView next(Page page, SaisieDeFeuille saisie, HttpServletRequest request, HttpServletResponse response) {
        var moi = Objects.requireNonNull(page.utilisateur());
        var compte = moi.compteId();
        if (!reunion.mayJoin(compte)) {
            return code(page, saisie.code(), t("Le compte d’un agent reste à part."), 422);
        }
        var provenance = appareil.of(request);
        return switch (feuille.read(saisie.code(), provenance)) {
            case Illisible non -> code(page, saisie.code(), non.phrase(), non.statut());
            case Perdue perdue -> lost(page, perdue);
            case Bonne bonne -> {
                var refus = reunion.refusal(
                        compte, bonne.remis(), moi.prenom(), bonne.qui().prenom());
                if (refus.isPresent()) {
                    yield code(page, saisie.code(), refus.get(), 422);
                }
                if (bonne.remis().nature() == Nature.RESPONSABLE
                        && saisie.naissance().isEmpty()
                        && saisie.etape().isEmpty()) {
                    yield date(page, saisie, "", 200);
                }
                yield switch (feuille.check(bonne.remis(), saisie.code(), saisie.naissance(), provenance)
                        .orElse(bonne)) {
                    case Illisible non -> date(page, saisie, non.phrase(), non.statut());
                    case Perdue perdue -> lost(page, perdue);
                    case Bonne _ -> confirm(page, compte, bonne, saisie, provenance, request, response);
                };
            }
        };
    }

    private ModelAndView confirm(
            Page page,
            UUID compte,
            Bonne bonne,
            SaisieDeFeuille saisie,
            Provenance provenance,
            HttpServletRequest request,
            HttpServletResponse response) {
        var exigence = reunion.stronger(compte, bonne.remis());
        if (!saisie.etape().equals(SaisieDeFeuille.CONFIRME)) {
            return confirmation(page, bonne, saisie, exigence.map(Choix::of), "", 200);
        }
        if (!saisie.proposer().isEmpty()) {
            return confirmation(page, bonne, saisie, exigence.map(Choix::proposed), "", 200);
        }
        var choix = exigence.map(asked -> Choix.typed(asked, saisie.motDePasse(), saisie.confirmation()));
        var refus = exigence.flatMap(asked -> asked.refusal(saisie.motDePasse(), saisie.confirmation()));
        if (refus.isPresent()) {
            return confirmation(page, bonne, saisie, choix, refus.get(), 422);
        }
        @Nullable MotDePasseChoisi choisi = null;
        try {
            if (exigence.isPresent()) {
                choisi = hachage.inTurn(() -> MotDePasseChoisi.of(saisie.motDePasse(), hachage));
            }
        } catch (Hachage.TropDeMonde e) {
            return confirmation(page, bonne, saisie, choix, Portier.crowded().phrase(), 503);
        }
        if (!reunion.join(compte, bonne.remis(), choisi, provenance.adresse())) {
            return lost(page, Feuille.used());
        }
        entree.openProven(compte, request, response);
        return Adresse.go("/mon-compte?fait=reunion");
    }

    private static ModelAndView code(Page page, String code, String erreur, int statut) {
        return page.titled(t("Réunir deux comptes"))
                .with(Erreurs.of("code", erreur), statut)
                .view("comptes/moncompte/reunion", Map.of("code", code));
    }

    private static ModelAndView date(Page page, SaisieDeFeuille saisie, String erreur, int statut) {
        return page.titled(t("Date de naissance de votre enfant"))
                .with(Erreurs.of("jour", erreur), statut)
                .view("comptes/moncompte/reunion-date", Map.of("saisie", saisie));
    }

    private static ModelAndView confirmation(
            Page page, Bonne bonne, SaisieDeFeuille saisie, Optional<Choix> choix, String erreur, int statut) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "role", bonne.qui().profil().libelle(), "lieu", bonne.qui().lieu(), "saisie", saisie));
        choix.ifPresent(asked -> model.put("choix", asked));
        return page.titled(t("Réunir deux comptes"))
                .with(Erreurs.of("motDePasse", erreur), statut)
                .view("comptes/moncompte/reunion-confirmation", model);
    }

    private static ModelAndView lost(Page page, Perdue perdue) {
        var view = page.titled(perdue.titre()).view("comptes/activation/feuille-perdue", Map.of("perdue", perdue));
        view.setStatus(HttpStatus.valueOf(perdue.statut()));
        return view;
    }
}
