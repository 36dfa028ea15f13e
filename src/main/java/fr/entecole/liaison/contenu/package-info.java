/// What the notebook offers to the house: a mot that can be reported (`Contenu`), and mots that are found by their words
/// (`Recherche`).
@NullMarked
package fr.entecole.liaison.contenu;

import org.jspecify.annotations.NullMarked;
