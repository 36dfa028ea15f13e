/// What the named world shows of the roll.
@NullMarked
package fr.entecole.presences.decor;

import org.jspecify.annotations.NullMarked;
