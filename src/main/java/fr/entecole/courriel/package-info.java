/// Outgoing mail: a durable queue in the database and the one sender that empties it through SMTP.
///
/// A module writes its message in its own transaction (`Courriels`), so that it goes if and only if what it tells has
/// happened. On each node one thread (`Tournee`) has it sent (`Facteur`); a row is locked while SMTP answers, so that
/// no two nodes send it. What fails is tried again later and later, then given up with the kind of failure.
///
/// Letters that come back later are read from a box, where one is set (`LettresRevenues`): each left with an address of
/// its own to come back to.
///
/// It never chooses to whom or when one writes, and logs neither addresses nor words.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.entecole.courriel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
