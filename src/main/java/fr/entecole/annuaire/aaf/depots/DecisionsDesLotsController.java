package fr.entecole.annuaire.aaf.depots;

import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The region says what becomes of a held batch, and of schools that lost too many pupils at once.
@Pour(Profil.ADMINISTRATEUR)
@Controller
class DecisionsDesLotsController {

    private final DecisionsDesLots decisions;
    private final JdbcClient jdbc;

    DecisionsDesLotsController(DecisionsDesLots decisions, JdbcClient jdbc) {
        this.decisions = decisions;
        this.jdbc = jdbc;
    }

    /// @param decision `accepter`, which shows what would leave, then `confirmer`; or `ecarter`
    @PostMapping("/annuaire/lots/{id}/decision")
    ModelAndView decide(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String decision, Utilisateur utilisateur) {
        known(id);
        if (decision.equals("accepter") && waits(id)) {
            return Adresse.go("/annuaire/lots/{id}?decision=accepter", id);
        }
        return switch (decision) {
            case "accepter", "confirmer" ->
                decisions
                        .accept(id, utilisateur)
                        .map(DecisionsDesLotsController::follow)
                        .orElseGet(() -> already(id));
            case "ecarter" -> decisions.reject(id, utilisateur) ? taken(id) : already(id);
            default -> throw new Introuvable();
        };
    }

    /// @param decision `accepter` lets their people go, `garder` keeps them
    @PostMapping("/annuaire/lots/{id}/departs")
    ModelAndView decideDepartures(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") List<UUID> ecole,
            Utilisateur utilisateur) {
        known(id);
        if (ecole.isEmpty()) {
            return Adresse.go("/annuaire/lots/{id}?decision=aucune", id);
        }
        return switch (decision) {
            case "accepter" ->
                decisions
                        .acceptDepartures(id, ecole, utilisateur)
                        .map(DecisionsDesLotsController::follow)
                        .orElseGet(() -> already(id));
            case "garder" -> decisions.keepPeople(id, ecole, utilisateur) ? taken(id) : already(id);
            default -> throw new Introuvable();
        };
    }

    private boolean waits(UUID lot) {
        return jdbc.sql("select etat = 'held' and decision is null from annuaire.lot where id = :id")
                .param("id", lot)
                .query(Boolean.class)
                .single();
    }

    private void known(UUID lot) {
        if (jdbc.sql("select count(*) from annuaire.lot where id = :id")
                        .param("id", lot)
                        .query(Long.class)
                        .single()
                == 0) {
            throw new Introuvable();
        }
    }

    private static ModelAndView follow(UUID depot) {
        return Adresse.go("/annuaire/lots/depots/{id}", depot);
    }

    private static ModelAndView taken(UUID lot) {
        return Adresse.go("/annuaire/lots/{id}?decision=prise", lot);
    }

    private static ModelAndView already(UUID lot) {
        return Adresse.go("/annuaire/lots/{id}?decision=deja", lot);
    }
}
