/// What the house's tests need to judge the thing and not the corridor: people who stand in every possible way to one
/// class of the named world ([fr.entecole.maison.Passant]), what each module brings
/// ([fr.entecole.maison.ExempleDeModule]), and the trials that they go through together.
@NullMarked
package fr.entecole.maison;

import org.jspecify.annotations.NullMarked;
