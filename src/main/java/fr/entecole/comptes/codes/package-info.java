/// The codes that let a person in for the first time, or again.
///
/// `Codes` draws those of adults: used once, with a date of birth, dead after their term, kept as a print under the
/// seal. `CodesEleves` draws the pupils', words that a child of eight can spell (`CodeEleve`): the one typed becomes
/// their password. Each code handed is a fact of the journal. `Serrures` reads, for the door, all that opens an
/// account.
///
/// Who may hand a code to whom is judged by `comptes.feuilles`; what a person does with theirs, by
/// `comptes.activation`.
@NullMarked
package fr.entecole.comptes.codes;

import org.jspecify.annotations.NullMarked;
