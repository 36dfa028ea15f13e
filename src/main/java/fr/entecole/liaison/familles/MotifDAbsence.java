package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import java.util.Optional;
import java.util.stream.Stream;

/// Why a child will be absent: the reasons that the law holds for legitimate (code de l'éducation, L131-8), or another,
/// in words.
enum MotifDAbsence {
    MALADIE,
    CONTAGION,
    REUNION,
    EMPECHEMENT,
    PARENTS,
    AUTRE;

    static Optional<MotifDAbsence> of(String code) {
        return Stream.of(values()).filter(m -> m.name().equals(code)).findFirst();
    }

    String libelle() {
        return switch (this) {
            case MALADIE -> t("Maladie de l’enfant");
            case CONTAGION -> t("Maladie contagieuse dans la famille");
            case REUNION -> t("Réunion solennelle de famille");
            case EMPECHEMENT -> t("Difficulté de transport");
            case PARENTS -> t("L’enfant suit ses parents, absents quelque temps");
            case AUTRE -> t("Autre raison");
        };
    }
}
