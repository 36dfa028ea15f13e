/// Guardians kept out of a child’s pages: decided by the head of the school, with the day, the term and the
/// decision that proves it (`RestrictionForm`; the scanned paper is kept by `documents`, read by the rule of
/// `LectureDesDecisions`). It is felt at once: `RestrictionDecidee` tells the accounts.
///
/// Whoever a feed newly links to a protected child is held (`Retenues`), and told on the head's home (`RetenuesTuile`):
/// she compares both sheets and decides (docs/adr/0019-a-restriction-follows-the-person.md).
///
/// A guardian is kept out under every number that a feed has given them. Only the head reads that there is a
/// restriction; everyone else, the guardian included, finds nothing.
@NullMarked
package fr.entecole.annuaire.restrictions;

import org.jspecify.annotations.NullMarked;
