package fr.entecole.documents;

/// A file that is not taken, with the French sentence that its person reads: under the field of a form, or beside the
/// file in the component.
public final class DepotRefuse extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String phrase;
    private final int statut;

    /// @param statut of the answer: 413 too large, 415 not of this kind, 422 no such thing, 503 later, 507 no room left
    DepotRefuse(int statut, String phrase) {
        super("", null, false, false);
        this.statut = statut;
        this.phrase = phrase;
    }

    public String phrase() {
        return phrase;
    }

    public int statut() {
        return statut;
    }
}
