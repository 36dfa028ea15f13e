package fr.entecole.socle;

/// What a module adds to the named world of a demonstration, in its own tables: its rows that show something. The
/// beans of this contract are called once, in the transaction that makes the world, when the directory and the accounts
/// are there: all of it stands, or nothing.
public interface Decor {

    /// Lower comes first: the directory from 10 on, the accounts from 20 on, rooms from 100 on.
    int ordre();

    void install(Monde monde);
}
