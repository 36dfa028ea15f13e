/// The schools that an agent of the académie follows: open, begun, families reached, records to mend, as a table, as
/// bars and on a map; and a page for each. Counts only, none under five and none that would tell one; who has come in
/// is counted each night.
@NullMarked
package fr.entecole.mesure.ecoles;

import org.jspecify.annotations.NullMarked;
