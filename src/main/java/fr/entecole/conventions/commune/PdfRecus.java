package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.DepotRefuse;
import fr.entecole.documents.Documents;
import fr.entecole.documents.Exigence;
import fr.entecole.documents.PieceJointe;
import fr.entecole.documents.Reception;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Signed documents and acts, as PDF files, from the forms that bring them.
@Component
class PdfRecus {

    static final String FICHIERS = "fichiers";
    private static final long MOST = 20_000_000;

    private final Reception reception;
    private final Documents documents;

    PdfRecus(Reception reception, Documents documents) {
        this.reception = reception;
        this.documents = documents;
    }

    /// @param nom what the file is called from now on, without its ending
    /// @return uploads; what is wrong is added to the errors
    List<UUID> take(
            Utilisateur utilisateur,
            List<UUID> depots,
            @Nullable List<MultipartFile> fichiers,
            String nom,
            Erreurs erreurs) {
        try {
            var taken = reception.take(
                    utilisateur,
                    depots,
                    fichiers == null ? List.of() : fichiers,
                    "",
                    new Exigence(MOST, Set.of("application/pdf"), nom));
            if (taken.isEmpty()) {
                erreurs.add(FICHIERS, t("Joignez le document en PDF."));
            }
            return taken;
        } catch (DepotRefuse e) {
            erreurs.add(FICHIERS, t("{0} Le document attendu est un PDF de 20 Mo au plus.", e.phrase()));
            return e.with(depots);
        }
    }

    List<PieceJointe> shown(Utilisateur utilisateur, List<UUID> depots) {
        return documents.uploads(utilisateur, depots);
    }
}
