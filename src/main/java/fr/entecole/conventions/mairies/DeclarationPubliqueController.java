package fr.entecole.conventions.mairies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Commune;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Ecole;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.ListesDesIen;
import fr.entecole.conventions.commune.DeclarationForm;
import fr.entecole.conventions.commune.DeclarationProposee;
import fr.entecole.conventions.recherche.CommunesCherchees;
import fr.entecole.conventions.recherche.EnvoisSansCompte;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The declaration of a town hall that has no account: its commune, its schools, who signs; a letter goes on.
@Ouvert
@Controller
class DeclarationPubliqueController {

    private final CommunesCherchees communes;
    private final EcolesDesCommunes ecoles;
    private final ListesDesIen listes;
    private final DeclarationsAnnoncees annonces;
    private final DeclarationProposee proposee;
    private final EnvoisSansCompte passages;

    DeclarationPubliqueController(
            CommunesCherchees communes,
            EcolesDesCommunes ecoles,
            ListesDesIen listes,
            DeclarationsAnnoncees annonces,
            DeclarationProposee proposee,
            EnvoisSansCompte passages) {
        this.proposee = proposee;
        this.communes = communes;
        this.ecoles = ecoles;
        this.listes = listes;
        this.annonces = annonces;
        this.passages = passages;
    }

    @GetMapping("/conventions/declarer/{insee}/{annee}")
    ModelAndView write(Page page, @PathVariable String insee, @PathVariable int annee) {
        var commune = commune(insee);
        var proposed = ecoles.of(insee);
        var ticked = proposee.ticked(insee, annee, proposed, page.aujourdhui());
        var liste = listes.of(insee, annee);
        return form(
                page,
                commune,
                year(annee),
                DeclarationForm.first(commune, ticked).listed(liste),
                proposed,
                liste);
    }

    @PostMapping("/conventions/declarer/{insee}/{annee}")
    ModelAndView declare(
            Page page,
            @PathVariable String insee,
            @PathVariable int annee,
            @ModelAttribute DeclarationForm typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var commune = commune(insee);
        var parametres = year(annee);
        var proposed = ecoles.of(insee);
        var liste = listes.of(insee, annee);
        var form = typed.listed(liste);
        var erreurs = form.erreurs(liste.isEmpty() ? parametres.beaucoup() : 0);
        var payeurs = communes.all(form.autresPayeurs(), "payeurs", erreurs);
        var chosen =
                proposed.stream().filter(e -> form.ecole().contains(e.id())).toList();
        if (chosen.size() != form.ecole().size()) {
            erreurs.add("ecole", t("Une des écoles n’est plus dans la commune. Choisissez de nouveau."));
        }
        if (annonces.isDeclared(insee, annee)) {
            erreurs.add(
                    "ecole",
                    t(
                            "Les écoles de cette commune sont déjà déclarées pour cette année\u00a0: sa référente ou son référent ville continue dans l’ENT."));
        }
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), commune, parametres, form, proposed, liste);
        }
        if (!passages.pass(request.getRemoteAddr())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(EnvoisSansCompte.HEURE.toSeconds()));
            return form(
                    page.with(
                            Erreurs.of(
                                    "courriel",
                                    t(
                                            "Trop de demandes viennent d’ici depuis une heure. Attendez un peu, puis renvoyez celle-ci.")),
                            HttpStatus.TOO_MANY_REQUESTS.value()),
                    commune,
                    parametres,
                    form,
                    proposed,
                    liste);
        }
        annonces.keep(
                insee,
                parametres,
                form.declaration(),
                chosen.stream().map(Conventions::inscrite).toList(),
                payeurs);
        return page.titled(t("Un courriel est parti"))
                .view(
                        "conventions/mairies/partie",
                        Map.of(
                                "commune",
                                commune,
                                "courriel",
                                form.courriel(),
                                "ecoles",
                                chosen,
                                "montant",
                                parametres.montant(chosen.size())));
    }

    private static ModelAndView form(
            Page page,
            Commune commune,
            Parametres parametres,
            DeclarationForm form,
            List<Ecole> proposed,
            List<UUID> liste) {
        return page.titled(t("Inscrire les écoles de {0}", commune.nom()))
                .view(
                        "conventions/mairies/declaration",
                        Map.of(
                                "commune",
                                commune,
                                "form",
                                form,
                                "ecoles",
                                proposed,
                                "parametres",
                                parametres,
                                "liste",
                                !liste.isEmpty()));
    }

    private Commune commune(String insee) {
        return ecoles.commune(insee).orElseThrow(Introuvable::new);
    }

    private Parametres year(int annee) {
        return annonces.open().stream()
                .filter(p -> p.annee() == annee)
                .findFirst()
                .orElseThrow(Introuvable::new);
    }
}
