package fr.entecole.socle;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a page speaks to who reads it, from the level of a pupil. A pupil without a known level is taken for a reader.
public enum Registre {
    ADULTE,
    MATERNELLE,
    CP_CE1,
    CE2_CM2;

    /// @param niveau `TPS` to `CM2`, as the directory holds it
    public static Registre ofNiveau(@Nullable String niveau) {
        return switch (niveau == null ? "" : niveau) {
            case "TPS", "PS", "MS", "GS" -> MATERNELLE;
            case "CP", "CE1" -> CP_CE1;
            default -> CE2_CM2;
        };
    }

    public static Registre of(@Nullable Utilisateur utilisateur) {
        return utilisateur == null || utilisateur.profil() != Profil.ELEVE ? ADULTE : ofNiveau(utilisateur.niveau());
    }

    /// Those who do not read yet, or begin to: they come in by their class's page, never by a password.
    public boolean petits() {
        return this == MATERNELLE || this == CP_CE1;
    }

    /// The word of the style sheet (`data-registre`).
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
