/// For pages without an account: the commune that someone means, and how often one network may send something.
@NullMarked
package fr.entecole.conventions.recherche;

import org.jspecify.annotations.NullMarked;
