package fr.entecole.comptes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Onglet;
import fr.entecole.socle.OngletsOfferts;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Teachers have no tab of their own: their class's codes stand under the class.
@Component
public class OngletsComptes implements OngletsOfferts {

    @Bean
    static ActiviteDeclaree activiteComptes() {
        return ActiviteDeclaree.of(
                "comptes",
                () -> new Activite(
                        t("Comptes et accès"),
                        t("Faire entrer chaque personne, et elle seule, dans ce qui la concerne."),
                        Base.MISSION,
                        t("Élèves, responsables, équipes, agents des communes et de l’académie"),
                        t("La personne, et qui lui remet un accès")));
    }

    @Bean
    static ServiceMesure mesureComptes() {
        return new ServiceMesure("comptes", Service.PAGE_ENT);
    }

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
