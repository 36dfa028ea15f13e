/// What the law asks of a head when a child is missing too often (R131-7): whose half-days without legitimate reason
/// reach four in a month, what was done about it and when, and the file for the DASEN, under cover of the IEN. Nothing
/// leaves by itself.
@NullMarked
package fr.entecole.presences.assiduite;

import org.jspecify.annotations.NullMarked;
