/// Meetings to book: a kind of mot that proposes slots, one to a family.
///
/// `Proposition` is what was asked (place, until when, one meeting a child or one a guardian), `Horaires` makes slots
/// of days and hours, by the school's calendar. `CarnetDeRendezVous` is the one place where they are taken: a slot has
/// one family at a time and a family one slot, which two unique indexes keep; who changes holds the old one until they
/// have the new one. `TenueDesRendezVous` is what the school does. `LectureDesRendezVous` reads them for a guardian,
/// who sees of others that a slot is taken and nothing more, and for the school, which sees who comes when and who has
/// none.
///
/// Who would like a slot that is taken says so; when one is free again, all who would like it are told, and the first
/// to take it has it: nothing is held for anyone. ADR 0050.
@NullMarked
package fr.entecole.liaison.rendezvous;

import org.jspecify.annotations.NullMarked;
