/// How those who work in a school are called by families and pupils, in what they write to them: a title of a closed
/// list before their own family name or first name (docs/adr/0097). Rolls, lists, the journal and what is signed keep
/// the name of the directory.
@NullMarked
package fr.entecole.comptes.noms;

import org.jspecify.annotations.NullMarked;
