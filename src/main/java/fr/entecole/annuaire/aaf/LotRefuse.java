package fr.entecole.annuaire.aaf;

import org.jspecify.annotations.Nullable;

/// A batch that cannot be applied: a French sentence that says what, where and what to do. It never holds a name of a
/// person, only files, lines, codes and ids of the feed.
class LotRefuse extends RuntimeException {

    LotRefuse(String message) {
        super(message);
    }

    LotRefuse(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    String raison() {
        return String.valueOf(getMessage());
    }
}
