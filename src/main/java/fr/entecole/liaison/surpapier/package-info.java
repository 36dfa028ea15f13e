/// Guardians who answer on paper: the head, or who teaches a child of theirs, notes it once for the school, with the
/// day. Follow-ups of every mot say so as a reason of its own, count them apart, leave them out of reminders and print
/// their slips (`suivi`). It changes nothing of what a guardian reads or answers here: who does is shown as having done
/// so.
@NullMarked
package fr.entecole.liaison.surpapier;

import org.jspecify.annotations.NullMarked;
