package fr.entecole.liaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Onglet;
import fr.entecole.socle.OngletsOfferts;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import org.springframework.stereotype.Component;

/// The notebook's tab: « Familles » for the school, « Mots » for a guardian.
@Component
class OngletsLiaison implements OngletsOfferts {

    private static final String LIAISON = "liaison";

    @Override
    public List<Onglet> onglets(Utilisateur utilisateur) {
        if (utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)) {
            return List.of(new Onglet(LIAISON, 15, t("Familles"), "/liaison", "groupe"));
        }
        return utilisateur.is(Profil.PARENT)
                ? List.of(new Onglet(LIAISON, 15, t("Mots"), "/liaison", "mot"))
                : List.of();
    }
}
