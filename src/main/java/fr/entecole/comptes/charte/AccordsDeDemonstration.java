package fr.entecole.comptes.charte;

import fr.entecole.comptes.Utilisateurs;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The named people of a demonstration have accepted their charter, so that one click shows their home.
@Component
public class AccordsDeDemonstration {

    private final Utilisateurs utilisateurs;
    private final Accords accords;

    AccordsDeDemonstration(Utilisateurs utilisateurs, Accords accords) {
        this.utilisateurs = utilisateurs;
        this.accords = accords;
    }

    public void accept(UUID compte) {
        utilisateurs.of(compte, null).ifPresent(accords::answerAll);
    }
}
