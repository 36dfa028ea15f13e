/// Which subjects a class has: those of the programmes for its levels (`Cycle`), those of a setting instead, or those
/// that its head has written for the school, in a dated row. `Matieres` answers the notebook, which stands on this
/// package; each subject has its picture for who does not read, not the same ones in maternelle and in CP (`Images`).
@NullMarked
package fr.entecole.cahierdetextes.matieres;

import org.jspecify.annotations.NullMarked;
