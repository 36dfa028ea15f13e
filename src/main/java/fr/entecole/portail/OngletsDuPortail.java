package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Onglet;
import fr.entecole.socle.OngletsOfferts;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

@Component
class OngletsDuPortail implements OngletsOfferts {

    @Bean
    static ServiceMesure mesurePortail() {
        return new ServiceMesure("portail", Service.PAGE_ENT);
    }

    @Override
    public List<Onglet> onglets(Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case ADMINISTRATEUR -> List.of(new Onglet("journal", 50, t("Journal"), "/journal", "historique"));
            case ENSEIGNANT -> List.of(new Onglet(Onglet.JOURNEE, 10, t("Journée"), "/", "soleil"));
            default -> List.of();
        };
    }
}
