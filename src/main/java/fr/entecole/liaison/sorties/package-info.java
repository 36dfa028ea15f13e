/// Outings: a day, a place, hours, who goes and who stays, whom to call; what a family writes for that day goes away
/// after it.
@NullMarked
package fr.entecole.liaison.sorties;

import org.jspecify.annotations.NullMarked;
