package fr.entecole.documents;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.multipart.MultipartFile;

/// What a room's form sends: the ids that `_joindre.jte` put into it, and without JavaScript the files themselves. Both
/// become uploads to be given to [Documents#attach].
@Component
public class Reception {

    /// Of one thing at once: a page with more is read by nobody.
    static final int MOST = 20;

    /// Of `_joindre.jte`: the words of all pictures that come with the form, and `_montre.<id>` those of one.
    private static final String MONTRE = "_montre";

    private final Depots depots;
    private final Documents documents;

    Reception(Depots depots, Documents documents) {
        this.depots = depots;
        this.documents = documents;
    }

    /// @param envoyes the ids that the form sends
    /// @param fichiers the files that it sends; one without a name nor bytes is none
    /// @param alternative what the pictures among them show; may be empty, the component's own fields then say it
    /// @throws DepotRefuse with what to tell the person, of each file by its name; those beside it are kept, and are
    ///     found again by [DepotRefuse#with]
    public List<UUID> take(
            Utilisateur auteur,
            Collection<UUID> envoyes,
            Collection<? extends MultipartFile> fichiers,
            String alternative,
            Exigence exigence) {
        envoyes.forEach(id -> described(id).ifPresent(words -> depots.describe(auteur, id, words)));
        var words = alternative.isEmpty() ? field(MONTRE).orElse("") : alternative;
        List<UUID> taken = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        int statut = 0;
        for (var fichier : fichiers) {
            var name = Objects.requireNonNullElse(fichier.getOriginalFilename(), "");
            if (fichier.isEmpty() && name.isEmpty()) {
                continue;
            }
            try {
                if (fichier.getSize() > exigence.octets()) {
                    throw Contenus.tooLarge(exigence.octets());
                }
                taken.add(checked(auteur, depots.receive(auteur, name, words, fichier), exigence));
            } catch (DepotRefuse e) {
                refused.add(t("{0} : {1}", name, e.phrase()));
                statut = e.statut();
            }
        }
        if (!refused.isEmpty()) {
            throw new DepotRefuse(statut, String.join(" ", refused), taken);
        }
        if (envoyes.size() + taken.size() > MOST) {
            throw new DepotRefuse(
                    422,
                    t("C’est trop de fichiers à la fois : {0} au plus. Retirez-en, ou réunissez-les.", MOST),
                    taken);
        }
        var all = new ArrayList<>(envoyes);
        all.addAll(taken);
        check(auteur, all, exigence);
        return all;
    }

    private UUID checked(Utilisateur auteur, UUID id, Exigence exigence) {
        try {
            check(auteur, List.of(id), exigence);
            return id;
        } catch (DepotRefuse e) {
            depots.cancel(auteur, id);
            throw e;
        }
    }

    /// What the component's field says of a picture that is already there: a page without script sends it so.
    private static Optional<String> described(UUID id) {
        return field(MONTRE + "." + id);
    }

    private static Optional<String> field(String nom) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
                ? Optional.ofNullable(servlet.getRequest().getParameter(nom))
                : Optional.empty();
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
