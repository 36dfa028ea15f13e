/// What the agenda offers to the house: a date that can be reported (`Contenu`).
@NullMarked
package fr.entecole.agenda.contenu;

import org.jspecify.annotations.NullMarked;
