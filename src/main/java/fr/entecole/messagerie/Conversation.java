package fr.entecole.messagerie;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A conversation, as one person finds it.
///
/// @param personnes who is in it, the reader first, then its author; a hundred at most
/// @param combien how many they are
/// @param retenue what is written in it waits for a teacher
/// @param familles guardians and pupils among them
/// @param consentie every guardian in it lets the others see them
/// @param gardeLe since when the reader keeps it, null where they do not
/// @param mesEleves the pupils by whom the reader is meant
public record Conversation(
        UUID id,
        UUID ecoleId,
        @Nullable UUID auteurId,
        @Nullable UUID dernierAuteurId,
        String objet,
        String pourMots,
        Set<UUID> eleves,
        Set<UUID> mesEleves,
        boolean sansReponse,
        boolean entreEleves,
        boolean retenue,
        @Nullable UUID sourceId,
        int combien,
        int familles,
        boolean consentie,
        int nonLus,
        @Nullable Instant marqueLe,
        @Nullable Instant gardeLe,
        String classeMotif,
        @Nullable UUID dossierId,
        String dossier,
        UUID moi,
        Nature nature,
        List<Participant> personnes) {

    public boolean isBegunBy(Utilisateur utilisateur) {
        return auteurId != null && utilisateur.personnes().contains(auteurId);
    }

    public boolean holdsPupils() {
        return personnes.stream().anyMatch(p -> p.nature() == Nature.ELEVE);
    }

    /// All who are in it may know of each other: no two families, or families that have agreed to it, or pupils among
    /// themselves.
    public boolean ouverte() {
        return familles <= 1 || consentie || entreEleves;
    }

    /// What is answered goes to all who are in it, else to its author alone.
    public boolean answersAll(Utilisateur utilisateur) {
        return ouverte() || isBegunBy(utilisateur);
    }

    public boolean staff() {
        return nature == Nature.PERSONNEL;
    }

    /// Whom this reader may know to be in it, themselves aside.
    public List<Participant> visibles() {
        return personnes.stream()
                .filter(p -> !p.personneId().equals(moi))
                .filter(p -> staff() || p.nature() == Nature.PERSONNEL || ouverte())
                .toList();
    }

    /// Those whom an answer reaches.
    public List<Participant> destinataires(Utilisateur utilisateur) {
        var others = personnes.stream().filter(p -> !p.personneId().equals(moi)).filter(Participant::joignable);
        return answersAll(utilisateur)
                ? others.toList()
                : others.filter(p -> p.personneId().equals(auteurId)).toList();
    }

    /// The same people as publics.
    public List<Public> publics(Utilisateur utilisateur) {
        return destinataires(utilisateur).stream()
                .collect(Collectors.groupingBy(
                        Participant::nature, Collectors.mapping(Participant::personneId, Collectors.toList())))
                .entrySet()
                .stream()
                .map(e -> Public.ofPersonnes(ecoleId, e.getValue(), Cote.qui(e.getKey())))
                .toList();
    }

    /// Whether anything can be written in it, and still reaches somebody.
    public boolean answerable(Utilisateur utilisateur) {
        return (!sansReponse || isBegunBy(utilisateur))
                && personnes.stream().filter(p -> p.personneId().equals(moi)).allMatch(Participant::joignable)
                && !(combien > 1 && destinataires(utilisateur).isEmpty());
    }

    public @Nullable Participant author() {
        return personnes.stream()
                .filter(p -> p.personneId().equals(auteurId))
                .findFirst()
                .orElse(null);
    }

    /// Those who are away today, among whom the reader may know.
    public List<Participant> absents() {
        return visibles().stream().filter(p -> p.absence() != null).toList();
    }

    /// Those who read better in another language: who works in the school writes for them too.
    public List<Participant> otherReaders() {
        return staff() ? visibles().stream().filter(p -> !p.langue().isEmpty()).toList() : List.of();
    }

    /// Names of a few of them, for a line.
    public List<String> noms() {
        return visibles().stream()
                .map(Participant::nom)
                .filter(nom -> !nom.isEmpty())
                .toList();
    }

    /// Who has read what was delivered then, among those whom this reader may know.
    public List<Participant> readers(@Nullable Instant remis) {
        return visibles().stream().filter(p -> p.read(remis)).toList();
    }
}
