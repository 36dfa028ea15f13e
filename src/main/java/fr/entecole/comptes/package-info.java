/// Accounts, sign-in and sessions. Logins are born from the directory and never recomputed.
@ApplicationModule(allowedDependencies = {"annuaire", "journal", "courriel"})
@NullMarked
package fr.entecole.comptes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
