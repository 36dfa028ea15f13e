/// Reading: the box, a conversation and what one does with it.
@NullMarked
package fr.entecole.messagerie.lecture;

import org.jspecify.annotations.NullMarked;
