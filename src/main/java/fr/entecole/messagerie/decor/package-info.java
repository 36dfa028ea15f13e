/// The conversations of the named world.
@NullMarked
package fr.entecole.messagerie.decor;

import org.jspecify.annotations.NullMarked;
