/// The page of the roll: one form for the whole class, everyone present but those who are touched. What comes late from
/// another tablet is put side by side, never over.
@NullMarked
package fr.entecole.presences.appel;

import org.jspecify.annotations.NullMarked;
