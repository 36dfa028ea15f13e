/// How the directory says people, schools, classes and links: from the capitals, codes and labels of feeds to the words
/// that families read. A missing accent is never invented, and what a feed typed in mixed case is left as typed.
///
/// Everything in the directory stands on it; it knows nobody. Its only SQL is a column: who teaches the class of a row
/// (`Enseignants`).
@NullMarked
package fr.entecole.annuaire.noms;

import org.jspecify.annotations.NullMarked;
