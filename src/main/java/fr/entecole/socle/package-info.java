/// The ground that every module stands on: identifiers, the school year, the contracts that modules implement for those
/// who look at everyone (`Tuile`, `OngletsOfferts`, `DonneesPersonnelles`, `Decor`, `Commande`), the page shell and the
/// words. It knows no school, no pupil and no account. At most forty types, each with two users today.
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package fr.entecole.socle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
