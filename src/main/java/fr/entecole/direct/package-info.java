/// What is new appears on pages that are open, without anything being asked again and again: a page keeps one
/// connection (server-sent events), silent as long as nothing happens. `Direct` tells some people, in the transaction
/// of what happens; PostgreSQL tells every node once it is there; `Antenne` passes it on to the pages that these people
/// have open on its node. What is told is one word of a module (`avis`): the page asks for what it shows, as it would
/// by a reload, and rights are judged then. ADR 0045.
@ApplicationModule(allowedDependencies = "comptes")
@NullMarked
package fr.entecole.direct;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
