package fr.entecole.presences.familles;

import fr.entecole.documents.DepotRefuse;
import fr.entecole.documents.Documents;
import fr.entecole.documents.Exigence;
import fr.entecole.documents.PieceJointe;
import fr.entecole.documents.Reception;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// What a guardian joins to a reason.
@Component
class JointesAUneRaison {

    private static final String FICHIERS = "fichiers";

    private final Reception reception;
    private final Documents documents;

    JointesAUneRaison(Reception reception, Documents documents) {
        this.reception = reception;
        this.documents = documents;
    }

    /// @param erreurs to which a refusal is added
    List<UUID> take(
            Utilisateur utilisateur, List<UUID> depots, @Nullable List<MultipartFile> fichiers, Erreurs erreurs) {
        try {
            return reception.take(utilisateur, depots, fichiers == null ? List.of() : fichiers, "", Exigence.AUCUNE);
        } catch (DepotRefuse e) {
            erreurs.add(FICHIERS, e.phrase());
            return depots;
        }
    }

    /// @return none once they are attached
    Erreurs attach(Utilisateur utilisateur, UUID excuse, UUID ecole, List<UUID> pieces) {
        try {
            documents.attach(utilisateur, PiecesDesExcuses.SALLE, excuse, ecole, pieces);
            return new Erreurs();
        } catch (DepotRefuse e) {
            return Erreurs.of(FICHIERS, e.phrase());
        }
    }

    List<PieceJointe> shown(Utilisateur utilisateur, List<UUID> pieces) {
        return documents.uploads(utilisateur, pieces);
    }

    void withdraw(UUID excuse) {
        documents.withdraw(PiecesDesExcuses.SALLE, excuse);
    }
}
