/// A stay, from the door to the sign-out, as the server and the browser remember it.
///
/// `Sessions` keeps one row a stay, in the database: it survives a restart and is the same on every node. Only a print
/// of its identifier is there, and in it one account and a few words, never anything about the person. A node reads a
/// row once in some minutes (`Caches`), as long as it hears what others change (`Oreille`), and writes last visits a
/// minute at a time. A stay ends when it is left,
/// when nobody has come for a while, at its longest, or when `ComptesDeconnectes` tells that its account may not go on.
/// What a device sealed in it may be opened by the same person for six hours (`Gardes`).
///
/// It knows no password, no code and no page: what is asked of who comes in is said by those above.
@NullMarked
package fr.entecole.comptes.sessions;

import org.jspecify.annotations.NullMarked;
