/// The people whom no feed carries and whom people enter by hand: agents of communes and of the académie, by the
/// region (`Agents`); staff of a school who are in no feed (AESH, ATSEM), by its head (`EquipeController`).
///
/// `Saisies` writes them, and `SaisiesDesFamilles` the pupils, guardians and links of `complements` and
/// `corrections`; `PersonneSaisie` tells that somebody is born. What hangs on a day begins and ends just after midnight
/// (`DebutsEtFins`). A feed never touches these rows, and nothing here
/// touches a row of a feed.
@NullMarked
package fr.entecole.annuaire.saisies;

import org.jspecify.annotations.NullMarked;
