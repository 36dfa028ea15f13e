/// What the agents of the académie follow: the schools of their circonscription, and dated perimeters beside it
/// (another circonscription, a département, an académie, the region), which the region gives and ends by hand or gives
/// by a file with the accounts. What they read of those schools is elsewhere, and names no pupil.
@NullMarked
package fr.entecole.annuaire.perimetres;

import org.jspecify.annotations.NullMarked;
