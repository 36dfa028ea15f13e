package fr.entecole.liaison.suivi;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.suivi.Suivi.Enfant;
import fr.entecole.liaison.suivi.Suivi.Etat;
import fr.entecole.liaison.suivi.Suivi.Responsable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Whom the follow-up of a mot shows.
public enum Filtre {
    TOUS,
    PAS_ENCORE,
    /// who cannot be reached here, and children of whom nobody is known
    SANS_COMPTE,
    LU;

    /// @param code as in an address: `pas_encore`
    public static Filtre of(String code) {
        return Arrays.stream(values())
                .filter(filtre -> filtre.code().equals(code))
                .findFirst()
                .orElse(TOUS);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String libelle() {
        return switch (this) {
            case TOUS -> t("Tous");
            case PAS_ENCORE -> t("Pas encore lu");
            case SANS_COMPTE -> t("Sans compte");
            case LU -> t("Lu");
        };
    }

    /// The children of whom somebody is meant, with these alone.
    List<Enfant> of(Suivi suivi) {
        return suivi.enfants().stream()
                .filter(enfant -> this == TOUS
                        || this == SANS_COMPTE && enfant.responsables().isEmpty()
                        || enfant.responsables().stream().anyMatch(this::means))
                .map(enfant -> new Enfant(
                        enfant.id(),
                        enfant.nom(),
                        enfant.responsables().stream().filter(this::means).toList()))
                .toList();
    }

    private boolean means(Responsable responsable) {
        return switch (this) {
            case TOUS -> true;
            case PAS_ENCORE -> responsable.etat() == Etat.PAS_ENCORE;
            case SANS_COMPTE -> responsable.etat() == Etat.INJOIGNABLE;
            case LU -> responsable.etat() == Etat.LU;
        };
    }
}
