/// The languages that the house speaks, and whose turn it is. Everyone says their sentences with
/// [fr.entecole.socle.Phrases]; this package finds them in the files of `langues`, in the language of whoever asks.
@NullMarked
package fr.entecole.socle.langue;

import org.jspecify.annotations.NullMarked;
