package fr.entecole.conventions.regles;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is billed for a school year, and which schools are of it, when the list has changed.
///
/// With a window (article 6 of 2020-21): an avenant received in it replaces the list, for the bill whatever the day of
/// its signatures, for the schools from the last of them; the last one received counts. One received outside changes
/// nothing: a school that leaves stays billed, one that joins is not opened. Without an avenant the list of the year
/// before is billed. Without a window: an avenant replaces the list from the day on which both have signed it.
public final class Facturation {

    private Facturation() {}

    /// The schools that the titre of the year counts.
    ///
    /// @param base list of the convention, which is last year’s where nobody changed it
    /// @param jour day on which it is asked: without a window, what is signed by then counts
    public static Set<UUID> billed(@Nullable Fenetre fenetre, Set<UUID> base, List<Avenant> avenants, LocalDate jour) {
        return avenants.stream()
                .filter(a -> fenetre == null ? signed(a, jour) : fenetre.holds(a.recuLe()))
                .max(Comparator.comparing(Avenant::recuLe))
                .map(Avenant::ecoles)
                .orElse(Set.copyOf(base));
    }

    /// The schools that the convention opens on that day, as long as it is in force.
    public static Set<UUID> listed(@Nullable Fenetre fenetre, Set<UUID> base, List<Avenant> avenants, LocalDate jour) {
        return avenants.stream()
                .filter(a -> counts(fenetre, a, jour))
                .max(Comparator.comparing(Avenant::recuLe))
                .map(Avenant::ecoles)
                .orElse(Set.copyOf(base));
    }

    /// Whether its list opens schools on that day, unless a later one does.
    static boolean counts(@Nullable Fenetre fenetre, Avenant avenant, LocalDate jour) {
        return signed(avenant, jour) && (fenetre == null || fenetre.holds(avenant.recuLe()));
    }

    private static boolean signed(Avenant avenant, LocalDate jour) {
        var signed = avenant.signeLe();
        return signed != null && !signed.isAfter(jour);
    }

    /// What an avenant would do if it were received on that day, told before it is sent.
    public static Effet effect(
            @Nullable Fenetre fenetre, Montant prix, Set<UUID> avant, Set<UUID> apres, LocalDate jour) {
        var added = new HashSet<>(apres);
        added.removeAll(avant);
        var removed = new HashSet<>(avant);
        removed.removeAll(apres);
        boolean counts = fenetre == null || fenetre.holds(jour);
        return new Effet(
                Set.copyOf(added),
                Set.copyOf(removed),
                counts,
                prix.times(avant.size()),
                prix.times(counts ? apres.size() : avant.size()));
    }

    /// @param compte whether it is in time
    /// @param avant,apres what is billed for the year without it, and with it
    public record Effet(Set<UUID> ajoutees, Set<UUID> retirees, boolean compte, Montant avant, Montant apres) {

        public Sens sens() {
            if (ajoutees.isEmpty() && retirees.isEmpty()) {
                return Sens.RIEN;
            }
            return ajoutees.size() == retirees.size()
                    ? Sens.PERMUTATION
                    : ajoutees.size() > retirees.size() ? Sens.AUGMENTATION : Sens.DIMINUTION;
        }
    }

    public enum Sens {
        RIEN,
        AUGMENTATION,
        DIMINUTION,
        /// as many leave as join
        PERMUTATION
    }
}
