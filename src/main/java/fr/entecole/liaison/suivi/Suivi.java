package fr.entecole.liaison.suivi;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.Demande;
import fr.entecole.liaison.Repondants;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.socle.Mention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where each guardian stands with a mot, child by child. Who is kept out of a child is nobody here. Of readings, one
/// person who answers for two children is counted once, and so are two entries of the directory whose accounts are
/// joined; answers are counted child by child.
public record Suivi(Demande demande, List<Enfant> enfants) {

    /// @param responsables empty when the directory knows none
    public record Enfant(UUID id, String nom, List<Responsable> responsables) {

        public boolean reached() {
            return responsables.stream().anyMatch(r -> r.etat != Etat.INJOIGNABLE);
        }

        boolean says(Sens sens) {
            return responsables.stream().anyMatch(r -> r.dit != null && r.dit.sens == sens);
        }
    }

    /// @param quelquUn the same for whoever is one person
    /// @param luLe when they first opened it, null when they have not
    /// @param correctionLue they have opened its last version
    /// @param raison why they cannot be reached here, or are hard to reach; empty where nothing is known
    /// @param dit what they answered, of this version or of one that says enough like it
    /// @param relanceLe when somebody last reminded them
    /// @param talonLe when their slip was printed
    /// @param papierLe since when the school knows that they answer on paper, null when they do not
    public record Responsable(
            UUID personne,
            UUID quelquUn,
            String nom,
            Etat etat,
            @Nullable Instant luLe,
            boolean correctionLue,
            String raison,
            @Nullable Dit dit,
            @Nullable Instant relanceLe,
            @Nullable Instant talonLe,
            @Nullable Instant papierLe) {

        /// Neither read nor answered here, as the school knows.
        public boolean surPapier() {
            return etat == Etat.INJOIGNABLE && papierLe != null;
        }

        boolean answered() {
            return etat == Etat.REPONDU;
        }
    }

    /// @param papier ticked from a slip
    /// @param ancien what the mot said has been corrected since
    public record Dit(Sens sens, String precision, boolean papier, boolean ancien, Instant faitLe) {}

    public enum Etat {
        REPONDU,
        LU,
        PAS_ENCORE,
        INJOIGNABLE
    }

    /// Of these children alone.
    Suivi of(Set<UUID> eleves) {
        return new Suivi(
                demande, enfants.stream().filter(e -> eleves.contains(e.id)).toList());
    }

    /// What stands for a child, when all is put together.
    public enum Verdict {
        OUI,
        NON,
        ATTEND
    }

    /// One « non » is no; « oui » is that of all of whom it is asked, or of one where one is enough. A child of whom
    /// nobody is known waits.
    public Verdict verdict(Enfant enfant) {
        if (enfant.says(Sens.NON)) {
            return Verdict.NON;
        }
        Predicate<Responsable> yes = r -> r.dit != null;
        boolean all = demande.repondants() == Repondants.UN
                ? enfant.responsables.stream().anyMatch(yes)
                : !enfant.responsables.isEmpty() && enfant.responsables.stream().allMatch(yes);
        return all ? Verdict.OUI : Verdict.ATTEND;
    }

    /// Still awaited: who has not answered, unless another answer is enough.
    boolean awaits(Enfant enfant, Responsable responsable) {
        return demande.asks()
                && !responsable.answered()
                && (demande.repondants() == Repondants.CHACUN
                        || enfant.responsables.stream().noneMatch(Responsable::answered));
    }

    /// Whom one may remind here.
    List<Responsable> toRemind() {
        Map<UUID, Responsable> people = new HashMap<>();
        enfants.forEach(e -> e.responsables.stream()
                .filter(r -> awaits(e, r) && r.etat != Etat.INJOIGNABLE)
                .forEach(r -> people.putIfAbsent(r.quelquUn, r)));
        return List.copyOf(people.values());
    }

