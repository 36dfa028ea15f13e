package fr.entecole.liaison.reglements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.GenreDeMot;
import java.util.List;
import org.springframework.stereotype.Component;

/// « Règlement »: a text of the school to be read and signed; a correction that asks for answers again has it signed
/// again.
@Component
class GenreReglement implements GenreDeMot {

    @Override
    public String code() {
        return "REGLEMENT";
    }

    @Override
    public String nom() {
        return t("Règlement, charte, livret");
    }

    @Override
    public String precision() {
        return t("À lire et à signer, et à signer de nouveau s’il change");
    }

    @Override
    public String icone() {
        return "livre";
    }

    @Override
    public int ordre() {
        return 40;
    }

    @Override
    public List<Attendu> attendus() {
        return List.of(Attendu.SIGNATURE);
    }
}
