package fr.entecole.socle.contrats;

/// What a module hears of what other nodes and commands tell by PostgreSQL's `NOTIFY`, on the one connection with which
/// a node listens (ADR 0030). Beans, collected by `comptes.sessions`.
public interface Canal {

    /// The channel: small letters only.
    String nom();

    /// A word was told. Called in the thread that hears for the whole node: what takes time is done elsewhere.
    void hears(String mot);

    /// Nothing is heard from now on: what is remembered is not to be believed any more.
    default void deaf() {}

    /// The node hears from now on, after it could not for a while: words may have been missed.
    default void missed() {}
}
