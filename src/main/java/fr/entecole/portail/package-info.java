/// The home page of each profile, made of the tiles that modules offer, and the pages about the service itself.
@ApplicationModule(allowedDependencies = {"annuaire", "annuaire::aaf", "comptes", "journal"})
@NullMarked
package fr.entecole.portail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
