package fr.entecole.travaux;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the application does by itself, before the region's administrator: when, for how long, what it did, when again.
@Pour(Profil.ADMINISTRATEUR)
@Controller
class TravauxController {

    private final Travaux travaux;
    private final EnvoisContinus departs;
    private final Executions executions;
    private final Ordonnanceur ordonnanceur;
    private final Journal journal;
    private final Clock clock;

    TravauxController(
            Travaux travaux,
            EnvoisContinus departs,
            Executions executions,
            Ordonnanceur ordonnanceur,
            Journal journal,
            Clock clock) {
        this.travaux = travaux;
        this.departs = departs;
        this.executions = executions;
        this.ordonnanceur = ordonnanceur;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping("/travaux")
    ModelAndView list(Page page) {
        var due = ordonnanceur.due();
        var last = executions.last(travaux.all().stream().map(Travail::nom).toList()).stream()
                .collect(Collectors.toMap(Execution::travail, Function.identity()));
        var vues = travaux.all().stream()
                .map(travail -> new Vue(travail, last.get(travail.nom()), due.get(travail.nom())))
                .toList();
        // twenty lines alike, of which only what failed is worth a look
        var folded = vues.stream().collect(Collectors.partitioningBy(vue -> vue.folds()));
        return page.titled(t("Les travaux de l’ENT"))
                .view(
                        "travaux/travaux",
                        Map.of(
                                "vues",
                                folded.getOrDefault(false, List.of()),
                                "oublis",
                                folded.getOrDefault(true, List.of()),
                                "departs",
                                departs.read()));
    }

    /// @param demande whether a run has just been asked for, `non` when it already ran
    @GetMapping("/travaux/{nom}")
    ModelAndView show(Page page, @PathVariable String nom, @RequestParam(defaultValue = "") String demande) {
        var travail = travaux.find(nom).orElseThrow(Introuvable::new);
        var runs = executions.of(nom);
        var vue = new Vue(
                travail,
                runs.isEmpty() ? null : runs.getFirst(),
                ordonnanceur.due().get(nom));
        return page.titled(travail.phrase())
                .view(
                        "travaux/travail",
                        Map.of(
                                "vue",
                                vue,
                                "executions",
                                runs,
                                "demande",
                                demande,
                                "attend",
                                vue.attend(clock.instant())));
    }

    @PostMapping("/travaux/{nom}/lancer")
    ModelAndView ask(Utilisateur utilisateur, @PathVariable String nom) {
        var travail = travaux.find(nom).orElseThrow(Introuvable::new);
        boolean asked = ordonnanceur.ask(travail);
        if (asked) {
            journal.record(Fait.of(ActeTravaux.TRAVAIL_DEMANDE, nom)
                    .by(utilisateur.compteId())
                    .ofRegion());
        }
        return Adresse.go("/travaux/{nom}?demande={demande}", nom, asked ? "oui" : "non");
    }
}
