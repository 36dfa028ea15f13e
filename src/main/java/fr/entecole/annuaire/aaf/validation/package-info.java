/// From a record of the feed to rows of the staging tables.
///
/// `Champs` lists which attribute fills which column, `Lectures` and `Decoupage` read the values, `Verifications` check
/// keys. `Validation` refuses a record that cannot be a person or a school, drops with a word a value that cannot be
/// right, and `AutreAcademie` keeps another académie's feed out. `Depot` sends the rows by `COPY`, on a second thread,
/// into a schema of the académie's own. `Signalements` holds what the run has to say: ids, never a name.
@NullMarked
package fr.entecole.annuaire.aaf.validation;

import org.jspecify.annotations.NullMarked;
