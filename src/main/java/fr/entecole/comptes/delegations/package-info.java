/// What a head entrusts to somebody, dated: directing the school for a while, giving accesses again at its desk,
/// speaking for its parents. One screen, « Qui m’aide », gives and ends it; whoever asks says the day, so that it ends
/// by itself, and what it has opened elsewhere (`annuaire.interims`) is closed just after midnight (`Delegations`).
/// Replacements stand on the same screen, and are the directory's. ADR 0084.
@NullMarked
package fr.entecole.comptes.delegations;

import org.jspecify.annotations.NullMarked;
