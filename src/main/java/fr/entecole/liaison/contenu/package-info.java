/// What the notebook offers to the house: a mot that can be reported (`Contenu`), and mots that are found by what they
/// say (`Recherche`).
@NullMarked
package fr.entecole.liaison.contenu;

import org.jspecify.annotations.NullMarked;
