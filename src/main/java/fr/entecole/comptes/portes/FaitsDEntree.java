package fr.entecole.comptes.portes;

import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.appareils.ChezSoi;
import fr.entecole.comptes.appareils.ClasseOuverte;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the journal keeps of stays that open and end.
@Component
class FaitsDEntree {

    private final Journal journal;
    private final Utilisateurs utilisateurs;

    FaitsDEntree(Journal journal, Utilisateurs utilisateurs) {
        this.journal = journal;
        this.utilisateurs = utilisateurs;
    }

    void opened(ClasseOuverte classe) {
        journal.record(of(ActeComptes.CLASSE_OUVERTE, classe)
                .with(Map.of("fin", classe.fin().toString())));
    }

    void closed(ClasseOuverte classe) {
        journal.record(of(ActeComptes.CLASSE_FERMEE, classe));
    }

    void opened(ChezSoi chezSoi) {
        journal.record(of(ActeComptes.PAGE_ENFANT_OUVERTE, chezSoi));
    }

    void givenBack(ChezSoi chezSoi) {
        journal.record(of(ActeComptes.PAGE_ENFANT_RENDUE, chezSoi));
    }

    void left(UUID compte, String adresse) {
        journal.record(Fait.of(ActeComptes.DECONNEXION, compte)
                .by(compte)
                .inEcoles(utilisateurs.ecoles(compte))
                .from(adresse));
    }

    private Fait of(ActeComptes acte, ChezSoi chezSoi) {
        return Fait.of(acte, chezSoi.enfant())
                .by(chezSoi.responsable())
                .inEcoles(utilisateurs.ecoles(chezSoi.enfant()));
    }

    private static Fait of(ActeComptes acte, ClasseOuverte classe) {
        return Fait.of(acte, classe.classe()).by(classe.compte()).inEcole(classe.ecole());
    }
}
