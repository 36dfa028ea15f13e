package fr.entecole.liaison.suivi;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Mention;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where each guardian stands with a mot, child by child. One person who answers for two children is counted once, and
/// so are two entries of the directory whose accounts are joined.
record Suivi(List<Enfant> enfants) {

    /// @param responsables empty when the directory knows none
    record Enfant(UUID id, String nom, List<Responsable> responsables) {

        boolean reached() {
            return responsables.stream().anyMatch(r -> r.etat != Etat.INJOIGNABLE);
        }
    }

    /// @param quelquUn the same for whoever is one person
    /// @param luLe when they first opened it, null when they have not
    /// @param correctionLue they have opened its last version
    /// @param raison why they cannot be reached here, empty where they can
    record Responsable(
            UUID quelquUn, String nom, Etat etat, @Nullable Instant luLe, boolean correctionLue, String raison) {}

    enum Etat {
        LU,
        PAS_ENCORE,
        INJOIGNABLE
    }

    int lus() {
        return count(Etat.LU);
    }

    int pasEncore() {
        return count(Etat.PAS_ENCORE);
    }

    int injoignables() {
        return count(Etat.INJOIGNABLE);
    }

    int total() {
        return people().size();
    }

    long sansPersonne() {
        return enfants.stream().filter(enfant -> enfant.responsables.isEmpty()).count();
    }

    private int count(Etat etat) {
        return (int) people().values().stream().filter(e -> e == etat).count();
    }

    private Map<UUID, Etat> people() {
        Map<UUID, Etat> people = new HashMap<>();
        enfants.stream()
                .map(Enfant::responsables)
                .flatMap(Collection::stream)
                .forEach(r -> people.merge(r.quelquUn, r.etat, (a, b) -> a.compareTo(b) < 0 ? a : b));
        return people;
    }

    List<Mention> bilan() {
        return List.of(
                Mention.compte(t("{0, plural, one {responsable a lu} other {responsables ont lu}}"), lus()),
                Mention.compte(t("{0, plural, one {n’a pas encore lu} other {n’ont pas encore lu}}"), pasEncore()),
                Mention.compte(
                        t("{0, plural, one {ne peut pas être joint ici} other {ne peuvent pas être joints ici}}"),
                        injoignables()));
    }
}
