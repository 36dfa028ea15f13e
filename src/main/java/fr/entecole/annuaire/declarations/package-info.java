/// What the directory declares to those who collect: the acts that it records in the journal, and its tabs, under which
/// pages of other modules may stand too (ADR 0022). The rest of the directory stands on it; it knows nobody.
@NamedInterface("declarations")
@NullMarked
package fr.entecole.annuaire.declarations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
