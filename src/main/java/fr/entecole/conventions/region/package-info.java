/// What the region does: sees where every commune stands and reminds those that are late, publishes a school year,
/// looks at what opens and closes on a day, opens a school without a convention for a time, says what becomes of
/// schools and communes in the middle of a year.
@NullMarked
package fr.entecole.conventions.region;

import org.jspecify.annotations.NullMarked;
