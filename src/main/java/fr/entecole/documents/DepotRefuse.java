package fr.entecole.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// A file that is not taken, with the French sentence that its person reads: under the field of a form, or beside the
/// file in the component.
public final class DepotRefuse extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String phrase;
    private final int statut;
    private final transient List<UUID> arrives;

    /// @param statut of the answer: 413 too large, 415 not of this kind, 422 no such thing, 503 later, 507 no room left
    DepotRefuse(int statut, String phrase) {
        this(statut, phrase, List.of());
    }

    /// @param arrives what came with it and is kept
    DepotRefuse(int statut, String phrase, List<UUID> arrives) {
        super("", null, false, false);
        this.statut = statut;
        this.phrase = phrase;
        this.arrives = List.copyOf(arrives);
    }

    public String phrase() {
        return phrase;
    }

    /// What the form has all the same: what was sent before, and the files beside this one that were good.
    public List<UUID> with(Collection<UUID> envoyes) {
        List<UUID> all = new ArrayList<>(envoyes);
        all.addAll(arrives);
        return all;
    }

    public int statut() {
        return statut;
    }
}
