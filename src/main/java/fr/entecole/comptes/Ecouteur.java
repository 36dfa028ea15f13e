package fr.entecole.comptes;

import java.util.Set;

/// Who remembers something on this node and must hear what others change of it: a bean, called by the one connection
/// that listens (ADR 0030), in the order of commits. It answers quickly and asks the database nothing.
public interface Ecouteur {

    /// Channels of PostgreSQL: words of the SQL, in lower case.
    Set<String> canaux();

    void hear(String canal, String parole);

    /// Something may have been missed: what is remembered is not to be believed any more.
    void deaf();
}
