package fr.entecole.conventions.regles;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A convention as far as it opens schools.
///
/// @param base the list that was signed
/// @param tolerance last day on which its being under way keeps open the schools of the one before
public record Engagement(
        int annee,
        Etat.Faits faits,
        LocalDate fin,
        @Nullable Fenetre fenetre,
        @Nullable LocalDate tolerance,
        Set<UUID> base,
        List<Avenant> avenants) {

    public Engagement {
        base = Set.copyOf(base);
        avenants = List.copyOf(avenants);
    }

    /// From the day of the last signature to the end, unless it was ended before.
    public boolean isInForce(LocalDate jour) {
        return hadEffectBy(jour) && !jour.isAfter(fin) && !wasEnded(jour);
    }

    /// Both had signed it by then.
    boolean hadEffectBy(LocalDate jour) {
        var effect = faits.effet();
        return effect != null && !effect.isAfter(jour);
    }

    boolean wasEnded(LocalDate jour) {
        var ended = faits.resiliee();
        return ended != null && !ended.isAfter(jour);
    }

    boolean isUnderWay(LocalDate jour) {
        var sent = faits.transmise();
        return sent != null && !sent.isAfter(jour) && !wasEnded(jour);
    }

    public Set<UUID> listed(LocalDate jour) {
        return Facturation.listed(fenetre, base, avenants, jour);
    }

    /// All schools that it has ever listed by then.
    Set<UUID> named(LocalDate jour) {
        Set<UUID> named = new HashSet<>(base);
        avenants.stream().filter(a -> Facturation.counts(fenetre, a, jour)).forEach(a -> named.addAll(a.ecoles()));
        return named;
    }
}
