/// Accounts that were joined become two again: by their owner, who reads the code of the other one, or by the head of a
/// school of the other one, who hands it. Each keeps what is said before anything is done; joining again undoes it.
/// ADR 0083.
@NullMarked
package fr.entecole.comptes.separation;

import org.jspecify.annotations.NullMarked;
