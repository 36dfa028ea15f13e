package fr.entecole.comptes.activation;

import fr.entecole.annuaire.Nature;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.codes.Codes;
import fr.entecole.comptes.codes.Codes.Remis;
import fr.entecole.comptes.motsdepasse.MotDePasseChoisi;
import fr.entecole.comptes.motsdepasse.MotsDePasse;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens an account with the code of a sheet: the code is taken, the account's others are void, the password is set and
/// whoever was in is out. Of two at once, one.
@Component
class Activation {

    private final Codes codes;
    private final Comptes comptes;
    private final MotsDePasse motsDePasse;
    private final Utilisateurs utilisateurs;
    private final Journal journal;

    Activation(Codes codes, Comptes comptes, MotsDePasse motsDePasse, Utilisateurs utilisateurs, Journal journal) {
        this.codes = codes;
        this.comptes = comptes;
        this.motsDePasse = motsDePasse;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
    }

    /// Whether a family's code would open what is also somebody's work: the school's teacher hands families' codes, and
    /// is not to come in as a colleague.
    boolean opensWork(Remis remis) {
        return remis.active()
                && remis.nature() == Nature.RESPONSABLE
                && comptes.behind(remis.compte()).stream().anyMatch(c -> c.nature() != Nature.RESPONSABLE);
    }

    /// @param choisi the password, hashed beforehand
    /// @return false when the code was used or voided meanwhile
    @Transactional
    public boolean open(Remis remis, MotDePasseChoisi choisi, String adresse) {
        if (!codes.use(remis)) {
            return false;
        }
        journal.record(Fait.of(ActeComptes.CODE_UTILISE, remis.compte())
                .by(remis.compte())
                .from(adresse)
                .inEcoles(utilisateurs.ecoles(remis.compte())));
        motsDePasse.set(remis.compte(), choisi, adresse);
        return true;
    }
}
