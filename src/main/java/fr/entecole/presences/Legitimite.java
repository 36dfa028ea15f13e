package fr.entecole.presences;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.DemiJournee;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether an absence has a legitimate reason (L131-8), and by what: the head's decision, else the best of the reasons
/// that cover the half-day, whoever gave them. An absence of which nothing was said has none.
///
/// @param article of the code de l'éducation; empty where the head decided
public record Legitimite(
        Valeur valeur, String article, @Nullable Motif motif) {

    private static final Comparator<Motif> BEST = Comparator.comparing(Motif::legitime);

    /// @param excuses of the child
    /// @param decision of the head about that half-day, the last one
    public static Legitimite of(DemiJournee demi, Collection<Excuse> excuses, @Nullable Sens decision) {
        Optional<Motif> said = excuses.stream()
                .filter(e -> e.plage().covers(demi))
                .map(Excuse::motif)
                .max(BEST);
        if (decision == Sens.LEGITIME || decision == Sens.NON_LEGITIME) {
            return new Legitimite(
                    decision == Sens.LEGITIME ? Valeur.LEGITIME : Valeur.NON_LEGITIME, "", said.orElse(null));
        }
        return said.map(m -> new Legitimite(m.legitime() ? Valeur.LEGITIME : Valeur.NON_LEGITIME, m.article(), m))
                .orElseGet(() -> new Legitimite(Valeur.SANS_REPONSE, "R131-5", null));
    }

    public boolean legitime() {
        return valeur == Valeur.LEGITIME;
    }

    /// « Légitime (L131-8) »
    public String phrase() {
        return switch (valeur) {
            case LEGITIME -> article.isEmpty() ? t("Légitime, décidé par la direction") : t("Légitime ({0})", article);
            case NON_LEGITIME ->
                article.isEmpty()
                        ? t("Sans motif légitime, décidé par la direction")
                        : t("Sans motif légitime ({0})", article);
            case SANS_REPONSE -> t("Sans réponse de la famille ({0})", article);
        };
    }

    public enum Valeur {
        LEGITIME,
        NON_LEGITIME,
        SANS_REPONSE
    }

    /// What the head decides; `LOI` gives the absence back to the law.
    public enum Sens {
        LEGITIME,
        NON_LEGITIME,
        LOI
    }
}
