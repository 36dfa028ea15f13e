package fr.entecole.rgpd.droits;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.rgpd.droits.Demande.Issue;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The officer's queue: what waits, by the day on which an answer is due.
@Pour(Profil.DPO)
@Controller
@RequestMapping("/rgpd/droits")
class DroitsController {

    private static final int PREUVE = 500;
    private static final int NOM = 200;

    private final DroitsExerces droits;
    private final Directives directives;
    private final Appellations appellations;

    DroitsController(DroitsExerces droits, Directives directives, Appellations appellations) {
        this.droits = droits;
        this.directives = directives;
        this.appellations = appellations;
    }

    /// @param fait what was just done: `saisie`
    @GetMapping
    ModelAndView queue(Page page, @RequestParam(defaultValue = "") String fait) {
        return queue(page, fait, Map.of());
    }

    private ModelAndView queue(Page page, String fait, Map<String, String> typed) {
        var all = droits.queue();
        return page.titled(t("Droits exercés"))
                .view(
                        "rgpd/droits/file",
                        Map.of("demandes", all, "noms", names(all), "fait", fait, "saisie", typed));
    }

    private Map<UUID, String> names(Collection<Demande> demandes) {
        return appellations.personnes(demandes.stream()
                .flatMap(one -> Stream.of(one.personne(), one.prisPar()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    @PostMapping
    ModelAndView enter(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String droit,
            @RequestParam(defaultValue = "") String texte,
            @RequestParam(defaultValue = "") String recu) {
        var erreurs = new Erreurs();
        var which = Droit.typed(droit);
        var day = Dates.typed(recu);
        if (nom.isBlank() || nom.strip().length() > NOM) {
            erreurs.add("nom", t("Écrivez le nom de la personne, en {0} caractères au plus.", NOM));
        }
        if (which.isEmpty()) {
            erreurs.add("droit", t("Choisissez ce qui est demandé."));
        }
        if (day.isEmpty() || day.get().isAfter(page.aujourdhui()) || day.get().isBefore(page.aujourdhui().minusMonths(3))) {
            erreurs.add("recu", t("Choisissez le jour où la demande est arrivée, dans les trois mois passés."));
        }
        if (texte.isBlank() || texte.strip().length() > MesDroitsController.LONGEST) {
            erreurs.add(
                    "texte",
                    t("Résumez ce qui est demandé, en {0, number} caractères au plus.", MesDroitsController.LONGEST));
        }
        if (!erreurs.isEmpty()) {
            return queue(
                    page.with(erreurs), "", Map.of("nom", nom, "droit", droit, "texte", texte, "recu", recu));
        }
        droits.enter(utilisateur, nom.strip(), which.orElseThrow(), texte.strip(), day.orElseThrow());
        return Adresse.go("/rgpd/droits?fait=saisie");
    }

    /// @param fait what was just done: `prise`, `prolongation`, `reponse`
    @GetMapping("/{id}")
    ModelAndView show(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String fait) {
        return show(page, find(id), fait, Map.of());
    }

    private ModelAndView show(Page page, Demande demande, String fait, Map<String, String> typed) {
        var personne = demande.personne();
        return page.titled(demande.droit().mot())
                .view(
                        "rgpd/droits/demande",
                        Map.of(
                                "demande",
                                demande,
                                "noms",
                                names(List.of(demande)),
                                "directive",
                                personne == null
                                        ? ""
                                        : directives
                                                .of(personne)
                                                .map(one -> one.sort().mot())
                                                .orElse(""),
                                "fait",
                                fait,
                                "saisie",
                                typed));
    }

    @PostMapping("/{id}/prise")
    ModelAndView take(Utilisateur utilisateur, @PathVariable UUID id) {
        return done(id, droits.take(id, utilisateur), "prise");
    }

    @PostMapping("/{id}/prolongation")
    ModelAndView putOff(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String motif) {
        var why = motif.strip();
        if (why.isEmpty() || why.length() > PREUVE) {
            var erreurs = Erreurs.of(
                    "motif", t("Dites à la personne pourquoi, en {0} caractères au plus.", PREUVE));
            return show(page.with(erreurs), find(id), "", Map.of("motif", why));
        }
        return done(id, droits.putOff(id, why, utilisateur), "prolongation");
    }

    @PostMapping("/{id}/reponse")
    ModelAndView answer(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String issue,
            @RequestParam(defaultValue = "") String reponse,
            @RequestParam(defaultValue = "") String preuve) {
        var demande = find(id);
        var which = Arrays.stream(Issue.values()).filter(one -> one.name().equals(issue)).findFirst();
        var erreurs = new Erreurs();
        if (which.isEmpty()) {
            erreurs.add("issue", t("Choisissez ce qui a été fait."));
        }
        if (reponse.isBlank() || reponse.strip().length() > MesDroitsController.LONGEST) {
            erreurs.add(
                    "reponse",
                    t("Écrivez ce que lira la personne, en {0, number} caractères au plus.", MesDroitsController.LONGEST));
        }
        if (preuve.isBlank() || preuve.strip().length() > PREUVE) {
            erreurs.add(
                    "preuve",
                    t(
                            "Dites ce qui le prouve (courrier du 3 mars, copie remise, ligne corrigée dans ONDE…), en {0} caractères au plus.",
                            PREUVE));
        }
        if (!erreurs.isEmpty()) {
            return show(
                    page.with(erreurs),
                    demande,
                    "",
                    Map.of("issue", issue, "reponse", reponse, "preuve", preuve));
        }
        return done(
                id, droits.answer(id, which.orElseThrow(), reponse.strip(), preuve.strip(), utilisateur), "reponse");
    }

    private Demande find(UUID id) {
        return droits.find(id).orElseThrow(Introuvable::new);
    }

    private static ModelAndView done(UUID id, boolean done, String fait) {
        if (!done) {
            throw new Introuvable();
        }
        return Adresse.go("/rgpd/droits/{id}?fait={fait}", id, fait);
    }
}
