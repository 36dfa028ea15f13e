/// Conventions of the named world.
@NullMarked
package fr.entecole.conventions.decor;

import org.jspecify.annotations.NullMarked;
