/// The mots of the named world.
@NullMarked
package fr.entecole.liaison.decor;

import org.jspecify.annotations.NullMarked;
