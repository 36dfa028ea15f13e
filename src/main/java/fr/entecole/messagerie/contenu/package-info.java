/// Messages as other parts of the house meet them: reported, found by their words.
@NullMarked
package fr.entecole.messagerie.contenu;

import org.jspecify.annotations.NullMarked;
