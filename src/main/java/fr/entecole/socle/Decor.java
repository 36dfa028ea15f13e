package fr.entecole.socle;

/// What a module adds to the named world of a demonstration, in its own tables: its rows that show something. The
/// beans of this contract are called once, in the transaction that makes the world, when the directory and the accounts
/// are there: all of it stands, or nothing.
public interface Decor {

    /// Lower comes first: the directory 10, the accounts 20, rooms from 100 on.
    int ordre();

    void install(Monde monde);
}
