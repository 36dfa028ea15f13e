/// Who is here now, class by class, from the last roll: read in two touches, printed, ticked child by child outside. An
/// evacuation is timed from a button to the last child, and kept for the safety plan of the school (PPMS) as counts;
/// who was ticked by whom goes after a few days.
@NullMarked
package fr.entecole.presences.evacuation;

import org.jspecify.annotations.NullMarked;
