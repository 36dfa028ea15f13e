package fr.entecole.comptes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Onglet;
import fr.entecole.socle.OngletsOfferts;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import org.springframework.stereotype.Component;

/// Teachers have no tab of their own: their class's codes stand under the class.
@Component
public class OngletsComptes implements OngletsOfferts {

    public static final String COMPTES = "comptes";

    @Override
    public List<Onglet> onglets(Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case ADMINISTRATEUR -> List.of(new Onglet(COMPTES, 30, t("Comptes"), "/comptes/region", "cle"));
            case DIRECTEUR -> List.of(new Onglet(COMPTES, 30, t("Comptes"), "/comptes", "cle"));
            default -> List.of();
        };
    }
}
