/// Who eats, stays and studies, where the commune is the one who serves: told by who calls the roll, read that day by
/// the commune's people, kept for five weeks. Everywhere else the commune reads counts. ADR 0093.
@NullMarked
package fr.entecole.presences.services;

import org.jspecify.annotations.NullMarked;
