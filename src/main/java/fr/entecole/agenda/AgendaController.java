package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.papier.TableauImprime;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.langue.Langue;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The agenda as each reads it: a month as a list or a grid, a week, a month on paper.
@Pour({Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
@SousOnglet({AgendaTuile.AGENDA, Onglet.JOURNEE, OngletsAnnuaire.ECOLE})
@Controller
class AgendaController {

    private final CompositionDeLAgenda composition;
    private final Imprimerie imprimerie;

    AgendaController(CompositionDeLAgenda composition, Imprimerie imprimerie) {
        this.composition = composition;
        this.imprimerie = imprimerie;
    }

    /// @param vue `liste`, `mois`, `semaine`
    /// @param jour a day of what is shown, or a month: `2026-12-03`, `2026-12`
    /// @param enfant one of a guardian's children
    /// @param fait what was just done: `annule`
    @GetMapping("/agenda")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String vue,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(required = false) @Nullable UUID enfant,
            @RequestParam(defaultValue = "") String fait) {
        var today = page.aujourdhui();
        var petits = Registre.of(utilisateur).petits();
        var periode = Periode.of(petits ? "semaine" : vue, petits ? "" : jour, today);
        var mine = own(utilisateur, enfant);
        var agenda = Langue.FRANCAIS.call(() -> composition.of(utilisateur, periode, mine, today)); // as its page
        Map<String, Object> parametres = new HashMap<>(Map.of(
                "agenda",
                agenda,
                "ecrit",
                EvenementAccess.of(utilisateur).publishesSomewhere(),
                "dirige",
                !Perimetre.of(utilisateur).ecolesDirected().isEmpty(),
                "eleve",
                utilisateur.is(Profil.ELEVE),
                "fait",
                fait));
        return page.titled(t("Agenda, {0}", periode.titre()))
                .view(petits ? "agenda/agenda-petits" : "agenda/agenda", parametres);
    }

    private static @Nullable UUID own(Utilisateur utilisateur, @Nullable UUID enfant) {
        if (enfant != null && !Perimetre.of(utilisateur).enfants().contains(enfant)) {
            throw new Introuvable();
        }
        return enfant;
    }

    /// A month on paper, as its list is on the screen.
    @HorsEnvoi
    @PostMapping("/agenda/impression")
    @Nullable
    ModelAndView print(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(required = false) @Nullable UUID enfant,
            HttpServletResponse response)
            throws IOException {
        own(utilisateur, enfant);
        Map<String, String> champs =
                enfant == null ? Map.of("jour", jour) : Map.of("jour", jour, "enfant", enfant + "");
        var attente = new Attente(champs, "", "/agenda", t("Retour à l’agenda"));
        return imprimerie.print(page, attente, response, () -> {
            var periode = Periode.of("liste", jour, page.aujourdhui());
            var agenda = composition.of(utilisateur, periode, enfant, page.aujourdhui());
            try (var tirage = imprimerie.open(response, "agenda-" + periode.debut())) {
                tirage.add(List.of(sheet(agenda, page).feuillet()));
                tirage.finish();
            }
            return null;
        });
    }

    private static TableauImprime sheet(AgendaAffiche agenda, Page page) {
        List<List<String>> lignes = new ArrayList<>();
        for (var jour : agenda.jours()) {
            for (var entree : jour.entrees()) {
                var titre = entree.annulee() ? t("Annulé\u00a0: {0}", entree.titre()) : entree.titre();
                lignes.add(List.of(
                        Horaires.alone(Dates.jour(jour.jour())),
                        entree.quand(),
                        titre,
                        Stream.of(entree.qui(), entree.lieu())
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining("\n"))));
            }
        }
        return new TableauImprime(
                t("Agenda, {0}", agenda.periode().titre()),
                page.lieu(),
                lignes.isEmpty() ? t("Rien n’est prévu ce mois-ci.") : "",
                List.of(t("Jour"), t("Quand"), t("Quoi"), t("Pour qui, où")),
                lignes);
    }
}
