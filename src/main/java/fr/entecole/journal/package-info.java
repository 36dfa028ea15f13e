/// Who did what to whom, when. Rows are only ever added: the database itself refuses to change or remove one.
/// It holds ids and codes, never names, contents or secrets.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.entecole.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
