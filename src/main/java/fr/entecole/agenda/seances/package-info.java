/// The dates of an event, one by one: one is moved or cancelled alone, or with those after it; what was cancelled last
/// is taken back. What the event says and whom it is for are its root's. A date that is moved away from the hours of
/// its series keeps its own when the series changes.
@NullMarked
package fr.entecole.agenda.seances;

import org.jspecify.annotations.NullMarked;
