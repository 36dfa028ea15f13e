package fr.entecole.presences;

import static fr.entecole.socle.Phrases.t;

/// Half-days that were possible, and those that were missed. Periods, classes and children are put together by adding
/// both, never by a mean of percentages.
public record Taux(long possibles, long absences) {

    public static final Taux RIEN = new Taux(0, 0);

    private static final double HUNDRED = 100;

    public Taux {
        if (absences < 0 || absences > possibles) {
            throw new IllegalArgumentException(absences + " missed of " + possibles);
        }
    }

    public Taux plus(Taux other) {
        return new Taux(possibles + other.possibles, absences + other.absences);
    }

    public static Taux of(Etat etat) {
        return etat.attendu() ? new Taux(1, etat == Etat.ABSENT ? 1 : 0) : RIEN;
    }

    /// % of presence; 100 where nothing was possible.
    public double presence() {
        return possibles == 0 ? HUNDRED : (possibles - absences) * HUNDRED / possibles;
    }

    /// Whether at least that share was missed, in %.
    public boolean misses(int part) {
        return possibles > 0 && absences * HUNDRED >= possibles * (double) part;
    }

    /// « 96,4 % »
    public String phrase() {
        return possibles == 0 ? t("–") : t("{0}\u00a0%", tenths());
    }

    private String tenths() {
        long tenths = Math.round(presence() * 10);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "," + tenths % 10);
    }
}
