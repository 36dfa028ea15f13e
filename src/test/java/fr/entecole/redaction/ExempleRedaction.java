package fr.entecole.redaction;

import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;
import static fr.entecole.maison.Passant.RESPONSABLE;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import java.util.List;

/// What three people were typing. A draft has no address of its own: each finds theirs.
class ExempleRedaction implements ExempleDeModule {

    @Override
    public String module() {
        return "redaction";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        for (var passant : List.of(ENSEIGNANTE, DIRECTRICE, RESPONSABLE)) {
            monde.post(passant, "/redaction/brouillons", "lieu", "essai.nouveau", "champ.texte", "Bonjour à tous");
        }
    }
}
