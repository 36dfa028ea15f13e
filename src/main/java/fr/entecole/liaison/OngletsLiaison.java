package fr.entecole.liaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Onglet;
import fr.entecole.socle.OngletsOfferts;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// The notebook's tab: « Familles » for the school, « Mots » for a guardian.
@Component
class OngletsLiaison implements OngletsOfferts {

    @Bean
    static ServiceMesure mesureLiaison() {
        return new ServiceMesure("liaison", Service.CAHIER_LIAISON);
    }

    private static final String LIAISON = "liaison";

    @Override
    public List<Onglet> onglets(Utilisateur utilisateur) {
        if (utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)) {
            boolean nowhere =
                    !MotAccess.of(utilisateur).publishesSomewhere() && LectureDesMots.worksIn(utilisateur).length == 0;
            return nowhere ? List.of() : List.of(new Onglet(LIAISON, 15, t("Familles"), "/liaison", "groupe"));
        }
        return utilisateur.is(Profil.PARENT)
                ? List.of(new Onglet(LIAISON, 15, t("Mots"), "/liaison", "mot"))
                : List.of();
    }
}
