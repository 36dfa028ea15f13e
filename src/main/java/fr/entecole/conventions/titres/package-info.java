/// Titres de perception: one a convention and school year, of the schools that its rules bill, numbered in their civil
/// year without gaps. One that is wrong is cancelled by a counter-entry with a reason, and another may be issued;
/// nothing is given back for a convention that ended. Payments come from the accounting system, each line once.
@NullMarked
package fr.entecole.conventions.titres;

import org.jspecify.annotations.NullMarked;
