package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Ecole;
import fr.entecole.conventions.Annees;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.LettresAuxCommunes;
import fr.entecole.conventions.ListesDesIen;
import fr.entecole.conventions.Propositions;
import fr.entecole.conventions.recherche.CommunesCherchees;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A référent ville says which schools, who signs, whom to write to: once a year, from what was said the year before.
@Pour(Profil.REFERENT_VILLE)
@Controller
class DeclarationController {

    private final EcolesDesCommunes ecoles;
    private final LectureDesConventions lecture;
    private final Conventions conventions;
    private final LettresAuxCommunes lettres;
    private final Annees annees;
    private final Propositions propositions;
    private final ListesDesIen listes;
    private final CommunesCherchees communes;
    private final DeclarationProposee proposee;

    DeclarationController(
            EcolesDesCommunes ecoles,
            LectureDesConventions lecture,
            Conventions conventions,
            LettresAuxCommunes lettres,
            Annees annees,
            Propositions propositions,
            ListesDesIen listes,
            CommunesCherchees communes,
            DeclarationProposee proposee) {
        this.proposee = proposee;
        this.ecoles = ecoles;
        this.propositions = propositions;
        this.listes = listes;
        this.communes = communes;
        this.lecture = lecture;
        this.conventions = conventions;
        this.lettres = lettres;
        this.annees = annees;
    }

    @GetMapping("/conventions/declaration")
    ModelAndView write(Page page, Utilisateur utilisateur, @RequestParam int annee) {
        var insee = insee(utilisateur);
        var schools = ecoles.of(insee);
        var liste = listes.of(insee, annee);
        return form(
                page,
                annee,
                proposee.of(insee, annee, schools, page.aujourdhui()).listed(liste),
                schools,
                liste);
    }

    @PostMapping("/conventions/declaration")
    ModelAndView declare(
            Page page, Utilisateur utilisateur, @RequestParam int annee, @ModelAttribute DeclarationForm typed) {
        var insee = insee(utilisateur);
        var proposed = ecoles.of(insee);
        var liste = listes.of(insee, annee);
        var form = typed.listed(liste);
        var erreurs = form.erreurs(liste.isEmpty() ? parametres(annee, page).beaucoup() : 0);
        var payeurs = communes.all(form.autresPayeurs(), "payeurs", erreurs);
        var chosen =
                proposed.stream().filter(e -> form.ecole().contains(e.id())).toList();
        if (chosen.size() != form.ecole().size()) {
            erreurs.add("ecole", t("Une des écoles n’est plus dans la commune. Choisissez de nouveau."));
        }
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), annee, form, proposed, liste);
        }
        return conventions
                .declare(
                        utilisateur,
                        insee,
                        annee,
                        form.declaration(),
                        chosen.stream().map(Conventions::inscrite).toList())
                .map(id -> {
                    propositions.propose(insee, annee, form.declaration(), payeurs);
                    lecture.one(id).ifPresent(lettres::declared);
                    return Adresse.go("/conventions/{id}?fait=declaree", id);
                })
                .orElseGet(() -> form(
                        page.with(
                                Erreurs.of(
                                        "ecole",
                                        t(
                                                "La convention de cette année est déjà transmise\u00a0: sa liste change par un avenant."))),
                        annee,
                        form,
                        proposed,
                        liste));
    }

    private ModelAndView form(Page page, int annee, DeclarationForm form, List<Ecole> proposed, List<UUID> liste) {
        return page.titled(t("Déclarer les écoles"))
                .view(
                        "conventions/commune/declaration",
                        Map.of(
                                "form",
                                form,
                                "ecoles",
                                proposed,
                                "parametres",
                                parametres(annee, page),
                                "liste",
                                !liste.isEmpty()));
    }

    /// Of a year that the region has published and that is not over.
    private Parametres parametres(int annee, Page page) {
        return annees.of(annee)
                .map(Annees.Version::parametres)
                .filter(p -> !p.fin().isBefore(page.aujourdhui()))
                .orElseThrow(Introuvable::new);
    }

    private static String insee(Utilisateur utilisateur) {
        return Optional.ofNullable(utilisateur.commune()).orElseThrow(Introuvable::new);
    }
}
