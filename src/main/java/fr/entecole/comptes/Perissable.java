package fr.entecole.comptes;

/// What is kept for a time only, and leaves with the nightly purge.
public interface Perissable {

    /// @return how many rows left
    int purge();
}
