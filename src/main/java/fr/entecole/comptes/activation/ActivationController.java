package fr.entecole.comptes.activation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.activation.Feuille.Bonne;
import fr.entecole.comptes.activation.Feuille.Illisible;
import fr.entecole.comptes.activation.Feuille.Perdue;
import fr.entecole.comptes.appareils.Appareil;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.comptes.codes.Codes.Remis;
import fr.entecole.comptes.motsdepasse.Choix;
import fr.entecole.comptes.motsdepasse.MotDePasseChoisi;
import fr.entecole.comptes.motsdepasse.MotsDePasse;
import fr.entecole.comptes.portes.Entree;
import fr.entecole.comptes.portes.Portier;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// « J’ai la feuille de l’école »: the code, the birth date of a child for a guardian, a password, and in. A visitor
/// has no session, so each step's form carries what was typed before and all of it is judged again; nothing changes
/// before the last one. The code stays out of addresses: the sheet's square carries it in the fragment (`fragment.js`).
@Ouvert
@Controller
@RequestMapping("/activation")
class ActivationController {

    private final Feuille feuille;
    private final Activation activation;
    private final MotsDePasse motsDePasse;
    private final Hachage hachage;
    private final Portier portier;
    private final Appareil appareil;
    private final Entree entree;

    ActivationController(
            Feuille feuille,
            Activation activation,
            MotsDePasse motsDePasse,
            Hachage hachage,
            Portier portier,
            Appareil appareil,
            Entree entree) {
        this.feuille = feuille;
        this.activation = activation;
        this.motsDePasse = motsDePasse;
        this.hachage = hachage;
        this.portier = portier;
        this.appareil = appareil;
        this.entree = entree;
    }

    @GetMapping
    ModelAndView form(Page page) {
        return code(page, "", "", 200);
    }

    @PostMapping
    ModelAndView next(Page page, SaisieDeFeuille saisie, HttpServletRequest request, HttpServletResponse response) {
        var provenance = appareil.of(request);
        return switch (feuille.read(saisie.code(), provenance)) {
            case Illisible non -> code(page, saisie.code(), non.phrase(), non.statut());
            case Perdue perdue -> lost(page, perdue);
            case Bonne bonne -> {
                if (activation.opensWork(bonne.remis())) {
                    yield lost(page, work());
                }
                var naissance = saisie.naissance();
                if (bonne.remis().nature() == Nature.RESPONSABLE
                        && naissance.isEmpty()
                        && saisie.etape().isEmpty()) {
                    yield date(page, saisie, "", 200);
                }
                var refus = feuille.check(bonne.remis(), saisie.code(), naissance, provenance);
                yield refus.isPresent()
                        ? refused(page, saisie, refus.get())
                        : choose(page, bonne.remis(), saisie, provenance, request, response);
            }
        };
    }

    private static ModelAndView refused(Page page, SaisieDeFeuille saisie, Feuille.Lecture refus) {
        return switch (refus) {
            case Illisible non -> date(page, saisie, non.phrase(), non.statut());
            case Perdue perdue -> lost(page, perdue);
            case Bonne _ -> throw new IllegalStateException();
        };
    }

    private ModelAndView choose(
            Page page,
            Remis remis,
            SaisieDeFeuille saisie,
            Provenance provenance,
            HttpServletRequest request,
            HttpServletResponse response) {
        var exigence = motsDePasse.exigence(remis.compte());
        if (!saisie.etape().equals(SaisieDeFeuille.MOT_DE_PASSE)) {
            return password(page, saisie, Choix.of(exigence), "", 200);
        }
        if (!saisie.proposer().isEmpty()) {
            return password(page, saisie, Choix.proposed(exigence), "", 200);
        }
        var choix = Choix.typed(exigence, saisie.motDePasse(), saisie.confirmation());
        var refusal = exigence.refusal(saisie.motDePasse(), saisie.confirmation());
        if (refusal.isPresent()) {
            return password(page, saisie, choix, refusal.get(), 422);
        }
        try {
            var choisi = hachage.inTurn(() -> MotDePasseChoisi.of(saisie.motDePasse(), hachage));
            if (!activation.open(remis, choisi, provenance.adresse())) {
                return lost(page, Feuille.used());
            }
        } catch (Hachage.TropDeMonde e) {
            return password(page, saisie, choix, Portier.crowded().phrase(), 503);
        }
        return switch (portier.enterByCode(remis.compte(), exigence.login(), provenance)) {
            case Portier.Entre entre -> {
                appareil.leave(provenance, response);
                yield Adresse.go(entree.open(entre, provenance, request, response));
            }
            case Portier.Refuse refuse ->
                lost(page, new Perdue(refuse.statut(), "", t("L’entrée n’a pas marché"), refuse.phrase()));
        };
    }

    private static Perdue work() {
        return new Perdue(
                403,
                "travail",
                t("Ce compte sert aussi à votre travail"),
                t(
                        "Une feuille de parent ne peut pas en changer le mot de passe. Demandez un code à la direction de votre école, comme membre de l’équipe."));
    }

    private static ModelAndView code(Page page, String code, String erreur, int statut) {
        return page.titled(t("J’ai la feuille de l’école"))
                .with(Erreurs.of("code", erreur), statut)
                .view("comptes/activation/activation", Map.of("code", code));
    }

    private static ModelAndView date(Page page, SaisieDeFeuille saisie, String erreur, int statut) {
        return page.titled(t("Date de naissance de votre enfant"))
                .with(Erreurs.of("jour", erreur), statut)
                .view("comptes/activation/activation-date", Map.of("saisie", saisie));
    }

    private static ModelAndView password(Page page, SaisieDeFeuille saisie, Choix choix, String erreur, int statut) {
        return page.titled(t("Choisir un mot de passe"))
                .with(Erreurs.of("motDePasse", erreur), statut)
                .view("comptes/activation/activation-mot-de-passe", Map.of("saisie", saisie, "choix", choix));
    }

    private static ModelAndView lost(Page page, Perdue perdue) {
        var view = page.titled(perdue.titre()).view("comptes/activation/feuille-perdue", Map.of("perdue", perdue));
        view.setStatus(HttpStatus.valueOf(perdue.statut()));
        return view;
    }
}
