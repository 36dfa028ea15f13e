/// The agenda of the named world, written by the agenda's own gestures.
@NullMarked
package fr.entecole.agenda.decor;

import org.jspecify.annotations.NullMarked;
