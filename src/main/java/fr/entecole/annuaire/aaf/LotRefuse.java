package fr.entecole.annuaire.aaf;

import org.jspecify.annotations.Nullable;

/// A batch that cannot be applied: a French sentence that says what, where and what to do. It never holds a name of a
/// person, only files, lines, codes and ids of the feed.
public class LotRefuse extends RuntimeException {

    public LotRefuse(String message) {
        super(message);
    }

    public LotRefuse(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public String raison() {
        return String.valueOf(getMessage());
    }
}
