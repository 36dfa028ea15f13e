/// The run from end to end, and the moment when the directory changes.
///
/// `ImportAaf` goes through the steps, one import an académie at a time, for the command, the tests and the
/// demonstration; `LotEnCours` knows how it may end. `Mutation` applies the verdicts and `Releve` what the batch
/// signals, in one transaction that also tells the others (`LotApplique`) and closes the batch in `Registre`. Refused,
/// held or failed, a batch leaves the directory as it was.
@NullMarked
package fr.entecole.annuaire.aaf.application;

import org.jspecify.annotations.NullMarked;
