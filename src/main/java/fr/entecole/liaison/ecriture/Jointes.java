package fr.entecole.liaison.ecriture;

import fr.entecole.documents.DepotRefuse;
import fr.entecole.documents.Exigence;
import fr.entecole.documents.Reception;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// What a form sends to be attached.
@Component
class Jointes {

    static final String FICHIERS = "fichiers";

    private final Reception reception;

    Jointes(Reception reception) {
        this.reception = reception;
    }

    /// What was sent with the form is kept with what came before it, so that a form that comes back has lost nothing.
    List<UUID> take(
            Utilisateur utilisateur, List<UUID> depots, @Nullable List<MultipartFile> fichiers, Erreurs erreurs) {
        try {
            var files = fichiers == null ? List.<MultipartFile>of() : fichiers;
            return reception.take(utilisateur, depots, files, "", Exigence.AUCUNE);
        } catch (DepotRefuse e) {
            erreurs.add(FICHIERS, e.phrase());
            return e.with(depots);
        }
    }
}
