package fr.entecole.conventions;

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

/// The tab of the commune’s people who have conventions to follow; the region, whose five tabs are taken, comes from
/// its home.
@Component
class OngletsConventions implements OngletsOfferts {

    private static final String CONVENTIONS = "conventions";

    @Bean
    static ServiceMesure mesureConventions() {
        return new ServiceMesure(CONVENTIONS, Service.SERVICE_COLLECTIVITE);
    }

    @Override
    public List<Onglet> onglets(Utilisateur utilisateur) {
        return utilisateur.is(Profil.REFERENT_VILLE, Profil.MAIRE, Profil.FINANCES)
                ? List.of(new Onglet(CONVENTIONS, 30, t("Conventions"), "/conventions", "convention"))
                : List.of();
    }
}
