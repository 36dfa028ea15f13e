package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import java.util.Optional;
import java.util.stream.Stream;

/// Why a child will be absent, as it was announced: the reasons that the law holds for legitimate (code de l'éducation,
/// L131-8), or another. Constants are the codes of `AbsenceAnnoncee`.
enum MotifDAbsence {
    MAL,
    MALCONT,
    REUFAM,
    TRANSP,
    ACCRESP,
    SOIN,
    AUTRE;

    static Optional<MotifDAbsence> of(String code) {
        return Stream.of(values()).filter(m -> m.name().equals(code)).findFirst();
    }

    String libelle() {
        return switch (this) {
            case MAL -> t("Maladie de l’enfant");
            case MALCONT -> t("Maladie contagieuse dans la famille");
            case REUFAM -> t("Réunion solennelle de famille");
            case TRANSP -> t("Difficulté de transport");
            case ACCRESP -> t("L’enfant suit ses parents, absents quelque temps");
            case SOIN -> t("Soins ou rééducation");
            case AUTRE -> t("Autre raison");
        };
    }
}
