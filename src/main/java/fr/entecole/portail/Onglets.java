package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Navigation;
import fr.entecole.socle.Page.Onglet;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import org.springframework.stereotype.Component;

/// The tabs of each profile: only places that exist; a profile with one place has no tabs.
@Component
class Onglets implements Navigation {

    @Override
    public List<Onglet> onglets(Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case ADMINISTRATEUR ->
                List.of(
                        new Onglet(t("Annuaire"), "/", "groupe", "/annuaire/(agents|personnes).*"),
                        new Onglet(t("Écoles"), "/annuaire/ecoles", "ecole"),
                        new Onglet(t("Comptes"), "/comptes/region", "cle", "/comptes.*"),
                        new Onglet(t("Imports"), "/annuaire/lots", "rafraichir"),
                        new Onglet(t("Journal"), "/journal", "historique"));
            case DIRECTEUR ->
                List.of(
                        new Onglet(t("École"), "/", "soleil", "/annuaire/ecoles/[^/]+/(equipe|signalements).*"),
                        new Onglet(
                                t("Classes"),
                                "/annuaire/classes",
                                "cahier",
                                "/annuaire/(eleves|demandes)/.*|/annuaire/ecoles/[^/]+/classes.*"),
                        new Onglet(t("Comptes"), "/comptes", "cle"),
                        new Onglet(t("Journal"), "/journal", "historique"));
            case ENSEIGNANT ->
                List.of(
                        new Onglet(t("Journée"), "/", "soleil"),
                        new Onglet(
                                t("Classe"),
                                "/annuaire/classes",
                                "cahier",
                                "/annuaire/eleves/.*|/comptes|/comptes/classes/.*|/classe/ouverture"));
            default -> List.of();
        };
    }
}
