package fr.entecole.annuaire.saisies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.declarations.RaisonDuRetrait;
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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// An agent who was entered by mistake and never came is taken out, with the reason. Who has come leaves on a day.
@SousOnglet(OngletsAnnuaire.ANNUAIRE)
@Pour(Profil.ADMINISTRATEUR)
@Controller
@RequestMapping("/annuaire/agents/{id}/retrait")
class RetraitsController {

    private final LectureDesAgents lecture;
    private final Saisies saisies;
    private final List<Venues> venues;
    private final Journal journal;
    private final TransactionTemplate transaction;

    /// @param venues none where there are no accounts
    RetraitsController(
            LectureDesAgents lecture,
            Saisies saisies,
            List<Venues> venues,
            Journal journal,
            TransactionTemplate transaction) {
        this.lecture = lecture;
        this.saisies = saisies;
        this.venues = venues;
        this.journal = journal;
        this.transaction = transaction;
    }

    @GetMapping
    ModelAndView ask(Page page, @PathVariable UUID id) {
        return view(page, find(id), "");
    }

    @PostMapping
    ModelAndView remove(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String raison) {
        var agent = find(id);
        if (came(id).isPresent()) {
            var faute = t("Cette personne est déjà venue : écrivez plutôt son dernier jour.");
            return view(page.with(Erreurs.of("raison", faute), HttpStatus.CONFLICT.value()), agent, raison);
        }
        var said = RaisonDuRetrait.parse(raison);
        if (said.isEmpty()) {
            return view(page.with(Erreurs.of("raison", t("Choisissez pourquoi."))), agent, raison);
        }
        transaction.executeWithoutResult(_ -> {
            if (saisies.removeAgent(id, said.get())) {
                journal.record(Fait.of(ActeAnnuaire.AGENT_RETIRE, id)
                        .with(Map.of("raison", said.get().name()))
                        .by(utilisateur.compteId())
                        .ofRegion());
            }
        });
        return Adresse.go("/annuaire/agents?retrait=true");
    }

    private LectureDesAgents.Agent find(UUID id) {
        return lecture.one(id).orElseThrow(Introuvable::new);
    }

    private Optional<LocalDate> came(UUID id) {
        return venues.stream()
                .flatMap(told -> told.of(List.of(id)).values().stream())
                .findFirst();
    }

    private ModelAndView view(Page page, LectureDesAgents.Agent agent, String raison) {
        Map<String, Object> model = new HashMap<>();
        model.put("agent", agent);
        model.put("raison", raison);
        model.put("venue", came(agent.id()).orElse(null));
        return page.titled(t("Retirer cette personne")).view("annuaire/saisies/retrait", model);
    }
}
