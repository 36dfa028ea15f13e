package fr.entecole.conventions.regles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a convention stands on a day, from its dated facts alone. Nothing else is kept of a state.
public enum Etat {
    BROUILLON,
    TRANSMISE,
    SIGNEE_COMMUNE,
    /// the region has signed first
    SIGNEE_REGION,
    ACTIVE,
    ECHUE,
    RENOUVELEE,
    RESILIEE;

    /// @param fin last day of the convention
    /// @param renouvelee another one of both signatures follows it
    public static Etat of(Faits faits, LocalDate fin, boolean renouvelee, LocalDate jour) {
        var ended = faits.resiliee();
        if (ended != null && !ended.isAfter(jour)) {
            return RESILIEE;
        }
        if (faits.commune() != null && faits.region() != null) {
            return fin.isBefore(jour) ? renouvelee ? RENOUVELEE : ECHUE : ACTIVE;
        }
        if (faits.commune() != null) {
            return SIGNEE_COMMUNE;
        }
        if (faits.region() != null) {
            return SIGNEE_REGION;
        }
        return faits.transmise() != null ? TRANSMISE : BROUILLON;
    }

    public String libelle() {
        return switch (this) {
            case BROUILLON -> t("Brouillon");
            case TRANSMISE -> t("Transmise");
            case SIGNEE_COMMUNE -> t("Signée par la commune");
            case SIGNEE_REGION -> t("Signée par la région");
            case ACTIVE -> t("Active");
            case ECHUE -> t("Échue");
            case RENOUVELEE -> t("Renouvelée");
            case RESILIEE -> t("Résiliée");
        };
    }

    public String icone() {
        return switch (this) {
            case BROUILLON -> "crayon";
            case TRANSMISE -> "envoyer";
            case SIGNEE_COMMUNE, SIGNEE_REGION -> "signature";
            case ACTIVE -> "check-rond";
            case ECHUE -> "horloge";
            case RENOUVELEE -> "rafraichir";
            case RESILIEE -> "croix-rond";
        };
    }

    public String ton() {
        return switch (this) {
            case ACTIVE, RENOUVELEE -> "bien";
            case RESILIEE, ECHUE -> "";
            default -> "attente";
        };
    }

    /// Whose turn it is: of whom something is awaited ([Attente]).
    public enum Tour {
        COMMUNE,
        REGION,
        PERSONNE;

        public String libelle() {
            return switch (this) {
                case COMMUNE -> t("À la commune");
                case REGION -> t("À la région");
                case PERSONNE -> t("Rien n’est attendu");
            };
        }
    }

    /// Days of what has happened to a convention; null: not yet.
    ///
    /// @param commune,region days of the signatures
    /// @param resiliee first day without it
    public record Faits(
            @Nullable LocalDate transmise,
            @Nullable LocalDate commune,
            @Nullable LocalDate region,
            @Nullable LocalDate resiliee) {

        public static final Faits AUCUN = new Faits(null, null, null, null);

        /// Why a signature cannot bear this day: the region signs what the commune has signed, or signs first.
        public Optional<String> refusal(boolean parRegion, LocalDate jour) {
            return parRegion && commune != null && jour.isBefore(commune)
                    ? Optional.of(t(
                            "La commune a signé le {0}\u00a0: la région ne signe pas avant. Vérifiez le jour que porte le document.",
                            Dates.words(commune)))
                    : Optional.empty();
        }

        /// The day from which it has effect: that of the last signature; null: one is missing.
        public @Nullable LocalDate effet() {
            return commune == null || region == null ? null : commune.isAfter(region) ? commune : region;
        }
    }
}
