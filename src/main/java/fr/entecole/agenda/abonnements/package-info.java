/// The agenda in a person's own calendar program: a private address for each device, shown once, withdrawn in one
/// touch, where the program reads what its holder may see that day, in iCalendar (RFC 5545). The address is the only
/// proof, and says of whom it is to nobody: only a print of its secret is kept. Outside the ENT an event tells its
/// title and its class; one for chosen families, or for the team, its kind alone; a child's name and birthdays, never.
@NullMarked
package fr.entecole.agenda.abonnements;

import org.jspecify.annotations.NullMarked;
