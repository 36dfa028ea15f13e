package fr.entecole.comptes.portes;

import fr.entecole.annuaire.Petits;
import fr.entecole.annuaire.Petits.Classe;
import fr.entecole.annuaire.Petits.Petit;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.appareils.ClasseOuverte;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lets a child of an open class in: one who does not read yet, of that class, today.
@Component
class EntreeDesPetits {

    private static final String AU_REVOIR = "classe-au-revoir";

    private final Petits petits;
    private final Comptes comptes;
    private final Portier portier;
    private final Entree entree;

    EntreeDesPetits(Petits petits, Comptes comptes, Portier portier, Entree entree) {
        this.petits = petits;
        this.comptes = comptes;
        this.portier = portier;
        this.entree = entree;
    }

    Optional<Classe> classe(ClasseOuverte ouverte) {
        return petits.classe(ouverte.classe(), ouverte.personnel());
    }

    static Optional<Petit> find(Classe classe, UUID eleve) {
        return classe.petits().stream().filter(p -> p.id().equals(eleve)).findFirst();
    }

    Optional<UUID> compte(UUID eleve) {
        return comptes.ofPersonne(eleve);
    }

    /// @return the page to go to: a list on the screen may be a minute old, and is then shown anew
    String letIn(UUID eleve, HttpServletRequest request) {
        return compte(eleve)
                .map(compte -> portier.enterWithoutPassword(compte, request.getRemoteAddr(), "classe"))
                .map(answer -> switch (answer) {
                    case Portier.Entre entre -> entree.openChild(entre.compte(), request);
                    case Portier.Refuse _ -> "/classe";
                })
                .orElse("/classe");
    }

    /// The class's page says goodbye to who has just left, once.
    static void sayGoodbye(HttpSession session, UUID eleve) {
        session.setAttribute(AU_REVOIR, eleve.toString());
    }

    /// @return the pupil who has just left
    static Optional<UUID> takeGoodbye(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(AU_REVOIR) instanceof String eleve)) {
            return Optional.empty();
        }
        session.removeAttribute(AU_REVOIR);
        return Optional.of(UUID.fromString(eleve));
    }
}
