package fr.entecole.annuaire.aaf;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Onglet;
import fr.entecole.socle.OngletsOfferts;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class OngletsAaf implements OngletsOfferts {

    @Override
    public List<Onglet> onglets(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR)
                ? List.of(new Onglet("imports", 40, t("Imports"), "/annuaire/lots", "rafraichir"))
                : List.of();
    }
}
