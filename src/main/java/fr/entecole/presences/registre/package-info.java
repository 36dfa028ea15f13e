/// The register of a class, month by month: the sheet that schools know, its percentages by the right formula, its
/// signature, and the archive that is kept for ten years and checked by a command.
@NullMarked
package fr.entecole.presences.registre;

import org.jspecify.annotations.NullMarked;
