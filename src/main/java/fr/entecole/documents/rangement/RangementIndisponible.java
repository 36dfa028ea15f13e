package fr.entecole.documents.rangement;

import org.jspecify.annotations.Nullable;

/// The store does not answer, does not know the key, or has no room left. Its message names no key and nobody.
public final class RangementIndisponible extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean plein;

    public RangementIndisponible(boolean plein, @Nullable Throwable cause) {
        super(plein ? "no room left" : "storage unavailable", cause);
        this.plein = plein;
    }

    /// Whether it is for want of room.
    public boolean plein() {
        return plein;
    }
}
