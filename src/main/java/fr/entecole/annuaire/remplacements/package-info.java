/// Who takes a class in the place of who is absent, from a day to a day. The head names them (`Remplacements`): someone
/// of the school, of its circonscription, or of another school of it.
///
/// On its first day it opens what anyone who teaches has, a row of `annuaire.enseignement` and, for whom the school
/// does not have, a function there; the night after its last day these end, by `saisies.DebutsEtFins`, or by the
/// head before.
/// Rooms know nothing of it: notes, work and the roll ask who teaches. What a person holds stops on the day itself
/// (`IdentitesDesPersonnels`), were that night's work late. ADR 0061.
@NamedInterface("remplacements")
@NullMarked
package fr.entecole.annuaire.remplacements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
