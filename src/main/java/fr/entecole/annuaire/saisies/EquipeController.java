package fr.entecole.annuaire.saisies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.remplacements.LectureDesRemplacements;
import fr.entecole.annuaire.remplacements.Remplacements;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The team of a school, for its head and the region: those of the feed, and those whom no feed carries (AESH, ATSEM),
/// whom the head adds and ends.
@SousOnglet(OngletsAnnuaire.ECOLE)
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
@Controller
@RequestMapping("/annuaire/ecoles/{ecole}/equipe")
class EquipeController {

    private final LectureDEquipe lecture;
    private final Saisies saisies;
    private final LectureDesRemplacements remplacements;
    private final Remplacements tenue;
    private final Journal journal;
    private final TransactionTemplate transaction;

    EquipeController(
            LectureDEquipe lecture,
            Saisies saisies,
            LectureDesRemplacements remplacements,
            Remplacements tenue,
            Journal journal,
            TransactionTemplate transaction) {
        this.lecture = lecture;
        this.saisies = saisies;
        this.remplacements = remplacements;
        this.tenue = tenue;
        this.journal = journal;
        this.transaction = transaction;
    }

    @GetMapping
    ModelAndView list(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @RequestParam(defaultValue = "") String fait,
            @RequestParam @Nullable UUID membre) {
        var shown = membre == null
                ? page
                : page.with(Erreurs.of("classe-" + membre, t("Choisissez d’abord la classe.")), HttpStatus.OK.value());
        return page(shown, utilisateur, ecole, MembreForm.EMPTY, fait(fait));
    }

    @PostMapping
    ModelAndView add(Page page, Utilisateur utilisateur, @PathVariable UUID ecole, @ModelAttribute MembreForm form) {
        visible(utilisateur, ecole);
        var erreurs = form.erreurs();
        if (erreurs.isEmpty() && form.autre().isEmpty() && lecture.named(ecole, form)) {
            erreurs.add(
                    "autre",
                    t(
                            "{0} {1} est déjà dans l’équipe. Si c’est une autre personne du même nom, cochez cette case et ajoutez de nouveau.",
                            form.prenom(), form.nom()));
        }
        if (!erreurs.isEmpty()) {
            return page(page.with(erreurs), utilisateur, ecole, form, "");
        }
        transaction.executeWithoutResult(_ -> {
            var id = saisies.addPersonnel(
                    ecole,
                    form.civilite().isEmpty() ? null : form.civilite(),
                    form.prenom(),
                    form.nom(),
                    form.fonction());
            record(ActeAnnuaire.PERSONNEL_AJOUTE, id, ecole, utilisateur);
        });
        return done(ecole, "ajout");
    }

    @PostMapping("/{personnel}/fin")
    ModelAndView end(Utilisateur utilisateur, @PathVariable UUID ecole, @PathVariable UUID personnel) {
        visible(utilisateur, ecole);
        var ended = transaction.execute(_ -> {
            boolean there = saisies.endPersonnel(ecole, personnel);
            if (there) {
                tenue.endAll(ecole, personnel, utilisateur);
                record(ActeAnnuaire.PERSONNEL_RETIRE, personnel, ecole, utilisateur);
            }
            return there;
        });
        if (!Boolean.TRUE.equals(ended)) {
            throw new Introuvable();
        }
        return done(ecole, "fin");
    }

    private String visible(Utilisateur utilisateur, UUID ecole) {
        return lecture.ecole(ecole, utilisateur.is(Profil.ADMINISTRATEUR) ? null : utilisateur.personneId())
                .orElseThrow(Introuvable::new);
    }

    private void record(ActeAnnuaire acte, UUID personnel, UUID ecole, Utilisateur utilisateur) {
        journal.record(Fait.of(acte, personnel).by(utilisateur.compteId()).inEcole(ecole));
    }

    private ModelAndView page(Page page, Utilisateur utilisateur, UUID ecole, MembreForm form, String fait) {
        var nom = visible(utilisateur, ecole);
        var membres = lecture.membres(ecole);
        boolean region = utilisateur.is(Profil.ADMINISTRATEUR);
        return page.titled(region ? t("L’équipe de l’école") : t("Mon équipe"))
                .view(
                        "annuaire/saisies/equipe",
                        Map.of(
                                "ecole",
                                ecole,
                                "nom",
                                nom,
                                "membres",
                                membres,
                                "classes",
                                lecture.classes(ecole, membres.values()),
                                "remplacements",
                                remplacements.of(ecole, page.aujourdhui()),
                                "form",
                                form,
                                "fait",
                                fait));
    }

    private static ModelAndView done(UUID ecole, String fait) {
        return Adresse.go("/annuaire/ecoles/{ecole}/equipe?fait={fait}", ecole, fait);
    }

    /// What was just done, in words; empty where nothing was.
    private static String fait(String fait) {
        return switch (fait) {
            case "ajout" -> t("C’est fait : cette personne est dans l’équipe. Redonnez-lui maintenant un accès.");
            case "fin" -> t("C’est fait : cette personne ne travaille plus ici, et n’entre plus pour cette école.");
            case "rattachee" -> t("C’est fait : la classe et ses élèves apparaissent sur sa page.");
            case "remplacement" -> t("C’est fait : la classe est confiée pour ces jours. Cela finira tout seul.");
            case "remplacement-fini" -> t("C’est fait : ce remplacement est fini.");
            case "detachee" -> t("C’est fait : la classe n’est plus sur sa page.");
            default -> "";
        };
    }
}
