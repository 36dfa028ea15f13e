/// Tables that people give the directory: whatever their charset, their separator and how their lines end. What a
/// column means is for those who read them to say; this knows nobody.
@NullMarked
package fr.entecole.annuaire.tableaux;

import org.jspecify.annotations.NullMarked;
