/// The rows of what was deposited (`EcritureDesDepots`): the thing, when it reaches the people of each school, whom it
/// names. Several things cost as many statements as one, so that what waited for the morning is deposited a hundred at
/// a time (ADR 0091). It decides nothing: `Nouvelles` does.
@NullMarked
package fr.entecole.notifications.depots;

import org.jspecify.annotations.NullMarked;
