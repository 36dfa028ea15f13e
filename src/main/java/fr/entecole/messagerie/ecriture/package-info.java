/// Composing: whom one may write to, what is said before it leaves, how clear it is.
@NullMarked
package fr.entecole.messagerie.ecriture;

import org.jspecify.annotations.NullMarked;
