package fr.entecole.liaison.formulaires;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.liaison.formulaires.Guichet.Envoi;
import fr.entecole.liaison.formulaires.Guichet.Suite;
import fr.entecole.liaison.reponses.Reponses;
import fr.entecole.liaison.reponses.Reponses.Paire;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A guardian sends a form: its answers are the form's, that they have answered is the notebook's, which follows it up
/// and never knows what.
@Component
class GestesDesFormulaires {

    private final Guichet guichet;
    private final Reponses reponses;
    private final Journal journal;
    private final Clock clock;

    GestesDesFormulaires(Guichet guichet, Reponses reponses, Journal journal, Clock clock) {
        this.guichet = guichet;
        this.reponses = reponses;
        this.journal = journal;
        this.clock = clock;
    }

    /// @param mot as they have read it
    /// @param eleves for whom it counts
    @Transactional
    public Suite answer(Utilisateur responsable, Mot mot, Envoi envoi, List<UUID> eleves) {
        var now = clock.instant();
        var refused = reponses.refuse(mot, now);
        if (refused.isPresent()) {
            return refused.get() == Reponses.Suite.CORRIGE ? Suite.CORRIGE : Suite.FERME;
        }
        var suite = guichet.answer(envoi, now);
        if (suite == Suite.ENREGISTRE) {
            eleves.forEach(eleve -> reponses.record(mot, responsable, eleve, Sens.SIGNE, now));
        }
        return suite;
    }

    /// What came back on paper, entered by who follows the mot: the follow-up says that it did.
    @Transactional
    public Suite answerFor(Utilisateur auteur, Mot mot, Envoi envoi, List<UUID> eleves) {
        var now = clock.instant();
        var suite = guichet.answer(envoi, now);
        if (suite == Suite.ENREGISTRE) {
            reponses.tick(
                    mot,
                    auteur,
                    eleves.stream()
                            .map(eleve -> new Paire(eleve, envoi.responsable()))
                            .toList(),
                    Sens.SIGNE,
                    now);
        }
        return suite;
    }

    /// Before its day: once, with a fact.
    @Transactional
    public void close(Mot mot, Utilisateur auteur) {
        if (guichet.close(mot.id(), clock.instant())) {
            record(ActeFormulaires.FORMULAIRE_FERME, mot, auteur);
        }
    }

    /// What leaves the ENT is kept by whoever has it: it is told in the journal.
    void taken(Mot mot, Utilisateur auteur) {
        record(ActeFormulaires.REPONSES_EMPORTEES, mot, auteur);
    }

    private void record(ActeFormulaires acte, Mot mot, Utilisateur auteur) {
        journal.record(Fait.of(acte, mot.id()).by(auteur.compteId()).inEcole(mot.ecoleId()));
    }
}
