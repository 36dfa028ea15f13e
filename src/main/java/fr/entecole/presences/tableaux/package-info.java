/// Rates over time: the head's, by class and day of the week, drawn with its table; and, without anybody in them, what
/// the inspection and the commune may know. Counts under five are not told.
@NullMarked
package fr.entecole.presences.tableaux;

import org.jspecify.annotations.NullMarked;
