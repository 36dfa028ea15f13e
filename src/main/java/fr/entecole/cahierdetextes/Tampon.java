package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import java.util.Arrays;
import java.util.Optional;

/// What a teacher stamps on a piece that a pupil hands back. None of them compares, and none is a mark.
enum Tampon {
    VU,
    BRAVO,
    A_REPRENDRE;

    static Optional<Tampon> of(String code) {
        return Arrays.stream(values())
                .filter(tampon -> tampon.name().equals(code))
                .findFirst();
    }

    String libelle() {
        return switch (this) {
            case VU -> t("Vu");
            case BRAVO -> t("Bravo");
            case A_REPRENDRE -> t("À reprendre");
        };
    }
}
