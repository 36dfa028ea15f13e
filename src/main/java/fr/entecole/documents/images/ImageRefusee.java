package fr.entecole.documents.images;

/// A picture that is not worked on.
public final class ImageRefusee extends Exception {

    private static final long serialVersionUID = 1;

    private final Motif motif;

    ImageRefusee(Motif motif) {
        super(motif.name());
        this.motif = motif;
    }

    public Motif motif() {
        return motif;
    }

    /// Why.
    public enum Motif {
        /// more pixels than the limit
        DEMESUREE,
        /// broken, or of a kind that this machine cannot read
        ILLISIBLE,
        /// too many at once
        ATTENTE
    }
}
