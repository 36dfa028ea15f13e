package fr.entecole.annuaire.declarations;

import static fr.entecole.socle.Phrases.t;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why somebody who was entered by hand, and never came, is taken out again.
public enum RaisonDuRetrait {
    ERREUR,
    DOUBLE,
    RENONCE;

    public static Optional<RaisonDuRetrait> parse(@Nullable String code) {
        return Stream.of(values()).filter(raison -> raison.name().equals(code)).findFirst();
    }

    /// Nothing for a code that is none.
    static String words(String code) {
        return parse(code).map(RaisonDuRetrait::mots).orElse("");
    }

    public String mots() {
        return switch (this) {
            case ERREUR -> t("entrée par erreur");
            case DOUBLE -> t("entrée deux fois");
            case RENONCE -> t("ne viendra pas");
        };
    }
}
