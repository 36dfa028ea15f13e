package fr.entecole.annuaire.declarations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Onglet;
import fr.entecole.socle.OngletsOfferts;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// The tabs of the directory, and those homes that are the directory's: a school's, the region's.
@Component
public class OngletsAnnuaire implements OngletsOfferts {

    @Bean
    static ServiceMesure mesureAnnuaire() {
        return new ServiceMesure("annuaire", Service.PAGE_ENT);
    }

    public static final String ANNUAIRE = "annuaire";
    public static final String ECOLE = "ecole";
    public static final String ECOLES = "ecoles";
    public static final String CLASSE = "classe";
    public static final String CLASSES = "classes";

    @Override
    public List<Onglet> onglets(Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case ADMINISTRATEUR ->
                List.of(
                        new Onglet(ANNUAIRE, 10, t("Annuaire"), "/", "groupe"),
                        new Onglet(ECOLES, 20, t("Écoles"), "/annuaire/ecoles", "ecole"),
                        new Onglet("imports", 40, t("Imports"), "/annuaire/lots", "rafraichir"));
            case DIRECTEUR ->
                List.of(
                        new Onglet(ECOLE, 10, t("École"), "/", "soleil"),
                        new Onglet(CLASSES, 20, t("Classes"), "/annuaire/classes", "cahier"));
            case ENSEIGNANT ->
                utilisateur.ecoles().isEmpty()
                        ? List.of() // a replacement of no school has no class to say theirs
                        : List.of(new Onglet(CLASSE, 20, t("Classe"), "/annuaire/classes", "cahier"));
            default -> List.of();
        };
    }
}
