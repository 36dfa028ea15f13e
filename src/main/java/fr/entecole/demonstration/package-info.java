/// The named world: nine schools of two académies with invented people, loaded through the real feed import into a
/// new embedded base only, which it marks for ever.
@ApplicationModule(allowedDependencies = {"annuaire", "annuaire::aaf", "comptes"})
@NullMarked
package fr.entecole.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
