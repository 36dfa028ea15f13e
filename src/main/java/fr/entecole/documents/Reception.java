package fr.entecole.documents;

import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// What a room's form sends: the ids that `_joindre.jte` put into it, and without JavaScript the files themselves. Both
/// become uploads to be given to [Documents#attach].
@Component
public class Reception {

    private final Depots depots;
    private final Documents documents;

    Reception(Depots depots, Documents documents) {
        this.depots = depots;
        this.documents = documents;
    }

    /// @param envoyes the ids that the form sends
    /// @param fichiers the files that it sends; one without a name nor bytes is none
    /// @param alternative what the pictures among them show; may be empty
    /// @throws DepotRefuse with what to tell the person; none of the files is then kept, what was sent before is
    public List<UUID> take(
            Utilisateur auteur,
            Collection<UUID> envoyes,
            Collection<? extends MultipartFile> fichiers,
            String alternative,
            Exigence exigence) {
        List<UUID> taken = new ArrayList<>();
        try {
            for (var fichier : fichiers) {
                if (fichier.isEmpty()
                        && Objects.requireNonNullElse(fichier.getOriginalFilename(), "")
                                .isEmpty()) {
                    continue;
                }
                if (fichier.getSize() > exigence.octets()) {
                    throw Contenus.tooLarge(exigence.octets());
                }
                var name = fichier.getOriginalFilename();
                taken.add(depots.receive(auteur, name == null ? "" : name, alternative, fichier));
            }
            var all = new ArrayList<>(envoyes);
            all.addAll(taken);
            check(auteur, all, exigence);
            return all;
        } catch (DepotRefuse e) {
            taken.forEach(id -> depots.cancel(auteur, id));
            throw e;
        }
    }

    private void check(Utilisateur auteur, List<UUID> all, Exigence exigence) {
        var found = documents.uploads(auteur, all);
        if (found.size() != all.size()) {
            throw new Introuvable();
        }
        for (var piece : found) {
            if (piece.octets() > exigence.octets()) {
                throw Contenus.tooLarge(exigence.octets());
            }
            if (!exigence.types().isEmpty() && !exigence.types().contains(piece.type())) {
                throw Contenus.otherKind();
            }
            if (!exigence.nom().isEmpty()) {
                depots.rename(auteur, piece.id(), exigence.nom());
            }
        }
    }
}
