package fr.entecole.presences;

import static fr.entecole.socle.Phrases.t;

/// What the roll says of a child. A child who comes late is present: lateness is no absence.
public enum Etat {
    PRESENT,
    ABSENT,
    RETARD,
    /// an arrangement says that they do not come in this half-day: it counts nowhere
    NON_ATTENDU,
    /// nothing any more: the roll was taken back, or the child is not of this class
    RETIRE;

    /// Whether the half-day counts for the child.
    public boolean attendu() {
        return this == PRESENT || this == ABSENT || this == RETARD;
    }

    public boolean la() {
        return this == PRESENT || this == RETARD;
    }

    public String libelle() {
        return switch (this) {
            case PRESENT -> t("Présent");
            case ABSENT -> t("Absent");
            case RETARD -> t("Retard");
            case NON_ATTENDU -> t("Pas attendu");
            case RETIRE -> t("Rien");
        };
    }
}
