/// What a node remembers of what it has read for someone, as long as nobody tells that it has changed (`Souvenirs`,
/// ADR 0077). It knows no room: these say by their words what an answer hangs on.
@NullMarked
package fr.entecole.socle.memoire;

import org.jspecify.annotations.NullMarked;
