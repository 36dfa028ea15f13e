package fr.entecole.liaison.rendezvous;

import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.liaison.rendezvous.CarnetDeRendezVous.Demande;
import fr.entecole.liaison.rendezvous.Proposition.Prise;
import fr.entecole.liaison.rendezvous.TenueDesRendezVous.Ecole;
import fr.entecole.liaison.reponses.Reponses;
import fr.entecole.liaison.reponses.Reponses.Paire;
import fr.entecole.liaison.reponses.Reponses.Suite;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What families and the school do with meetings, with what the notebook's follow-up makes of it: who has a meeting has
/// answered, who has none any more has not.
@Component
class GestesDesRendezVous {

    private final CarnetDeRendezVous carnet;
    private final TenueDesRendezVous tenue;
    private final Reponses reponses;
    private final Clock clock;

    GestesDesRendezVous(CarnetDeRendezVous carnet, TenueDesRendezVous tenue, Reponses reponses, Clock clock) {
        this.carnet = carnet;
        this.tenue = tenue;
        this.reponses = reponses;
        this.clock = clock;
    }

    /// @param mot as they have read it
    @Transactional
    public Issue book(Utilisateur responsable, Mot mot, UUID eleve, UUID creneau) {
        var now = clock.instant();
        var refused = reponses.refuse(mot, now);
        if (refused.isPresent()) {
            return refused.get() == Suite.CORRIGE ? Issue.CORRIGE : Issue.DISPARU;
        }
        var issue = carnet.book(
                new Demande(
                        mot.id(),
                        creneau,
                        eleve,
                        responsable.personneId(),
                        responsable.personnes(),
                        responsable.personneId(),
                        false),
                now);
        if (issue.fait()) {
            reponses.record(mot, responsable, eleve, Sens.SIGNE, now);
        }
        return issue;
    }

    @Transactional
    public Issue giveUp(Utilisateur responsable, Mot mot, Prise prise) {
        var now = clock.instant();
        var issue = carnet.giveUp(mot.id(), prise.id(), responsable.personnes(), now);
        if (issue.fait()) {
            reponses.forget(mot, responsable, prise.eleve(), now);
        }
        return issue;
    }

    @Transactional
    public Issue bookFor(Utilisateur auteur, Mot mot, UUID creneau, UUID eleve, @Nullable UUID responsable) {
        var now = clock.instant();
        var issue = tenue.book(ecole(auteur, mot), creneau, eleve, responsable, now);
        if (issue.fait() && responsable != null) {
            reponses.tick(mot, auteur, List.of(new Paire(eleve, responsable)), Sens.SIGNE, now);
        }
        return issue;
    }

    @Transactional
    public Issue giveUpFor(Utilisateur auteur, Mot mot, @Nullable Prise prise) {
        if (prise == null) {
            return Issue.DISPARU;
        }
        var issue = tenue.giveUp(ecole(auteur, mot), prise.id(), clock.instant());
        forget(mot, prise, issue);
        return issue;
    }

    @Transactional
    public Issue move(Utilisateur auteur, Mot mot, @Nullable Prise prise, UUID vers) {
        return prise == null ? Issue.DISPARU : tenue.move(ecole(auteur, mot), prise.id(), vers, clock.instant());
    }

    @Transactional
    public Issue cancel(Utilisateur auteur, Mot mot, UUID creneau) {
        var cancelled = tenue.cancel(ecole(auteur, mot), creneau, clock.instant());
        cancelled.paire().ifPresent(paire -> reponses.forget(mot, paire, clock.instant()));
        return cancelled.issue();
    }

    static Ecole ecole(Utilisateur auteur, Mot mot) {
        return new Ecole(mot.id(), mot.ecoleId(), auteur.compteId(), auteur.personneId());
    }

    private void forget(Mot mot, Prise prise, Issue issue) {
        if (issue.fait() && prise.responsable() != null) {
            reponses.forget(mot, new Paire(prise.eleve(), prise.responsable()), clock.instant());
        }
    }
}
