package fr.entecole.conventions.region;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Situee;
import fr.entecole.annuaire.noms.Codes;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.Reprises;
import fr.entecole.conventions.regles.Reprise;
import fr.entecole.conventions.regles.Succession;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Phrases;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The region says which school takes up which, which closes, and which commune succeeds another, in the middle of a
/// year.
@SousOnglet(OngletsAnnuaire.ECOLES)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class ReprisesController {

    private final Reprises reprises;
    private final EcolesDesCommunes ecoles;
    private final LectureDesConventions lecture;
    private final Appellations appellations;

    ReprisesController(
            Reprises reprises, EcolesDesCommunes ecoles, LectureDesConventions lecture, Appellations appellations) {
        this.reprises = reprises;
        this.ecoles = ecoles;
        this.lecture = lecture;
        this.appellations = appellations;
    }

    /// @param fait what was just done
    @GetMapping("/conventions/reprises")
    ModelAndView list(Page page, @RequestParam(defaultValue = "") String fait) {
        return page(page, RepriseForm.EMPTY, fait);
    }

    private ModelAndView page(Page page, RepriseForm form, String fait) {
        var schools = reprises.schools();
        Set<UUID> ids = new TreeSet<>();
        for (var school : schools) {
            ids.add(school.reprise().ecole());
            Optional.ofNullable(school.reprise().par()).ifPresent(ids::add);
        }
        return page.titled(t("Écoles et communes qui changent"))
                .view(
                        "conventions/region/reprises",
                        Map.of(
                                "ecoles",
                                schools,
                                "noms",
                                appellations.ecoles(ids),
                                "communes",
                                reprises.communes(),
                                "form",
                                form,
                                "fait",
                                fait));
    }

    @PostMapping("/conventions/reprises/ecoles")
    ModelAndView takeUp(Page page, Utilisateur utilisateur, @ModelAttribute RepriseForm form) {
        var erreurs = form.ofEcole();
        var school = school(form.uai());
        var taker = school(form.reprend());
        if (school.isEmpty()) {
            erreurs.add("uai", unknown());
        }
        if (taker.isEmpty() && !form.reprend().isEmpty()) {
            erreurs.add("reprend", unknown());
        } else if (school.isPresent()
                && taker.isPresent()
                && Reprise.leads(taker.get().id(), school.get().id(), reprises.said())) {
            erreurs.add(
                    "reprend", t("Une école ne se reprend pas elle-même, et deux ne se reprennent pas l’une l’autre."));
        }
        if (!erreurs.isEmpty() || school.isEmpty()) {
            return page(page.with(erreurs), form, "");
        }
        reprises.takeUp(
                school.get().id(),
                school.get().insee(),
                id(taker),
                Dates.typed(form.jour()).orElseThrow(),
                form.motif(),
                utilisateur);
        return Adresse.go("/conventions/reprises?fait=ecole");
    }

    private Optional<Situee> school(String uai) {
        return Codes.uai(uai) ? ecoles.ofUai(uai) : Optional.empty();
    }

    private static @Nullable UUID id(Optional<Situee> school) {
        return school.isEmpty() ? null : school.get().id();
    }

    private static String unknown() {
        return t("Aucune école de l’annuaire n’a ce code, ou plusieurs le portent. Vérifiez ses huit signes.");
    }

    @PostMapping("/conventions/reprises/communes")
    ModelAndView succeed(Page page, Utilisateur utilisateur, @ModelAttribute RepriseForm form) {
        var erreurs = form.ofCommune(page.aujourdhui(), reprises.communes());
        var nouvelle = ecoles.commune(form.nouvelle());
        var siret = form.siret().isEmpty()
                ? nouvelle.map(EcolesDesCommunes.Commune::siret).orElse("")
                : form.siret();
        if (lecture.ofCommune(form.ancienne()).isEmpty()) {
            erreurs.add(
                    "ancienne",
                    t("Aucune convention n’est celle de cette commune. Vérifiez les cinq signes de son code."));
        }
        if (nouvelle.isEmpty()) {
            erreurs.add("nouvelle", t("L’annuaire n’a pas cette commune. Vérifiez les cinq signes de son code."));
        } else if (!Codes.siret(siret)) {
            erreurs.add(
                    "siret",
                    form.siret().isEmpty()
                            ? t("L’annuaire n’a pas le numéro SIRET de cette commune\u00a0: tapez ses 14 chiffres.")
                            : t("Ce numéro SIRET n’est pas juste\u00a0: vérifiez ses 14 chiffres."));
        }
        if (!erreurs.isEmpty() || nouvelle.isEmpty()) {
            return page(page.with(erreurs), form, "");
        }
        reprises.succeed(
                form.ancienne(),
                new Succession(
                        form.nouvelle(), "Commune " + Phrases.de(nouvelle.get().nom()), siret),
                Dates.typed(form.depuis()).orElseThrow(),
                form.raison(),
                utilisateur);
        return Adresse.go("/conventions/reprises?fait=commune");
    }

    @PostMapping("/conventions/reprises/ecoles/{id}/retrait")
    ModelAndView withdrawSchool(Utilisateur utilisateur, @PathVariable UUID id) {
        return back(reprises.withdrawSchool(id, utilisateur));
    }

    @PostMapping("/conventions/reprises/communes/{id}/retrait")
    ModelAndView withdrawCommune(Utilisateur utilisateur, @PathVariable UUID id) {
        return back(reprises.withdrawCommune(id, utilisateur));
    }

    private static ModelAndView back(Reprises.Retrait retrait) {
        return switch (retrait) {
            case FAIT -> Adresse.go("/conventions/reprises?fait=retrait");
            case REMPLACE -> Adresse.go("/conventions/reprises?fait=remplace");
            case INCONNU -> throw new Introuvable();
        };
    }
}
