package fr.entecole.socle.contrats;

import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A kind of thing that people of a room read, and that one of them may report: a bean a kind, collected by
/// `signalement`, which asks who decides, seals what it said, and tells the room what was decided. The room finds the
/// thing by its own rule and keeps it from its readers; it knows of no report.
public interface Contenu {

    /// `mot`: one word, kept in the database and in addresses, of one room in the house. Never renamed.
    String genre();

    /// What it is: « Un mot de l’école ».
    String phrase();

    /// As this person reads it at this instant.
    ///
    /// @return empty where they do not read it, and where it is hidden from them already; what they wrote themselves is
    /// no business of the room, nobody reports it
    Optional<Vise> find(Utilisateur lecteur, UUID id);

    /// What it says, whatever its state, to be sealed as evidence.
    Optional<Temoin> witness(UUID id);

    /// Its readers find it no more, until it is shown again; those who wrote it or follow it still do.
    void hide(UUID id, Instant now);

    void show(UUID id, Instant now);

    /// Nobody reads it any more, for good, whoever had read it.
    void withdraw(UUID id, Instant now);

    /// How many people have opened it.
    ///
    /// @return empty where the room does not know
    default OptionalInt readers(UUID id) {
        return OptionalInt.empty();
    }

    /// Attaches to a report what is attached to the thing, so that the evidence outlives it.
    default void keepPieces(UUID id, UUID preuve) {}

    /// @param auteur person of the directory; null once forgotten
    /// @param nom of the author, as its readers see it
    /// @param classes whose teachers decide, with the head of the school; none: the head alone
    /// @param adresse of the page that shows it
    record Vise(UUID ecole, @Nullable UUID auteur, String nom, String titre, Set<UUID> classes, String adresse) {}

    /// @param version what tells it from what it said before or after
    /// @param texte plain
    /// @param pieces names of what is attached
    record Temoin(String titre, String texte, String version, Instant ecritLe, List<String> pieces) {}
}
