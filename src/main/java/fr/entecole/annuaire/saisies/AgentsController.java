package fr.entecole.annuaire.saisies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Tranche;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The people of communes and of the académie, whom no feed carries: listed, entered, corrected, ended on a day.
@SousOnglet(OngletsAnnuaire.ANNUAIRE)
@Pour(Profil.ADMINISTRATEUR)
@Controller
@RequestMapping("/annuaire/agents")
class AgentsController {

    private static final int PAGE = 50;

    /// Days: who left is sometimes said afterwards.
    private static final int BACK = 30;

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
            @RequestParam(required = false) @Nullable UUID garde,
            @RequestParam(defaultValue = "false") boolean retrait) {
        var qui = garde == null
                ? ""
                : lecture.one(garde).map(LectureDesAgents.Agent::nomComplet).orElse("");
        var fait = retrait
                ? t("C’est fait : cette personne est retirée, et n’entrera pas.")
                : qui.isEmpty() ? "" : t("C’est enregistré : {0}.", qui);
        var agents = Tranche.read(PAGE, most -> lecture.page(apres, most), LectureDesAgents.Agent::cle);
        return page.titled(t("Communes et académie"))
                .view("annuaire/saisies/agents", Map.of("agents", agents, "fait", fait));
    }

    @GetMapping("/nouveau")
    ModelAndView add(Page page) {
        return form(page.titled(t("Une personne de commune ou d’académie")), "/annuaire/agents", AgentForm.EMPTY);
    }

    @PostMapping
    ModelAndView create(Page page, Utilisateur utilisateur, @ModelAttribute AgentForm form) {
        var communes = lecture.communes(AgentForm.typed(form.commune()));
        var erreurs = form.erreurs(communes);
        form.day(erreurs, page.aujourdhui(), null);
        if (erreurs.isEmpty() && AgentForm.typed(form.autre()).isEmpty()) {
            lecture.alike(form, page.aujourdhui())
                    .ifPresent(agent -> erreurs.add(
                            "autre",
                            t(
                                    "{0} est déjà là : {1}, {2}. Si c’est une autre personne, cochez cette case et enregistrez de nouveau.",
                                    agent.nomComplet(), agent.qui(), agent.lieu(page.region()))));
        }
        if (!erreurs.isEmpty()) {
            var again = page.titled(t("Une personne de commune ou d’académie")).with(erreurs);
            return form(again, "/annuaire/agents", form);
        }
        var id = Objects.requireNonNull(transaction.execute(_ -> {
            var added = saisies.addAgent(form.agent(communes));
            record(Fait.of(ActeAnnuaire.AGENT_AJOUTE, added), utilisateur);
            return added;
        }));
        return kept(id);
    }

    @GetMapping("/{id}")
    ModelAndView edit(Page page, @PathVariable UUID id) {
        var agent = lecture.one(id).orElseThrow(Introuvable::new);
        return form(
                page.titled(agent.nomComplet()),
                "/annuaire/agents/" + id,
                agent.form().seen(agent.vu()));
    }

    @PostMapping("/{id}")
    ModelAndView change(Page page, Utilisateur utilisateur, @PathVariable UUID id, @ModelAttribute AgentForm form) {
        var agent = lecture.one(id).orElseThrow(Introuvable::new);
        var communes = lecture.communes(AgentForm.typed(form.commune()));
        var erreurs = form.erreurs(communes);
        form.day(erreurs, page.aujourdhui().minusDays(BACK), agent.fin());
        if (erreurs.isEmpty()) {
            erreurs = form.meanwhile(agent);
        }
        if (!erreurs.isEmpty()) {
            var again = page.titled(agent.nomComplet()).with(erreurs);
            return form(again, "/annuaire/agents/" + id, form.seen(agent.vu()));
        }
        var after = form.agent(communes);
        var changed = AgentForm.changed(agent.saisie(), after);
        if (!changed.isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                saisies.changeAgent(id, after);
                record(Fait.of(ActeAnnuaire.AGENT_MODIFIE, id).with(Map.of("raison", changed)), utilisateur);
            });
        }
        return kept(id);
    }

    private void record(Journal.Brouillon fait, Utilisateur utilisateur) {
        journal.record(fait.by(utilisateur.compteId()).ofRegion());
    }

    private static ModelAndView kept(UUID id) {
        return Adresse.go("/annuaire/agents?garde={id}", id);
    }

    private ModelAndView form(Page page, String action, AgentForm form) {
        return page.view(
                "annuaire/saisies/agent",
                Map.of("action", action, "form", form, "circonscriptions", lecture.circonscriptions()));
    }
}
