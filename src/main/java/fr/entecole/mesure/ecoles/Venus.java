package fr.entecole.mesure.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.mesure.Compte;

/// Of how many, how many have come in: as far as it may be said. Under five neither is, nor what would tell it.
///
/// @param tous of whom one knows
/// @param venus those of them who have come in
record Venus(long tous, long venus) {

    /// From which all but four are nearly all.
    private static final int MANY = 20;

    /// Both parts may be said: the other one is what is left.
    boolean dite() {
        return venus >= Compte.SMALLEST && tous - venus >= Compte.SMALLEST;
    }

    /// Of a hundred; -1 when it is not said.
    int part() {
        return dite() ? (int) (venus * 100 / tous) : -1;
    }

    /// Level of the picture, 0 to 3; -1 when it is not said.
    int palier() {
        return !dite() ? -1 : part() < 50 ? 0 : part() < 70 ? 1 : part() < 90 ? 2 : 3;
    }

    /// « 20 sur 60 ».
    String mots() {
        if (tous < Compte.SMALLEST) {
            return t("non dit");
        }
        if (dite()) {
            return t("{0, number} sur {1, number}", venus, tous);
        }
        if (tous - venus >= Compte.SMALLEST) {
            return t("moins de 5, sur {0, number}", tous);
        }
        return tous < MANY ? t("non dit, sur {0, number}", tous) : t("presque la totalité, sur {0, number}", tous);
    }

    /// Who has not come.
    String autres() {
        if (tous < Compte.SMALLEST) {
            return t("non dit");
        }
        if (tous - venus < Compte.SMALLEST) {
            return t("moins de 5");
        }
        return dite() ? t("{0, number}", tous - venus) : t("presque la totalité");
    }
}
