/// What the class's notebook offers to the house: work, and what a pupil hands back, that can be reported (`Contenu`).
@NullMarked
package fr.entecole.cahierdetextes.contenu;

import org.jspecify.annotations.NullMarked;
