package fr.entecole.annuaire.saisies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.ActeAnnuaire;
import fr.entecole.annuaire.OngletsAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The people of communes and of the académie, whom no feed carries: listed, entered, corrected, ended on a day.
@SousOnglet(OngletsAnnuaire.ANNUAIRE)
@Pour(Profil.ADMINISTRATEUR)
@Controller
@RequestMapping("/annuaire/agents")
class AgentsController {

    private static final int PAGE = 50;

    private final LectureDesAgents lecture;
    private final Saisies saisies;
    private final Journal journal;
    private final TransactionTemplate transaction;

    AgentsController(LectureDesAgents lecture, Saisies saisies, Journal journal, TransactionTemplate transaction) {
        this.lecture = lecture;
        this.saisies = saisies;
        this.journal = journal;
        this.transaction = transaction;
    }

    @GetMapping
    ModelAndView list(
            Page page,
            @RequestParam(defaultValue = "") String apres,
            @RequestParam(defaultValue = "false") boolean garde) {
        var found = lecture.page(apres, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return page.titled(t("Communes et académie"))
                .view(
                        "annuaire/saisies/agents",
                        Map.of(
                                "agents",
                                shown,
                                "garde",
                                garde,
                                "suite",
                                found.size() > PAGE ? shown.getLast().cle() : ""));
    }

    @GetMapping("/nouveau")
    ModelAndView add(Page page) {
        return form(page, "/annuaire/agents", AgentForm.EMPTY, Map.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView create(Page page, Utilisateur utilisateur, @ModelAttribute AgentForm form) {
        var communes = lecture.communes(AgentForm.typed(form.commune()));
        var errors = form.errors(communes);
        if (!errors.isEmpty()) {
            return form(page, "/annuaire/agents", form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        transaction.executeWithoutResult(
                _ -> record(ActeAnnuaire.AGENT_AJOUTE, saisies.addAgent(form.agent(communes)), utilisateur));
        return kept();
    }

    @GetMapping("/{id}")
    ModelAndView edit(Page page, @PathVariable UUID id) {
        var agent = lecture.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return form(page, "/annuaire/agents/" + id, agent.form(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/{id}")
    ModelAndView change(Page page, Utilisateur utilisateur, @PathVariable UUID id, @ModelAttribute AgentForm form) {
        if (lecture.one(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var communes = lecture.communes(AgentForm.typed(form.commune()));
        var errors = form.errors(communes);
        if (!errors.isEmpty()) {
            return form(page, "/annuaire/agents/" + id, form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        transaction.executeWithoutResult(_ -> {
            saisies.changeAgent(id, form.agent(communes));
            record(ActeAnnuaire.AGENT_MODIFIE, id, utilisateur);
        });
        return kept();
    }

    private void record(ActeAnnuaire acte, UUID agent, Utilisateur utilisateur) {
        journal.record(Fait.of(acte, agent).by(utilisateur.compteId()));
    }

    private static ModelAndView kept() {
        var view = new RedirectView("/annuaire/agents?garde=true");
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    private ModelAndView form(Page page, String action, AgentForm form, Map<String, String> errors, HttpStatus statut) {
        var view = page.titled(t("Une personne de commune ou d’académie"))
                .view(
                        "annuaire/saisies/agent",
                        Map.of(
                                "action",
                                action,
                                "form",
                                form,
                                "erreurs",
                                errors,
                                "circonscriptions",
                                lecture.circonscriptions()));
        view.setStatus(statut);
        return view;
    }
}
