/// A school that somebody directs for a while: the function is opened and closed here, by who keeps its dates
/// (`comptes.delegations`). ADR 0084.
@NamedInterface("interims")
@NullMarked
package fr.entecole.annuaire.interims;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
