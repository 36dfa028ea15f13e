package fr.entecole.mesure;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who came in a week, and of how many.
///
/// @param lundi its first day
record Semaine(LocalDate lundi, Map<ProfilMesure, Part> parts) {

    Part of(ProfilMesure profil) {
        return parts.getOrDefault(profil, new Part(0, 0));
    }

    record Part(long venus, long inscrits) {

        Compte compte() {
            return new Compte(venus);
        }

        /// Of a hundred people; null where it is not said, or where the directory was not counted that week.
        @Nullable
        Integer surCent() {
            return compte().masque() || inscrits == 0
                    ? null
                    : (int) Math.min(100, Math.round(100.0 * venus / inscrits));
        }
    }
}