    /// Of these, whom no reminder has reached that day nor is on its way to.
    List<Responsable> toRemind(LocalDate day) {
        return toRemind().stream().filter(r -> !remindedFrom(r, day)).toList();
    }

    /// When the last reminder of that day, or on its way, reaches those who are still awaited; null where there is
    /// none.
    @Nullable
    Instant lastReminded(LocalDate day) {
        return toRemind().stream()
                .filter(r -> remindedFrom(r, day))
                .map(Responsable::relanceLe)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean remindedFrom(Responsable responsable, LocalDate day) {
        var when = responsable.relanceLe;
        return when != null && !when.atZone(Calendrier.PARIS).toLocalDate().isBefore(day);
    }

    int lus() {
        return demande.asks() ? lines(Etat.LU) : count(Etat.LU);
    }

    int pasEncore() {
        return demande.asks() ? lines(Etat.PAS_ENCORE) : count(Etat.PAS_ENCORE);
    }

    int injoignables() {
        return demande.asks() ? lines(Etat.INJOIGNABLE) : count(Etat.INJOIGNABLE);
    }

    int surPapier() {
        return demande.asks()
                ? (int) all().filter(Responsable::surPapier).count()
                : (int) all().filter(Responsable::surPapier)
                        .map(Responsable::quelquUn)
                        .distinct()
                        .count();
    }

    int repondus() {
        return lines(Etat.REPONDU);
    }

    /// Nobody has opened it, nobody has answered.
    public boolean isUntouched() {
        return lus() == 0 && repondus() == 0;
    }

    int total() {
        return demande.asks() ? repondus() + lus() + pasEncore() + injoignables() : people().size();
    }

    long sansPersonne() {
        return enfants.stream().filter(enfant -> enfant.responsables.isEmpty()).count();
    }

    private int lines(Etat etat) {
        return (int) all().filter(r -> r.etat == etat).count();
    }

    private java.util.stream.Stream<Responsable> all() {
        return enfants.stream().map(Enfant::responsables).flatMap(Collection::stream);
    }

    private int count(Etat etat) {
        return (int) people().values().stream().filter(e -> e == etat).count();
    }

    private Map<UUID, Etat> people() {
        Map<UUID, Etat> people = new HashMap<>();
        all().forEach(r -> people.merge(r.quelquUn, r.etat, (a, b) -> a.compareTo(b) < 0 ? a : b));
        return people;
    }

    private long said(Sens sens) {
        return all().filter(r -> r.dit != null && r.dit.sens == sens).count();
    }

    public List<Mention> bilan() {
        var bilan = new ArrayList<Mention>();
        if (demande.asks()) {
            if (demande.attendu() == Attendu.OUI_NON) {
                bilan.add(Mention.compte(t("{0, plural, one {a signé, oui} other {ont signé, oui}}"), said(Sens.OUI)));
                bilan.add(Mention.compte(t("{0, plural, one {a signé, non} other {ont signé, non}}"), said(Sens.NON)));
            } else {
                bilan.add(Mention.compte(t("{0, plural, one {a répondu} other {ont répondu}}"), repondus()));
            }
            bilan.add(Mention.compte(t("{0, plural, one {a lu, sans répondre} other {ont lu, sans répondre}}"), lus()));
        } else {
            bilan.add(Mention.compte(t("{0, plural, one {responsable a lu} other {responsables ont lu}}"), lus()));
        }
        bilan.add(Mention.compte(t("{0, plural, one {n’a pas encore lu} other {n’ont pas encore lu}}"), pasEncore()));
        bilan.add(Mention.compte(
                t("{0, plural, one {ne peut pas être joint ici} other {ne peuvent pas être joints ici}}"),
                injoignables() - surPapier()));
        if (surPapier() > 0) {
            bilan.add(Mention.compte(
                    t("{0, plural, one {répond sur papier} other {répondent sur papier}}"), surPapier()));
        }
        return bilan;
    }
}
