/// The named world: nine schools of two académies with invented people, loaded through the real feed import into a
/// new embedded base only, which it marks for ever.
///
/// The feeds are templates whose school year and dates follow the day they are filled in (`FluxDuMonde`); what feeds
/// don't carry is in `monde/complements.yaml`, and what a module shows of the world in that module (`Decor`). An
/// interrupted load is taken up again at the next start. An external base never comes here, and a base that holds
/// anything never becomes a demonstration.
@ApplicationModule(
        allowedDependencies = {"annuaire", "annuaire::aaf", "annuaire::ecoles", "annuaire::saisies", "comptes"})
@NullMarked
package fr.entecole.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
