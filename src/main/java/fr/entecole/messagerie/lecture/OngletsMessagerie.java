package fr.entecole.messagerie.lecture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.messagerie.Acces;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.OngletsOfferts;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// « Messages », for whoever has a box.
@Component
class OngletsMessagerie implements OngletsOfferts {

    @Bean
    static ServiceMesure mesureMessagerie() {
        return new ServiceMesure("messagerie", Service.COURRIER_ELECTRONIQUE);
    }

    @Override
    public List<Onglet> onglets(Utilisateur utilisateur) {
        return Acces.of(utilisateur).hasBox() && !utilisateur.ecoles().isEmpty()
                ? List.of(new Onglet("messagerie", 32, t("Messages"), "/messagerie", "enveloppe"))
                : List.of();
    }
}
