package fr.entecole.liaison.formulaires;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.liaison.Mot;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A form is closed before its day: once, with a fact.
@Component
class Fermeture {

    private final Guichet guichet;
    private final Journal journal;
    private final Clock clock;

    Fermeture(Guichet guichet, Journal journal, Clock clock) {
        this.guichet = guichet;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public void close(Mot mot, UUID compte) {
        if (guichet.close(mot.id(), clock.instant())) {
            journal.record(Fait.of(ActeFormulaires.FORMULAIRE_FERME, mot.id())
                    .by(compte)
                    .inEcole(mot.ecoleId()));
        }
    }
}
