/// Who did what to whom, when. Rows are only ever added: the database itself refuses to change or remove one.
/// It holds ids and codes, never names, contents or secrets.
///
/// A module says what it records in an enum of `Acte`, each with its sentence, its family, what it is about and who
/// reads it, and offers it with an `ActesDeclares` bean inside that enum (ADR 0022): nothing else can be recorded.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.entecole.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
